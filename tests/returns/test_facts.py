"""What a year of returns says of a park, beside register and sites."""

from datetime import date

import pytest

from applications.queries.facts import on_record
from parks.queries import OnRecord
from returns import queries
from returns.models import MonthlyReturn, Obligation
from tests.returns.world import EDITION, GOOD, World

KEPT = MonthlyReturn.State.KEPT


def returned(world: World, *months: int, state: str = KEPT) -> None:
    """The returns of these months of 2025."""
    for month in months:
        end = date(2025, month, 28)
        owed = Obligation.objects.create(
            park=world.park, edition=EDITION, duty="monthly-return",
            period_end=end, due_on=end, opened_on=end,
        )  # fmt: skip
        MonthlyReturn.objects.create(obligation=owed, state=state, **GOOD)


def facts(world: World) -> dict[str, OnRecord]:
    return queries.facts_on_record(world.park, 2025)


def test_a_whole_year_adds_up(world: World) -> None:
    returned(world, *range(1, 13))
    found = facts(world)
    assert {key: fact.value for key, fact in found.items()} == {
        "gross_revenue": "60000000.00",
        "annual_revenue": "12000000.00",
        "placements": 12_000,
        "scarce_talent_moves": 144,
    }
    assert [row.label for row in found["placements"].rows][:2] == ["2025-01", "2025-02"]


def test_a_month_that_lacks_is_named_and_no_part_is_passed_off_as_the_whole(world: World) -> None:
    returned(world, *range(1, 12))
    returned(world, 12, state=MonthlyReturn.State.BUREAU)
    found = facts(world)
    assert set(found) == {"placements", "scarce_talent_moves"}
    assert (found["placements"].value, found["placements"].missing) == (None, ("2025-12",))


def test_without_returns_nothing_is_said(world: World) -> None:
    assert facts(world) == {}


@pytest.mark.parametrize(("months", "revenue"), [(12, "12000000.00"), (11, None)])
def test_a_park_s_revenue_is_its_returns_where_they_cover_the_year(
    world: World, months: int, revenue: str | None
) -> None:
    returned(world, *range(1, months + 1))
    found = on_record(world.park, date(2026, 3, 1), ("register", "returns"))
    assert found["annual_revenue"].value == revenue
    assert set(found["placements"].missing) == ({"2025-12"} if months < 12 else set())
