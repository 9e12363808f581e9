"""An import is taken back as long as nobody touched what it wrote."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accounts.roles import Role
from parks.models import Park
from records import Refused
from records.actor import Actor
from records.models import AuditEntry
from tenants.acts import apply_roster, file_event, save_licence, undo_roster
from tenants.models import Agency, AnnualFigure, Licence, Tenancy
from tests.factories import (
    make_actor,
    make_park,
    make_tenancy,
)
from tests.tenants.filed import EXIT, make_branch
from tests.tenants.uploads import numbered, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Actor:
    return make_actor(Role.OPERATOR, park.operator)


MODELS = (Agency, Tenancy, Licence, AnnualFigure)


def register() -> list[Any]:
    """All that stands in the register, the versions left out."""
    rows = [list(model._default_manager.order_by("pk").values()) for model in MODELS]
    return [[{k: v for k, v in row.items() if k != "version"} for row in some] for some in rows]


def test_an_untouched_import_is_undone_to_what_stood_before(operator: Actor, park: Park) -> None:
    apply_roster(operator, sent(operator, park, numbered(1), numbered(2)))
    before = register()
    changed = numbered(1, floor_area=300, left_on="2025-06-30", gross_revenue=7000000)
    second = apply_roster(operator, sent(operator, park, changed, numbered(3)))
    assert register() != before
    undone = undo_roster(operator, second)
    assert undone.state == "undone"
    assert register() == before
    undo_roster(operator, undone)
    entry = AuditEntry.objects.get(action="tenants.undo_roster")
    assert entry.before is not None
    assert entry.before["sha256"] == second.sha256


def test_the_version_of_an_undone_row_goes_on(operator: Actor, park: Park) -> None:
    apply_roster(operator, sent(operator, park, numbered(1)))
    undo_roster(operator, apply_roster(operator, sent(operator, park, numbered(1, floor_area=3))))
    stay = Tenancy.objects.get()
    assert (stay.floor_area, stay.version) == (Decimal("120.50"), 3)


def touch_stay(_actor: Actor) -> None:
    Tenancy.objects.update(left_on=date(2026, 1, 5))


def touch_licence(actor: Actor) -> None:
    licence = Licence.objects.get()
    values = {"kind": licence.kind, "number": "另一号", "issued_on": None, "expires_on": None}
    save_licence(actor, licence.agency, values, licence)


def add_licence(actor: Actor) -> None:
    values = {"kind": "filing", "number": "备1号", "issued_on": None, "expires_on": None}
    save_licence(actor, Agency.objects.get(), values)


def enter_elsewhere(_actor: Actor) -> None:
    make_tenancy(make_park(area="140724"), Agency.objects.get())


@pytest.mark.parametrize("touch", [touch_stay, touch_licence, add_licence, enter_elsewhere])
def test_an_import_that_somebody_touched_is_not_undone(
    operator: Actor, park: Park, touch: Any
) -> None:
    found = apply_roster(operator, sent(operator, park, numbered(1)))
    touch(operator)
    before = register()
    with pytest.raises(Refused) as refused:
        undo_roster(operator, found)
    assert refused.value.code == "touched"
    assert refused.value.details["rows"]
    assert register() == before


def test_an_import_under_a_later_one_is_not_undone(operator: Actor, park: Park) -> None:
    first = apply_roster(operator, sent(operator, park, numbered(1)))
    apply_roster(operator, sent(operator, park, numbered(1, floor_area=5)))
    with pytest.raises(Refused):
        undo_roster(operator, first)


def test_what_was_never_imported_is_not_undone(operator: Actor, park: Park) -> None:
    with pytest.raises(Refused) as refused:
        undo_roster(operator, sent(operator, park, numbered(1)))
    assert refused.value.code == "state"


def test_an_undone_import_is_not_applied_again(operator: Actor, park: Park) -> None:
    found = undo_roster(operator, apply_roster(operator, sent(operator, park, numbered(1))))
    with pytest.raises(Refused) as refused:
        apply_roster(operator, found)
    assert refused.value.code == "state"


def test_somebody_elses_import_does_not_exist(operator: Actor, park: Park) -> None:
    found = apply_roster(operator, sent(operator, park, numbered(1)))
    elsewhere = make_actor(Role.OPERATOR, make_park(area="140724").operator)
    with pytest.raises(Park.DoesNotExist):
        undo_roster(elsewhere, found)


def test_an_exit_that_was_filed_meanwhile_stays() -> None:
    branch = make_branch()
    apply_roster(branch.operator, sent(branch.operator, branch.park, numbered(1)))
    left = numbered(1, left_on="2026-09-16")
    second = apply_roster(branch.operator, sent(branch.operator, branch.park, left))
    filing = file_event(branch.officer, Tenancy.objects.get(), EXIT, late_reason="补报")
    with pytest.raises(Refused) as refused:
        undo_roster(branch.operator, second)
    assert refused.value.code == "touched"
    branch.do(filing.case, "withdraw", actor=branch.officer)
    assert undo_roster(branch.operator, second).state == "undone"
