"""The pages of the archive: what each visitor sees, what a form says, what nobody sees."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.roles import Role
from parks import acts
from parks.models import Park
from records.models import AuditEntry
from tests.factories import (
    make_actor,
    make_bureau,
    make_district_office,
    make_organisation,
    make_park,
    make_recognition,
    make_site,
    make_user,
)

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"


def visitor(user: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user, backend=BACKEND)
    return client


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Client:
    return visitor(make_user(Role.OPERATOR, park.operator))


def names(client: Client, url: str = "/parks/") -> set[str]:
    return {row.name for row in client.get(url).context["page"].rows}


def typed(park: Park, **values: Any) -> dict[str, Any]:
    """The edit form as a browser sends it."""
    form = {"name": park.name, "address": park.address, "mode": park.mode, "version": park.version}
    return form | values


def test_everybody_sees_the_parks_of_their_own_subtree(park: Park, operator: Client) -> None:
    other = make_park(area="140724")
    far = make_park(area="310118")
    assert names(operator) == {park.name}
    assert names(visitor(make_user(Role.OFFICER))) == {park.name}
    assert names(visitor(make_user(Role.REVIEWER))) == {park.name, other.name}
    assert names(visitor(make_user(Role.REVIEWER, make_bureau("310000")))) == {far.name}


@pytest.mark.parametrize("page", ["", "edit/", "sites/add/"])
def test_a_park_of_another_area_is_not_found(park: Park, page: str) -> None:
    stranger = visitor(make_user(Role.OFFICER, make_district_office("140724")))
    assert stranger.get(f"/parks/{park.pk}/{page}").status_code == 404


def test_a_site_of_another_area_is_not_found(park: Park) -> None:
    stranger = visitor(make_user(Role.OFFICER, make_district_office("140724")))
    assert stranger.get(f"/sites/{make_site(park).pk}/edit/").status_code == 404


def test_another_role_does_not_edit(park: Park) -> None:
    reviewer = visitor(make_user(Role.REVIEWER))
    assert reviewer.get(f"/parks/{park.pk}/edit/").status_code == 403
    assert f"/parks/{park.pk}/edit/" not in reviewer.get(f"/parks/{park.pk}/").text


def test_who_has_not_signed_in_is_asked_to() -> None:
    answer = Client().get("/parks/")
    assert answer.status_code == 302
    assert answer["Location"].endswith("next=/parks/")


def test_a_list_is_narrowed_by_name_and_by_area(park: Park) -> None:
    reviewer = visitor(make_user(Role.REVIEWER))
    other = make_park(area="140724", name="样例昔阳园")
    assert names(reviewer, "/parks/?name=昔阳") == {other.name}
    assert names(reviewer, "/parks/?area=140702") == {park.name}


def test_a_list_leads_through_all_its_pages_and_back() -> None:
    reviewer = visitor(make_user(Role.REVIEWER))
    office = make_organisation("operator")
    for number in range(120):
        make_park(office, name=f"样例园{number:03d}")
    seen: list[list[str]] = []
    url = "/parks/"
    for _page in range(3):
        page = reviewer.get(url).context["page"]
        seen.append([row.name for row in page.rows])
        url = f"/parks/?{page.older}"
    assert [len(rows) for rows in seen] == [50, 50, 20]
    assert sorted(name for rows in seen for name in rows) == [
        f"样例园{number:03d}" for number in range(120)
    ]
    assert page.older == ""
    back = reviewer.get(f"/parks/?{page.newer}").context["page"]
    assert [row.name for row in back.rows] == seen[1]


def test_a_cursor_of_nonsense_is_the_first_page(operator: Client, park: Park) -> None:
    assert names(operator, "/parks/?after=%FF!") == {park.name}
    assert names(operator, "/parks/?before=WzFd") == {park.name}


@pytest.mark.parametrize("url", ["/parks/", "/public/parks/"])
def test_a_list_asks_as_many_queries_at_forty_rows_as_at_ten(url: str) -> None:
    client = visitor(make_user(Role.REVIEWER))
    client.get(url)  # the first request also prolongs the session
    counts: list[int] = []
    for _round in range(2):
        for _park in range(10 if not counts else 30):
            make_recognition(make_park())
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


def test_a_park_page_shows_its_history_in_words(park: Park, operator: Client) -> None:
    actor = make_actor(Role.OFFICER, name="样例李经办")
    acts.change_park(actor, park, {"address": "新路2号"}, version=1)
    page = operator.get(f"/parks/{park.pk}/").text
    assert "样例李经办" in page
    assert "样例路1号 → 新路2号" in page


def test_a_telephone_is_masked(operator: Client, park: Park) -> None:
    Park.objects.filter(pk=park.pk).update(phone="13812345678")
    page = operator.get(f"/parks/{park.pk}/").text
    assert "138****5678" in page
    assert "13812345678" not in page


def test_a_form_takes_what_offices_type(operator: Client, park: Park) -> None:
    values = typed(park, registered_on="2022年3月1日", invested="１,２００万元", services=["other"])
    answer = operator.post(f"/parks/{park.pk}/edit/", values)
    assert answer.status_code == 302
    park.refresh_from_db()
    assert (str(park.registered_on), park.invested) == ("2022-03-01", 12_000_000)
    assert park.services == ["other"]


def test_a_wrong_date_is_said_beside_its_field_and_nothing_is_lost(
    operator: Client, park: Park
) -> None:
    values = typed(park, registered_on="春天", address="新路2号")
    form = operator.post(f"/parks/{park.pk}/edit/", values).context["form"]
    assert set(form.errors) == {"registered_on"}
    assert form["address"].value() == "新路2号"


def test_a_stale_page_keeps_the_text_and_says_what_is_on_record_now(
    operator: Client, park: Park
) -> None:
    officer = make_actor(Role.OFFICER, name="样例李经办")
    acts.change_park(officer, park, {"address": "新路2号"}, version=1)
    form = operator.post(
        f"/parks/{park.pk}/edit/", typed(park, version=1, address="旧路3号")
    ).context["form"]
    assert "样例李经办" in str(form.non_field_errors())
    assert "新路2号" in str(form.errors["address"])
    assert form["address"].value() == "旧路3号"
    answer = operator.post(
        f"/parks/{park.pk}/edit/", typed(park, version=form["version"].value(), address="旧路3号")
    )
    assert answer.status_code == 302
    park.refresh_from_db()
    assert park.address == "旧路3号"


def test_a_page_without_its_version_overwrites_nothing(operator: Client, park: Park) -> None:
    values = typed(park, address="旧路3号")
    del values["version"]
    assert operator.post(f"/parks/{park.pk}/edit/", values).status_code == 200
    park.refresh_from_db()
    assert park.address == "样例路1号"


def test_an_office_opens_an_archive_on_the_page() -> None:
    client = visitor(make_user(Role.OFFICER))
    operator = make_organisation("operator")
    values = {
        "area": "140702",
        "operator": operator.pk,
        "name": "样例新园",
        "address": "样例路9号",
        "mode": "on_site",
    }
    assert client.post("/parks/add/", values).status_code == 302
    assert AuditEntry.objects.filter(action="parks.add_park").exists()


def test_the_page_for_a_new_park_offers_the_offices_own_area_and_operators() -> None:
    own = make_organisation("operator", name="样例榆次运营公司")
    other = make_organisation("operator", "140724", name="样例昔阳运营公司")
    page = visitor(make_user(Role.OFFICER)).get("/parks/add/").text
    assert own.name in page
    assert other.name not in page
    assert 'value="140724"' not in page


def test_the_public_list_shows_what_is_recognised_and_nothing_else(park: Park) -> None:
    make_recognition(park)
    gone = make_park(name="样例撤销园")
    make_recognition(gone, revoked_on="2025-01-01")
    waiting = make_park(name="样例申报园")
    assert names(Client(), "/public/parks/") == {park.name}
    assert Client().get(f"/public/parks/{park.pk}/").status_code == 200
    for hidden in (gone, waiting):
        assert Client().get(f"/public/parks/{hidden.pk}/").status_code == 404


def test_the_public_page_keeps_people_and_money_to_itself(park: Park) -> None:
    make_recognition(park)
    Park.objects.filter(pk=park.pk).update(
        contact="样例张三", phone="13812345678", invested=12_345_678
    )
    page = Client().get(f"/public/parks/{park.pk}/").text
    assert not any(secret in page for secret in ("样例张三", "5678", "1,234.57"))
