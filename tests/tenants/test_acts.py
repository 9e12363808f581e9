"""The acts on the register: who may, what is checked, what is recorded."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.roles import Role
from parks.models import Park
from records import Refused, Stale
from records.actor import Actor
from records.models import AuditEntry
from tenants import acts
from tenants.models import Agency, AnnualFigure, Tenancy
from tests.factories import (
    make_actor,
    make_agency,
    make_credit_code,
    make_licence,
    make_park,
    make_site,
    make_tenancy,
)

pytestmark = pytest.mark.django_db

STAY: dict[str, Any] = {
    "prospective": False,
    "entered_on": date(2024, 4, 1),
    "left_on": None,
    "site": None,
    "floor_area": Decimal(100),
}
LICENCE: dict[str, Any] = {
    "kind": "permit",
    "number": "样例1号",
    "issued_on": date(2024, 1, 1),
    "expires_on": None,
}


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Actor:
    return make_actor(Role.OPERATOR, park.operator)


def agency_values(**values: Any) -> dict[str, Any]:
    return {"credit_code": make_credit_code(1), "name": "样例公司", "kind": "agency"} | values


def enter(actor: Actor, park: Park, **stay: Any) -> Tenancy:
    return acts.enter(actor, park, agency_values(), STAY | stay)


def refused_fields(actor: Actor, park: Park, **stay: Any) -> set[str]:
    with pytest.raises(ValidationError) as error:
        enter(actor, park, **stay)
    return set(error.value.message_dict)


def test_a_tenant_is_entered_with_its_agency_and_recorded(operator: Actor, park: Park) -> None:
    tenancy = enter(operator, park)
    assert tenancy.agency.credit_code == make_credit_code(1)
    entry = AuditEntry.objects.get(action="tenants.enter")
    assert (entry.object_id, entry.area_path) == (str(tenancy.pk), park.area.path)


def test_an_agency_known_elsewhere_is_not_entered_twice(operator: Actor, park: Park) -> None:
    agency = make_agency(credit_code=make_credit_code(1), name="样例公司")
    assert enter(operator, park).agency == agency
    assert Agency.objects.count() == 1


def test_a_known_code_under_another_name_is_refused_without_telling_the_name(
    operator: Actor, park: Park
) -> None:
    make_agency(credit_code=make_credit_code(1), name="另一公司")
    with pytest.raises(ValidationError) as error:
        enter(operator, park)
    assert set(error.value.message_dict) == {"name"}
    assert "另一公司" not in str(error.value)


def test_a_mistyped_code_is_refused(operator: Actor, park: Park) -> None:
    code = make_credit_code(1)
    wrong = code[:17] + ("1" if code[17] != "1" else "2")
    with pytest.raises(ValidationError) as error:
        acts.enter(operator, park, agency_values(credit_code=wrong), STAY)
    assert set(error.value.message_dict) == {"credit_code"}


def test_an_exit_before_the_entry_is_refused(operator: Actor, park: Park) -> None:
    assert refused_fields(operator, park, left_on=date(2024, 3, 31)) == {"left_on"}


def test_a_stay_without_its_first_day_is_refused(operator: Actor, park: Park) -> None:
    assert refused_fields(operator, park, entered_on=None) == {"entered_on"}


def test_a_closed_site_is_refused(operator: Actor, park: Park) -> None:
    site = make_site(park, closed_on=date(2025, 6, 30))
    assert refused_fields(operator, park, site=site) == {"site"}


def test_a_second_stay_on_the_same_days_is_refused(operator: Actor, park: Park) -> None:
    enter(operator, park)
    assert refused_fields(operator, park, entered_on=date(2025, 1, 1)) == {"entered_on"}


def test_a_second_stay_after_the_first_is_taken(operator: Actor, park: Park) -> None:
    enter(operator, park, left_on=date(2024, 12, 31))
    assert enter(operator, park, entered_on=date(2025, 1, 1)).pk


def test_a_prospective_tenant_needs_no_day(operator: Actor, park: Park) -> None:
    assert enter(operator, park, prospective=True, entered_on=None).prospective


def test_an_exit_is_recorded_with_both_values(operator: Actor, park: Park) -> None:
    tenancy = enter(operator, park)
    acts.change_tenancy(operator, tenancy, STAY | {"left_on": date(2025, 12, 31)}, version=1)
    entry = AuditEntry.objects.get(action="tenants.change_tenancy")
    assert (entry.before, entry.after) == ({"left_on": None}, {"left_on": "2025-12-31"})


def test_a_stale_stay_is_not_overwritten(operator: Actor, park: Park) -> None:
    tenancy = enter(operator, park)
    acts.change_tenancy(operator, tenancy, STAY | {"floor_area": Decimal(90)}, version=1)
    with pytest.raises(Stale):
        acts.change_tenancy(operator, tenancy, STAY | {"floor_area": Decimal(80)}, version=1)


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in (Role.OPERATOR, Role.OFFICER)]
)
def test_another_role_is_refused_with_a_reason(park: Park, role: Role) -> None:
    with pytest.raises(Refused) as refused:
        enter(make_actor(role), park)
    assert refused.value.code == "role"
    assert str(refused.value.reason)


def test_a_stay_in_a_park_outside_the_scope_does_not_exist(park: Park) -> None:
    elsewhere = make_actor(Role.OPERATOR, make_park().operator)
    with pytest.raises(Park.DoesNotExist):
        acts.change_tenancy(elsewhere, make_tenancy(park), STAY, version=1)


def test_a_figure_is_set_and_taken_back_to_unknown(operator: Actor, park: Park) -> None:
    tenancy = enter(operator, park)
    acts.save_figure(operator, tenancy, 2025, Decimal(500), Decimal(100))
    acts.save_figure(operator, tenancy, 2025, None, Decimal(100))
    figure = AnnualFigure.objects.get(tenancy=tenancy, year=2025)
    assert (figure.gross_revenue, figure.net_revenue) == (None, Decimal(100))
    entries = AuditEntry.objects.filter(action="tenants.save_figure").order_by("seq")
    assert [entry.before for entry in entries] == [
        {"year": 2025, "gross_revenue": None, "net_revenue": None},
        {"year": 2025, "gross_revenue": "500.00"},
    ]


def test_a_part_is_not_above_the_whole(operator: Actor, park: Park) -> None:
    tenancy = enter(operator, park)
    with pytest.raises(ValidationError) as error:
        acts.save_figure(operator, tenancy, 2025, Decimal(100), Decimal(101))
    assert set(error.value.message_dict) == {"net_revenue"}


def test_an_office_changes_an_agency_that_is_in_its_area(park: Park) -> None:
    tenancy = make_tenancy(park)
    make_tenancy(make_park(area="140724"), tenancy.agency)
    officer = make_actor(Role.OFFICER)
    values = {"name": "样例新名", "kind": "agency"}
    assert acts.change_agency(officer, tenancy.agency, values, version=1).name == "样例新名"


def test_an_operator_does_not_change_an_agency_that_is_elsewhere_too(
    operator: Actor, park: Park
) -> None:
    tenancy = make_tenancy(park)
    make_tenancy(make_park(area="140724"), tenancy.agency)
    with pytest.raises(Refused) as refused:
        acts.change_agency(operator, tenancy.agency, {"name": "x", "kind": "agency"}, version=1)
    assert refused.value.code == "elsewhere"


def test_an_agency_outside_the_scope_does_not_exist(operator: Actor) -> None:
    elsewhere = make_tenancy(make_park()).agency
    with pytest.raises(Agency.DoesNotExist):
        acts.save_licence(operator, elsewhere, LICENCE)


def test_who_had_an_agency_once_does_not_change_it_now(operator: Actor, park: Park) -> None:
    gone = make_tenancy(park, left_on=date(2022, 1, 1))
    with pytest.raises(Refused):
        acts.save_licence(operator, gone.agency, LICENCE)


def test_a_licence_is_added_and_renewed(operator: Actor, park: Park) -> None:
    agency = make_tenancy(park).agency
    licence = acts.save_licence(operator, agency, LICENCE)
    renewed = LICENCE | {"expires_on": date(2029, 1, 1)}
    acts.save_licence(operator, agency, renewed, licence)
    licence.refresh_from_db()
    assert licence.expires_on == date(2029, 1, 1)
    assert agency.licences.count() == 1


def test_a_licence_twice_and_one_that_ends_before_it_begins_are_refused(
    operator: Actor, park: Park
) -> None:
    agency = make_tenancy(park).agency
    make_licence(agency, kind="permit", number="样例1号")
    for values, field in (
        (LICENCE, "number"),
        (LICENCE | {"number": "2", "expires_on": date(2023, 1, 1)}, "expires_on"),
    ):
        with pytest.raises(ValidationError) as error:
            acts.save_licence(operator, agency, values)
        assert set(error.value.message_dict) == {field}
