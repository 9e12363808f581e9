"""Statutory time: the cases of the handbook, rolling, make-up days, years not yet announced."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from rules.workdays import (
    BUILT_IN,
    HOLIDAYS,
    Calendar,
    add_days,
    add_months,
    add_workdays,
    add_years,
    is_workday,
)


def day(written: str) -> date:
    return date.fromisoformat(written)


@pytest.mark.parametrize(
    ("add", "start", "n", "nominal", "due"),
    [
        (add_days, "2026-09-16", 15, "2026-10-01", "2026-10-08"),
        (add_days, "2026-09-05", 15, "2026-09-20", "2026-09-20"),
        (add_days, "2026-01-31", 15, "2026-02-15", "2026-02-24"),
        (add_workdays, "2026-09-24", 5, "2026-10-09", "2026-10-09"),
        (add_workdays, "2026-04-29", 5, "2026-05-09", "2026-05-09"),
        (add_years, "2024-02-29", 1, "2025-02-28", "2025-02-28"),
        (add_years, "2025-03-10", 1, "2026-03-10", "2026-03-10"),
        (add_months, "2026-01-31", 1, "2026-02-28", "2026-02-28"),
        (add_months, "2025-10-31", 4, "2026-02-28", "2026-02-28"),
        (add_months, "2025-12-05", 1, "2026-01-05", "2026-01-05"),
        (add_years, "2025-10-03", 1, "2026-10-03", "2026-10-08"),
    ],
)
def test_a_period_ends_on_its_last_day_or_the_next_working_day(add, start, n, nominal, due) -> None:
    end = add(day(start), n)
    assert (end.nominal, end.due, end.provisional) == (day(nominal), day(due), False)


def test_no_working_days_end_on_the_day_itself() -> None:
    assert add_workdays(day("2026-10-01"), 0).due == day("2026-10-01")


def test_a_rolled_date_tells_every_day_that_was_skipped() -> None:
    end = add_days(day("2026-09-16"), 15)
    assert [each.date.day for each in end.days] == [1, 2, 3, 4, 5, 6, 7]
    assert {each.counts for each in end.days} == {False}
    assert end.days[0].why_zh == "国庆节，顺延"


def test_a_last_day_on_a_make_up_sunday_is_told_and_does_not_roll() -> None:
    (told,) = add_days(day("2026-09-05"), 15).days
    assert (told.date, told.counts) == (day("2026-09-20"), True)
    assert told.why_en == "National Day (make-up day), counts"


def test_working_days_tell_weekends_and_holidays_skipped_and_make_up_days_counted() -> None:
    told = {each.date.isoformat(): each.counts for each in add_workdays(day("2026-04-29"), 5).days}
    assert told == {
        "2026-05-01": False,
        "2026-05-02": False,
        "2026-05-03": False,
        "2026-05-04": False,
        "2026-05-05": False,
        "2026-05-09": True,
    }


@pytest.mark.parametrize(
    ("add", "start", "n", "due"),
    [
        (add_years, "2026-03-10", 1, "2027-03-10"),
        (add_workdays, "2026-12-30", 3, "2027-01-04"),
        (add_days, "2018-12-01", 2, "2018-12-03"),
        (add_days, "2026-12-31", 2, "2027-01-04"),
    ],
)
def test_a_date_in_a_year_not_announced_is_provisional(add, start, n, due) -> None:
    end = add(day(start), n)
    assert (end.due, end.provisional) == (day(due), True)


def test_a_calendar_handed_in_takes_the_place_of_the_own_table() -> None:
    bridge = Calendar(
        off=frozenset({day("2027-03-10")}),
        made_up=frozenset({day("2027-03-13")}),
        years=frozenset({2027}),
    )
    end = add_days(day("2027-03-09"), 1, bridge)
    assert (end.due, end.provisional) == (day("2027-03-11"), False)
    assert end.days[0].why_zh == "放假，顺延"
    assert add_workdays(day("2027-03-12"), 1, bridge).due == day("2027-03-13")


def test_a_plain_weekend_is_called_one() -> None:
    assert add_days(day("2026-03-06"), 1).days[0].why_en == "weekend, skipped"


@pytest.mark.parametrize("year", range(2019, 2027))
def test_the_own_table_agrees_with_chinesecalendar(year: int) -> None:
    every = [date(year, 1, 1) + timedelta(days=n) for n in range(365 + (year % 4 == 0))]
    wrong = [d for d in every if is_workday(d) is not chinese_calendar.is_workday(d)]
    assert wrong == []


def test_the_table_names_each_day_once_and_knows_its_years() -> None:
    dates = [each.date for each in HOLIDAYS]
    assert len(dates) == len(set(dates))
    assert BUILT_IN.years == frozenset(range(2019, 2027))
    assert all(each.date.weekday() > 4 for each in HOLIDAYS if each.kind == "work")
