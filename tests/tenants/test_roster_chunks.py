"""A roster of more rows than are planned and written at a time is one import all the same."""

from decimal import Decimal
from typing import Any

import pytest

from accounts.roles import Role
from parks.models import Park, Site
from records import Refused
from records.actor import Actor
from records.models import AuditEntry
from tenants.acts import apply_roster, undo_roster
from tenants.models import Agency, AnnualFigure, Licence, Tenancy
from tests.factories import make_actor, make_park, make_site
from tests.tenants.test_roster_undo import register
from tests.tenants.uploads import numbered, sent

pytestmark = pytest.mark.django_db

ROWS = range(1, 6)


@pytest.fixture(autouse=True)
def two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.bulk.BATCH", 2)


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Actor:
    return make_actor(Role.OPERATOR, park.operator)


def test_all_rows_are_new(operator: Actor, park: Park) -> None:
    found = apply_roster(operator, sent(operator, park, *map(numbered, ROWS)))
    assert (found.summary["new"], len(found.changes)) == (5, 5)
    assert [model.objects.count() for model in (Agency, Tenancy, Licence, AnnualFigure)] == [5] * 4


def test_every_row_is_changed_and_taken_back(operator: Actor, park: Park) -> None:
    apply_roster(operator, sent(operator, park, *map(numbered, ROWS)))
    before = register()
    changed = [
        numbered(
            number, name=f"样例{number}号改名公司", expires_on="2029-03-01", floor_area=number,
            gross_revenue=7_000_000 + number,
        )
        for number in ROWS
    ]  # fmt: skip
    found = apply_roster(operator, sent(operator, park, *changed))
    assert (found.summary["changed"], found.summary["unchanged"]) == (5, 0)
    assert [stay.floor_area for stay in Tenancy.objects.order_by("pk")] == [*map(Decimal, ROWS)]
    assert set(Agency.objects.values_list("version", flat=True)) == {2}
    undo_roster(operator, found)
    assert register() == before


def test_new_and_changed_rows_are_undone_together(operator: Actor, park: Park) -> None:
    apply_roster(operator, sent(operator, park, *map(numbered, (2, 4))))
    before = register()
    rows = [numbered(number, floor_area=number) for number in ROWS]
    found = apply_roster(operator, sent(operator, park, *rows))
    assert (found.summary["new"], found.summary["changed"]) == (3, 2)
    undo_roster(operator, found)
    assert register() == before


def test_it_is_one_act_on_the_trail(operator: Actor, park: Park) -> None:
    apply_roster(operator, sent(operator, park, *map(numbered, ROWS)))
    entry = AuditEntry.objects.get(action="tenants.apply_roster")
    assert (entry.after or {})["new"] == 5


@pytest.fixture
def hall(park: Park) -> Site:
    """Where the agency of the last row sits."""
    return make_site(park, name="样例二号楼")


def in_hall(hall: Site) -> list[dict[str, Any]]:
    return [*map(numbered, ROWS[:-1]), numbered(ROWS[-1], site=hall.name)]


def close(hall: Site) -> None:
    """After the roster was checked."""
    hall.closed_on = hall.opened_on
    hall.save()


def test_an_objection_to_the_last_row_leaves_nothing_written(
    operator: Actor, park: Park, hall: Site
) -> None:
    found = sent(operator, park, *in_hall(hall))
    close(hall)
    with pytest.raises(Refused):
        apply_roster(operator, found)
    assert not Agency.objects.exists()


def test_the_good_rows_go_without_one_that_is_objected_to_meanwhile(
    operator: Actor, park: Park, hall: Site
) -> None:
    found = sent(operator, park, *in_hall(hall), numbered(9, entered_on="春天"))
    close(hall)
    found = apply_roster(operator, found, good_only=True)
    assert (found.summary["new"], found.summary["left_out"]) == (4, 2)
    assert Agency.objects.count() == len(found.changes) == 4
    undo_roster(operator, found)
    assert not Agency.objects.exists()
