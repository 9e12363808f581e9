"""Duties and terms: by when, under which clause, printed or the system's own."""

import json
from datetime import date

import pytest

import rules
from rules.duties import Duty, NextYear, Term, latest_warning
from rules.words import WordsDisagree
from rules.workdays import Calendar

DUTIES = [
    ("shanghai-2022", "tenant-filing", "SH-22", False, "2026-09-16", "2026-10-08"),
    ("shanghai-2022", "preparation", "SH-9", False, "2026-03-10", "2027-03-10"),
    ("shanghai-2022", "self-assessment", "SH-24", True, "2025-12-31", "2026-03-31"),
    ("shanghai-2022", "evaluation", "SH-25", False, "2026-06-09", "2029-06-11"),
    ("shanghai-2022", "rectification", "SH-25", True, "2026-03-31", "2026-06-29"),
    ("jinzhong-2022", "rectification", "JZ-25(3)", True, "2024-03-31", "2024-07-01"),
    ("yunnan-2021", "evaluation", "YN-16", False, "2023-10-08", "2026-10-08"),
    ("yunnan-2021", "rectification", "YN-17", True, "2026-07-04", "2026-10-08"),
    ("chongqing-2021", "targets", "CQ-14", True, "2025-12-31", "2026-03-31"),
    ("chongqing-2021", "evaluation", "CQ-20", True, "2025-12-31", "2026-06-30"),
    ("chongqing-2021", "rectification", "CQ-25(2)", True, "2026-06-30", "2026-09-28"),
    ("jinzhong-2022", "public-notice", "JZ-10(3)", False, "2026-09-24", "2026-10-09"),
    ("jinzhong-2022", "evaluation", "JZ-23", False, "2023-12-31", "2024-04-01"),
    ("yunnan-2021", "public-notice", "YN-6(3)", False, "2026-04-29", "2026-05-09"),
    ("yunnan-2021", "self-assessment", "YN-16", True, "2025-12-31", "2026-03-31"),
    ("chongqing-2021", "public-notice", "CQ-9(3)", True, "2026-09-24", "2026-10-09"),
    ("chongqing-2021", "monthly-return", "CQ-16", True, "2026-09-30", "2026-10-10"),
    ("chongqing-2021", "monthly-return", "CQ-16", True, "2025-12-31", "2026-01-12"),
    ("chongqing-2021", "committed-figures", "CQ-8(5)", True, "2025-10-03", "2026-10-08"),
    ("chongqing-2021", "self-assessment", "CQ-22(1)", True, "2025-12-31", "2026-03-31"),
]


@pytest.mark.parametrize(("key", "duty", "clause", "default", "start", "due"), DUTIES)
def test_a_duty_is_due_on_its_day_under_its_clause(key, duty, clause, default, start, due) -> None:
    owed = next(each for each in rules.edition(key).duties if each.key == duty)
    assert (owed.clause, owed.system_default) == (clause, default)
    assert owed.due(date.fromisoformat(start)).due == date.fromisoformat(due)


def test_no_edition_has_a_duty_that_is_not_tested_here() -> None:
    every = {(e.key, duty.key) for e in rules.editions() for duty in e.duties}
    assert every == {(key, duty) for key, duty, *_ in DUTIES}


def test_a_printed_period_must_agree_with_its_words() -> None:
    with pytest.raises(WordsDisagree):
        Duty("filing", "", "", "district", Term(14, "days"), "SH-22", "15日内", operator="<=")


@pytest.mark.parametrize("clock", [Term(15, "days"), Term(1, "years"), NextYear(3, 31)])
def test_a_date_beyond_the_calendar_is_bad_input(clock) -> None:
    duty = Duty("far", "", "", "district", clock, "SH-22", "", system_default=True)
    with pytest.raises(rules.BadInput, match="no due date"):
        duty.due(date(9999, 12, 31))


def test_a_date_survives_json_and_replays_by_the_calendar_of_the_day() -> None:
    edition = rules.edition("shanghai-2022")
    receipt = edition.deadline("tenant-filing", date(2026, 9, 16)).receipt()
    again, differences = rules.replay(json.loads(json.dumps(receipt)))
    assert (again.due, differences) == (date(2026, 10, 8), [])
    no_days_off = Calendar(frozenset(), frozenset(), frozenset({2026}))
    _, differences = rules.replay(receipt, no_days_off)
    assert differences[0] == "due: 2026-10-08 -> 2026-10-01"


def test_an_unknown_duty_is_refused() -> None:
    with pytest.raises(rules.UnknownKey, match="unknown duty: shanghai public-notice"):
        rules.edition("shanghai-2022").deadline("public-notice", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("day", "warned"),
    [("2026-02-28", ()), ("2026-03-01", (30,)), ("2026-03-30", (30,)), ("2026-03-31", (30, 0))],
)
def test_who_owes_a_duty_is_warned_before_its_day(day: str, warned: tuple[int, ...]) -> None:
    (duty,) = (d for d in rules.edition("shanghai-2022").duties if d.key == "self-assessment")
    assert duty.warned_by(date(2025, 12, 31), date.fromisoformat(day)) == warned


@pytest.mark.parametrize(
    ("day", "warning"),
    [
        ("2026-03-01", None), ("2026-03-02", 30), ("2026-03-31", 30), ("2026-04-01", 0),
        ("2026-05-01", 0), ("2026-05-02", None),
    ],
)  # fmt: skip
def test_who_hears_late_of_an_end_is_told_the_nearest_warning(
    day: str, warning: int | None
) -> None:
    last = date(2026, 4, 1)
    assert latest_warning(last, (30, 0), date.fromisoformat(day)) == warning
