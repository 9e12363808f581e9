"""The interface for programs shows the parks and sites of the caller's own subtree."""

import pytest
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from parks.models import Park, Site
from tests.factories import make_district_office, make_park, make_site, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def own() -> Park:
    return make_park(area="140702")


@pytest.fixture
def foreign() -> Park:
    return make_park(area="140724")


@pytest.fixture
def officer() -> User:
    return make_user(Role.OFFICER, make_district_office("140702"))


@pytest.mark.parametrize("path", ["parks", "sites"])
def test_a_list_holds_the_own_area_only(own: Park, foreign: Park, officer: User, path: str) -> None:
    seen = {"parks": [own.pk], "sites": [make_site(own).pk]}
    make_site(foreign)
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    rows = client.get(f"/api/v1/{path}/").json()["results"]
    assert [row["id"] for row in rows] == seen[path]


def test_a_park_of_another_area_is_not_found(foreign: Park, officer: User) -> None:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(f"/api/v1/parks/{foreign.pk}/").status_code == 404


def test_a_site_of_another_area_is_not_found(foreign: Park, officer: User) -> None:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    site: Site = make_site(foreign)
    assert client.get(f"/api/v1/sites/{site.pk}/").status_code == 404
