"""What an approval makes, kind by kind."""

from datetime import date

import pytest
from django.test import Client

from accounts.roles import Role
from applications.models import Application, Preparation
from casework.models import Case
from parks.models import Park, Recognition, Site
from records.errors import Refused
from tests import factories as make
from tests.applications.grants import Offices, chongqing, offices_in, shanghai

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 10)
SITE = {
    "site_name": "新载体",
    "site_address": "样例路8号",
    "site_floor_area": "5200.5",
    "site_opens_on": "2026-05-01",
}


@pytest.fixture
def offices() -> Offices:
    return shanghai()


@pytest.fixture
def park(offices: Offices) -> Park:
    return make.make_park(area=offices.office.area_id)


def national(offices: Offices) -> Park:
    parent = make.make_park(area="310000", name="样例国家级产业园")
    make.make_recognition(parent, level="national", edition="shanghai-2022")
    return parent


def answered(case: Case, answers: dict[str, str]) -> Case:
    Application.objects.filter(case=case).update(form=answers)
    return case


def test_a_branch_stands_under_the_national_park(offices: Offices, park: Park) -> None:
    parent = national(offices)
    case = offices.case("shanghai-2022", "formal", park, stage="establishment")
    offices.approve(case, DAY, "样例分园")
    park.refresh_from_db()
    recognition = Recognition.objects.get(park=park)
    assert park.parent == parent
    assert (recognition.level, recognition.name) == ("national", "样例分园")


def test_what_the_ministry_decided_bears_its_name(offices: Offices, park: Park) -> None:
    national(offices)
    case = offices.case("shanghai-2022", "formal", park, stage="establishment")
    offices.approve(case, DAY)
    assert Recognition.objects.get(park=park).issuer != offices.bureau.name


def test_without_a_national_park_no_branch_is_recognised(offices: Offices, park: Park) -> None:
    case = offices.case("shanghai-2022", "formal", park, stage="establishment")
    with pytest.raises(Refused):
        offices.approve(case, DAY)
    assert not Recognition.objects.filter(park=park).exists()


def test_a_preparation_opens_its_year(offices: Offices) -> None:
    case = offices.case("shanghai-2022", "preparation")
    offices.approve(case, DAY)
    made = Preparation.objects.get(case=case)
    assert (made.approved_on, made.due_on) == (DAY, date(2027, 3, 10))


def test_a_carrier_change_closes_the_old_premises(offices: Offices, park: Park) -> None:
    old = make.make_site(park, is_core=True)
    case = answered(offices.case("shanghai-2022", "carrier_change", park), SITE)
    offices.approve(case, DAY)
    old.refresh_from_db()
    new = Site.objects.get(park=park, closed_on__isnull=True)
    assert (old.closed_on, new.opened_on, new.is_core) == (
        date(2026, 4, 30), date(2026, 5, 1), True,
    )  # fmt: skip
    assert str(new.floor_area) == "5200.50"


def jinzhong() -> Offices:
    return offices_in("140700", "140702")


def test_a_new_branch_adds_a_site() -> None:
    offices = jinzhong()
    park = make.make_park()
    core = make.make_site(park, is_core=True)
    case = answered(offices.case("jinzhong-2022", "new_branch", park), SITE)
    decision = offices.approve(case, DAY)
    core.refresh_from_db()
    site = park.sites.get(is_core=False)
    assert (site.name, site.document_number) == ("新载体", decision.document_number)
    assert core.closed_on is None


def test_a_recommendation_leaves_the_recognition_alone() -> None:
    offices = jinzhong()
    park = make.make_park()
    make.make_recognition(park)
    case = offices.case("jinzhong-2022", "recommendation", park)
    offices.approve(case, DAY)
    made = park.recommendations.get()
    assert (made.level, made.issuer) == ("province", offices.bureau.name)
    assert park.recognitions.get().level == "city"


def test_a_plaque_is_remembered_where_the_law_speaks_of_one() -> None:
    offices = chongqing()
    park = make.make_park(area="500101")
    offices.approve(offices.case("chongqing-2021", "recognition", park), DAY)
    assert park.recognitions.get().plaque == "授牌"


def test_the_public_list_puts_a_branch_under_its_park(
    client: Client, offices: Offices, park: Park
) -> None:
    parent = national(offices)
    offices.approve(
        offices.case("shanghai-2022", "formal", park, stage="establishment"), DAY, "样例分园"
    )
    make.make_recognition(make.make_park(name="样例国家级产业园以外"))
    html = client.get("/public/parks/").content.decode()
    assert html.index(f"/public/parks/{parent.pk}/") < html.index(f"/public/parks/{park.pk}/")
    assert parent.name in client.get(f"/public/parks/{park.pk}/").content.decode()
    assert park.name in client.get(f"/public/parks/{parent.pk}/").content.decode()


def test_a_park_to_come_is_not_on_the_public_list(client: Client, park: Park) -> None:
    html = client.get("/public/parks/").content.decode()
    assert park.name not in html


def test_the_parks_page_shows_levels_side_by_side(client: Client) -> None:
    officer = make.make_user(Role.OFFICER)
    park = make.make_park()
    make.make_recognition(park)
    make.make_recognition(park, level="national", name="样例国家级产业园")
    client.force_login(officer)
    html = client.get(f"/parks/{park.pk}/").content.decode()
    assert "样例国家级产业园" in html
    assert f"晋中{park.name}" in html
