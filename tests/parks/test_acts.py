"""The acts on a park's archive: who may, what is checked, what is recorded."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.roles import Role
from parks import acts
from parks.models import Park
from records import Refused, Stale
from records.actor import Actor
from records.models import AuditEntry
from tests.factories import make_actor, make_area, make_organisation, make_park, make_site

pytestmark = pytest.mark.django_db

SITE: dict[str, Any] = {
    "name": "南区",
    "is_core": False,
    "address": "",
    "floor_area": Decimal(1000),
    "public_service_area": None,
    "opened_on": date(2024, 1, 1),
    "closed_on": None,
}
DOCUMENT = acts.Document(
    "市人社函〔2024〕1号", date(2024, 5, 20), "样例局", "jinzhong-2022", "JZ-2024-0001"
)


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Actor:
    return make_actor(Role.OPERATOR, park.operator)


def test_a_change_is_saved_counted_and_recorded(operator: Actor, park: Park) -> None:
    acts.change_park(operator, park, {"address": "新路2号"}, version=1)
    park.refresh_from_db()
    assert (park.address, park.version) == ("新路2号", 2)
    entry = AuditEntry.objects.get(action="parks.change_park")
    assert (entry.before, entry.after) == ({"address": "样例路1号"}, {"address": "新路2号"})


def test_a_change_that_changes_nothing_leaves_no_entry(operator: Actor, park: Park) -> None:
    acts.change_park(operator, park, {"address": park.address}, version=1)
    park.refresh_from_db()
    assert park.version == 1
    assert not AuditEntry.objects.filter(action="parks.change_park").exists()


def test_a_stale_page_says_who_changed_it_when(operator: Actor, park: Park) -> None:
    officer = make_actor(Role.OFFICER, name="样例李经办")
    acts.change_park(officer, park, {"address": "新路2号"}, version=1)
    with pytest.raises(Stale) as stale:
        acts.change_park(operator, park, {"address": "旧路3号"}, version=1)
    assert "样例李经办" in str(stale.value)
    assert stale.value.details["time"]
    park.refresh_from_db()
    assert park.address == "新路2号"


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in (Role.OPERATOR, Role.OFFICER)]
)
def test_another_role_is_refused_with_a_reason(park: Park, role: Role) -> None:
    with pytest.raises(Refused) as refused:
        acts.change_park(make_actor(role), park, {"address": "x"}, version=1)
    assert refused.value.code == "role"
    assert str(refused.value.reason)


def test_a_park_outside_the_scope_does_not_exist(park: Park) -> None:
    elsewhere = make_actor(Role.OFFICER, make_organisation("district_office", "140724"))
    with pytest.raises(Park.DoesNotExist):
        acts.change_park(elsewhere, park, {"address": "x"}, version=1)


def test_two_parks_of_an_area_have_two_names(operator: Actor, park: Park) -> None:
    other = make_park()
    with pytest.raises(ValidationError) as error:
        acts.change_park(operator, park, {"name": other.name}, version=1)
    assert "name" in error.value.message_dict


def test_an_office_opens_an_archive_in_its_own_area_only() -> None:
    officer = make_actor(Role.OFFICER)
    operator = make_organisation("operator")
    values = {"name": "样例新园", "operator": operator, "address": "样例路9号"}
    park = acts.add_park(officer, {**values, "area": make_area("140702")})
    assert park.pk
    with pytest.raises(ValidationError) as error:
        acts.add_park(officer, {**values, "area": make_area("140724")})
    assert "area" in error.value.message_dict


def test_an_operator_opens_no_archive(operator: Actor) -> None:
    with pytest.raises(Refused):
        acts.add_park(operator, {"area": make_area()})


def test_a_park_has_one_open_core_site(operator: Actor, park: Park) -> None:
    make_site(park, is_core=True)
    with pytest.raises(ValidationError) as error:
        acts.add_site(operator, park, SITE | {"is_core": True})
    assert "is_core" in error.value.message_dict


def test_a_core_site_may_follow_one_that_closed(operator: Actor, park: Park) -> None:
    make_site(park, is_core=True, closed_on=date(2023, 12, 31))
    assert acts.add_site(operator, park, SITE | {"is_core": True}).pk


def test_a_site_does_not_close_before_it_opens(operator: Actor, park: Park) -> None:
    site = acts.add_site(operator, park, SITE)
    with pytest.raises(ValidationError) as error:
        acts.change_site(operator, site, {"closed_on": date(2023, 12, 31)}, version=1)
    assert "closed_on" in error.value.message_dict


def test_closing_a_site_is_recorded_with_both_values(operator: Actor, park: Park) -> None:
    site = acts.add_site(operator, park, SITE)
    acts.change_site(operator, site, {"closed_on": date(2025, 6, 30)}, version=1)
    entry = AuditEntry.objects.get(action="parks.change_site")
    assert (entry.before, entry.after) == ({"closed_on": None}, {"closed_on": "2025-06-30"})
    assert entry.area_path == park.area.path


def test_a_stale_site_is_not_overwritten(operator: Actor, park: Park) -> None:
    site = acts.add_site(operator, park, SITE)
    acts.change_site(operator, site, {"name": "北区"}, version=1)
    with pytest.raises(Stale):
        acts.change_site(operator, site, {"name": "西区"}, version=1)
