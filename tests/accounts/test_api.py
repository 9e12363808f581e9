from typing import Any

import pytest
from django.test import Client
from django.urls import path
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.test import APIClient
from rest_framework.views import APIView

from accounts.models import User
from records import policy
from tests import factories
from tests.accounts.visitors import signed_in, visitor

pytestmark = pytest.mark.django_db


@policy.roles("auditor")
class Closed(APIView):
    """A view of one role, for the tests below."""

    def get(self, request: Request) -> Response:
        return Response({"name": request.actor.name})  # type: ignore[attr-defined]


urlpatterns = [path("api/v1/closed/", Closed.as_view())]

AREAS, ORGANISATIONS = "/api/v1/areas/", "/api/v1/organisations/"


def program_of(user: User, **headers: str) -> APIClient:
    client = APIClient()
    secret = factories.make_token(user)
    client.credentials(HTTP_AUTHORIZATION=f"Token {secret}", **headers)
    return client


def codes(answer: Any) -> list[str]:
    return [row["code"] for row in answer.json()["results"]]


@pytest.mark.parametrize(("role", "status"), [("auditor", 200), ("administrator", 403)])
def test_a_role_opens_what_is_declared_for_it(role: str, status: int, settings: Any) -> None:
    settings.ROOT_URLCONF = __name__
    assert visitor(role).get("/api/v1/closed/").status_code == status


def test_nobody_gets_401(client: Client) -> None:
    assert client.get(AREAS).status_code == 401


def test_a_session_reads_the_areas_of_its_subtree() -> None:
    factories.make_area("310118")
    client = visitor("reviewer", factories.make_bureau("140700"))
    factories.make_area("140702")
    assert codes(client.get(AREAS)) == ["140700", "140702"]


def test_a_token_reads_the_same() -> None:
    user = factories.make_user("reviewer", factories.make_bureau("140700"))
    factories.make_area("140702")
    assert codes(program_of(user).get(AREAS)) == codes(signed_in(user).get(AREAS))


def test_a_wrong_area_gets_404() -> None:
    factories.make_area("310118")
    client = visitor("reviewer", factories.make_bureau("140700"))
    assert client.get(f"{AREAS}310118/").status_code == 404


def test_an_operator_sees_its_own_organisation_alone() -> None:
    own = factories.make_organisation()
    factories.make_organisation()
    rows = visitor("operator", own).get(ORGANISATIONS).json()["results"]
    assert [row["id"] for row in rows] == [own.pk]


def test_the_caller_chooses_the_chair() -> None:
    user = factories.make_user("operator")
    office = factories.give_role(user, "officer", factories.make_district_office("140724"))
    client = program_of(user, HTTP_X_ACTING=f"m{office.pk}")
    assert codes(client.get(AREAS)) == ["140724"]


def test_a_chair_of_somebody_else_is_refused() -> None:
    other = factories.make_user("reviewer").memberships.get()
    client = program_of(factories.make_user("officer"), HTTP_X_ACTING=f"m{other.pk}")
    answer = client.get(AREAS)
    assert answer.status_code == 403
    assert answer.json()["detail"]


def test_a_disabled_account_gets_401_with_its_token() -> None:
    user = factories.make_user("officer")
    client = program_of(user)
    User.objects.update(is_active=False)
    assert client.get(AREAS).status_code == 401


def test_a_temporary_password_opens_nothing() -> None:
    assert visitor("officer", password_is_temporary=True).get(AREAS).status_code == 403


def test_areas_are_read_only() -> None:
    client = visitor("administrator", factories.make_bureau("140700"))
    assert client.post(AREAS, {"code": "1"}).status_code in (403, 405)
    assert client.delete(f"{AREAS}140700/").status_code in (403, 405)


def test_the_schema_is_not_for_strangers(client: Client) -> None:
    assert client.get("/api/schema/").status_code == 401
    assert visitor("officer").get("/api/schema/").status_code == 200
