"""The monthly return: its checks, and its way from the park over the office to the bureau."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from records.errors import Refused, Stale
from returns import acts, checks
from returns.models import MonthlyReturn, ReturnLine
from tests import factories as make
from tests.returns.world import GOOD, World, told

State = MonthlyReturn.State


def month_of(**values: Any) -> MonthlyReturn:
    return MonthlyReturn(**(GOOD | values))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"net_revenue": 5_000_001}, "net_revenue"),
        ({"persons": 1_001}, "persons"),
        ({"tax": None}, "tax"),
        ({"complaints": None}, "complaints"),
    ],
)
def test_what_cannot_be_is_found(values: dict[str, Any], field: str) -> None:
    assert [fault.field for fault in checks.faults(month_of(**values), [], 0, [])] == [field]


@pytest.mark.parametrize(
    "values", [{}, {"net_revenue": 5_000_000}, {"persons": 1_000}, {"hazards": 0}]
)
def test_what_can_be_is_let_pass(values: dict[str, Any]) -> None:
    assert checks.faults(month_of(**values), [], 0, []) == []


def lines(*amounts: int | None) -> list[ReturnLine]:
    return [ReturnLine(gross_revenue=amount) for amount in amounts]


@pytest.mark.parametrize(
    ("amounts", "tenants", "wrong"),
    [
        ((2_000_000, 3_000_000), 2, False),
        ((2_000_000, 2_999_999), 2, True),
        ((2_000_000, 3_000_001), 2, True),
        ((2_000_000, 3_000_001), 3, True),
        ((2_000_000,), 2, False),
        ((2_000_000, None), 2, False),
        ((), 2, False),
    ],
)
def test_the_agencies_add_up_to_the_park(
    amounts: tuple[int | None, ...], tenants: int, wrong: bool
) -> None:
    found = checks.faults(month_of(), lines(*amounts), tenants, [])
    assert [fault.field for fault in found] == (["gross_revenue"] if wrong else [])


@pytest.mark.parametrize(
    ("now", "jumped"),
    [(1_500, False), (1_501, True), (500, False), (499, True), (1_000, False), (0, True)],
)
def test_a_change_of_more_than_half_is_a_jump(now: int, jumped: bool) -> None:
    found = checks.jumps(month_of(person_times=now), month_of())
    assert [jump.field for jump in found] == (["person_times"] if jumped else [])


def test_from_zero_or_nothing_no_jump_is_measured() -> None:
    assert checks.jumps(month_of(incidents=3), month_of()) == []
    assert checks.jumps(month_of(), month_of(tax=None)) == []
    assert checks.jumps(month_of(), None) == []


def test_it_goes_from_the_park_over_the_office_to_the_bureau(world: World) -> None:
    owed = world.open()
    month = world.save(owed)
    assert month.state == State.DRAFT
    month = acts.hand_in(world.operator, month.pk, month.version)
    assert month.state == State.OFFICE
    month = acts.send_on(world.officer, month.pk, month.version)
    assert month.state == State.BUREAU
    month = acts.take_in(world.reviewer, month.pk, month.version)
    owed.refresh_from_db()
    assert (month.state, owed.done_on is not None) == (State.KEPT, True)
    assert len(told(world.reviewer)) >= 1


def test_where_no_office_lies_between_it_goes_to_the_bureau(world: World) -> None:
    owed = world.open()
    world.park.area = make.make_area("500000")
    world.park.save()
    month = world.save(owed)
    assert acts.hand_in(world.operator, month.pk, month.version).state == State.BUREAU


def test_what_came_back_is_put_right_and_handed_in_again(world: World) -> None:
    month = world.save(world.open())
    month = acts.hand_in(world.operator, month.pk, month.version)
    month = acts.send_back(world.officer, month.pk, month.version, "税收与上报不符")
    assert (month.state, month.reason) == (State.RETURNED, "税收与上报不符")
    month = acts.save(world.operator, month.pk, month.version, {"tax": Decimal(61_000)}, {})
    assert acts.hand_in(world.operator, month.pk, month.version).state == State.OFFICE


def test_a_return_goes_back_with_a_reason_only(world: World) -> None:
    month = world.save(world.open())
    month = acts.hand_in(world.operator, month.pk, month.version)
    with pytest.raises(ValidationError):
        acts.send_back(world.officer, month.pk, month.version, " ")


def test_nobody_acts_out_of_turn(world: World) -> None:
    month = world.save(world.open())
    for actor, verb in ((world.officer, acts.send_on), (world.reviewer, acts.take_in)):
        with pytest.raises(Refused):
            verb(actor, month.pk, month.version)
    month = acts.hand_in(world.operator, month.pk, month.version)
    with pytest.raises(Refused):
        acts.save(world.operator, month.pk, month.version, GOOD, {})
    with pytest.raises(Refused):
        acts.take_in(world.reviewer, month.pk, month.version)


def test_an_unfinished_return_is_kept_and_not_handed_in(world: World) -> None:
    month = world.save(world.open(), tax=None, complaints=None)
    with pytest.raises(ValidationError) as caught:
        acts.hand_in(world.operator, month.pk, month.version)
    assert set(caught.value.message_dict) == {"tax", "complaints"}


def test_a_jump_asks_for_a_word(world: World) -> None:
    world.keep(world.open(date(2026, 9, 1)))
    month = world.save(world.open(), person_times=2_000)
    with pytest.raises(ValidationError) as caught:
        acts.hand_in(world.operator, month.pk, month.version)
    assert set(caught.value.message_dict) == {"explanation"}
    month = acts.save(world.operator, month.pk, month.version, {"explanation": "样例招聘月"}, {})
    assert acts.hand_in(world.operator, month.pk, month.version).state == State.OFFICE


def test_a_stale_page_overwrites_nothing(world: World) -> None:
    month = world.save(world.open())
    with pytest.raises(Stale):
        acts.save(world.operator, month.pk, month.version - 1, {"tax": Decimal(1)}, {})


def test_an_agency_s_part_is_kept_and_checked(world: World) -> None:
    tenancy = make.make_tenancy(world.park)
    month = acts.begin(world.operator, world.open().pk)
    part = {"gross_revenue": Decimal(10), "net_revenue": Decimal(11)}
    with pytest.raises(ValidationError) as caught:
        acts.save(world.operator, month.pk, month.version, GOOD, {tenancy.pk: part})
    assert list(caught.value.message_dict) == [f"{tenancy.pk}-net_revenue"]
    part["net_revenue"] = Decimal(9)
    month = acts.save(world.operator, month.pk, month.version, GOOD, {tenancy.pk: part})
    assert month.lines.get().net_revenue == 9


def test_another_park_s_agency_is_not_entered(world: World) -> None:
    foreign = make.make_tenancy(make.make_park(area="500101"))
    month = acts.begin(world.operator, world.open().pk)
    lines = {foreign.pk: {"gross_revenue": Decimal(10)}}
    assert not acts.save(world.operator, month.pk, month.version, GOOD, lines).lines.exists()


def test_another_operator_does_not_find_the_return(world: World) -> None:
    month = world.save(world.open())
    stranger = make.make_actor("operator", make.make_organisation("operator", "500101"))
    with pytest.raises(MonthlyReturn.DoesNotExist):
        acts.hand_in(stranger, month.pk, month.version)
