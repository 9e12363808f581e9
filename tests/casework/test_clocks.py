"""Clocks are functions of dates and the calendar."""

from datetime import date

import pytest

from casework import acts
from casework.clocks import Visit, days_left, review_due, workdays_between
from casework.models import StagePeriod
from casework.seats import person
from rules.workdays import BUILT_IN
from tests.casework.trial import DEFECT, World


def test_the_start_day_is_not_counted() -> None:
    assert workdays_between(date(2026, 11, 20), date(2026, 11, 23), BUILT_IN) == 1


def test_a_review_period_counts_working_days() -> None:
    assert review_due([Visit(date(2026, 9, 24))], 5, BUILT_IN) == date(2026, 10, 9)


def test_a_review_period_pauses_while_the_case_is_elsewhere() -> None:
    away = [Visit(date(2026, 11, 2), date(2026, 11, 4)), Visit(date(2026, 11, 16))]
    assert review_due(away, 5, BUILT_IN) == date(2026, 11, 19)


def test_no_clock_runs_while_the_case_is_elsewhere() -> None:
    assert review_due([Visit(date(2026, 11, 2), date(2026, 11, 4))], 5, BUILT_IN) is None


def test_a_day_past_due_is_negative() -> None:
    assert days_left(date(2026, 11, 20), date(2026, 11, 21)) == -1


@pytest.mark.django_db
def test_no_review_period_runs_until_the_bureau_sets_one(world: World) -> None:
    world.reach("bureau_review")
    assert world.case.due_on is None


@pytest.mark.django_db
def test_a_period_of_the_bureau_gives_the_stage_its_due_date(world: World) -> None:
    StagePeriod.objects.create(
        bureau=world.case.bureau,
        edition=world.case.edition,
        procedure=world.case.procedure,
        stage="bureau_review",
        workdays=10,
    )
    world.reach("bureau_review")
    assert world.case.due_on == review_due([Visit(world.case.stage_since.date())], 10, BUILT_IN)


@pytest.mark.django_db
def test_a_returned_case_is_due_on_the_day_the_office_gave(world: World) -> None:
    world.reach("bureau_review")
    world.do("return_for_supplement", data={"defects": [DEFECT], "answer_by": "2030-01-07"})
    assert world.case.due_on == date(2030, 1, 7)


@pytest.mark.django_db
def test_hand_over_moves_the_held_cases_with_a_trace(world: World) -> None:
    world.reach("bureau_review")
    world.do("accept")
    first, second = (
        type(world.case.created_by).objects.get(pk=person(one))
        for one in (world.reviewer, world.second)
    )
    assert acts.hand_over(world.reviewer, first, second, reason="调岗") == 1
    world.case.refresh_from_db()
    assert world.case.holder == second
    assert world.case.steps.latest("number").action == "hand_over"


@pytest.mark.django_db
def test_the_applicant_reminds_once_a_day(world: World) -> None:
    world.reach("county_review")
    assert acts.remind(world.case.pk, world.operator) == 1
    with pytest.raises(Exception, match=r"today|今天"):
        acts.remind(world.case.pk, world.operator)
