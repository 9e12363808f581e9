"""The working calendar: the built-in years, an edit, and what an edit moves."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from records import acts, queries
from records.acts import DayRow
from records.calendar_rows import decoded, read_rows, write_rows
from records.errors import Refused, Stale
from records.models import AuditEntry, CalendarDay, CalendarYear
from rules.workdays import BUILT_IN, add_workdays
from tests.records.people import ADMINISTRATOR, OPERATOR

pytestmark = pytest.mark.django_db

NEW_YEAR = DayRow(date(2027, 1, 1), "off", "元旦", "New Year's Day")


def test_the_calendar_begins_as_the_rules_carry_it():
    assert queries.calendar() == BUILT_IN


def test_an_edit_moves_a_due_date():
    start = date(2026, 12, 28)
    before = add_workdays(start, 5, queries.calendar())
    acts.save_calendar_year(ADMINISTRATOR, 2027, [NEW_YEAR], 0, "样例通知")
    after = add_workdays(start, 5, queries.calendar())
    assert (before.due, before.provisional) == (date(2027, 1, 4), True)
    assert (after.due, after.provisional) == (date(2027, 1, 5), False)


def test_an_edited_day_is_seen_by_the_next_question():
    assert date(2026, 5, 1) in queries.calendar().off
    acts.save_calendar_year(ADMINISTRATOR, 2026, [DayRow(date(2026, 1, 1), "off")], 1)
    assert date(2026, 5, 1) not in queries.calendar().off


def test_an_unchanged_calendar_costs_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
):
    queries.calendar()
    with django_assert_num_queries(1):
        queries.calendar()


def test_saving_replaces_the_days_and_is_recorded():
    rows = [DayRow(date(2026, 1, 1), "off", "元旦")]
    saved = acts.save_calendar_year(ADMINISTRATOR, 2026, rows, 1, "样例通知")
    assert (saved.version, saved.updated_by) == (2, "样例乙")
    assert CalendarDay.objects.filter(year=2026).count() == 1
    entry = AuditEntry.objects.latest("seq")
    assert entry.after == {"source": "样例通知", "days": ["2026-01-01 off 元旦"]}
    assert len(dict(entry.before or {})["days"]) > 30


def test_each_saving_is_a_version_with_what_came_and_went():
    acts.save_calendar_year(ADMINISTRATOR, 2027, [NEW_YEAR], 0, "样例通知一")
    other = DayRow(date(2027, 1, 4), "off", "调休")
    acts.save_calendar_year(ADMINISTRATOR, 2027, [other], 1, "样例通知二")
    newest, first = queries.calendar_versions(2027)
    assert (newest.source, first.source) == ("样例通知二", "样例通知一")
    assert (newest.added, newest.removed) == (["2027-01-04 off 调休"], first.added)
    assert first.removed == []


def test_who_is_no_administrator_may_not_save():
    with pytest.raises(Refused):
        acts.save_calendar_year(OPERATOR, 2027, [NEW_YEAR], 0)


def test_a_stale_version_is_refused_with_the_name_of_who_saved():
    acts.save_calendar_year(ADMINISTRATOR, 2027, [NEW_YEAR], 0)
    with pytest.raises(Stale, match="样例乙"):
        acts.save_calendar_year(ADMINISTRATOR, 2027, [NEW_YEAR], 0)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [DayRow(date(2026, 12, 31), "off")],
        [NEW_YEAR, NEW_YEAR],
        [DayRow(date(2027, 1, 4), "work")],
        [DayRow(date(2027, 1, 1), "feast")],
    ],
    ids=["none", "other year", "twice", "weekday made up", "unknown kind"],
)
def test_days_that_cannot_be_are_refused(rows: list[DayRow]):
    with pytest.raises(ValidationError):
        acts.save_calendar_year(ADMINISTRATOR, 2027, rows, 0)
    assert not CalendarYear.objects.filter(year=2027).exists()


def test_all_faulty_rows_are_named_at_once():
    rows = [DayRow(date(2026, 1, 1), "off"), DayRow(date(2027, 1, 5), "work")]
    with pytest.raises(ValidationError) as caught:
        acts.save_calendar_year(ADMINISTRATOR, 2027, rows, 0)
    assert len(caught.value.messages) == 2


@pytest.mark.parametrize(
    ("today", "missing"),
    [
        (date(2026, 11, 30), None),
        (date(2026, 12, 1), 2027),
        (date(2027, 1, 5), 2027),
    ],
)
def test_a_year_is_missed_from_1_december_before_it(today: date, missing: int | None):
    assert queries.missing_year(today) == missing


def test_lines_are_read_in_the_ways_people_write_them():
    lines = [
        "日期,类型,名称",
        "2027-01-01, off, 元旦, New Year's Day",
        "２０２７年1月2日；休；元旦",
        "",
        "2027.1.10\twork",
    ]
    assert read_rows("\n".join(lines)) == [
        NEW_YEAR,
        DayRow(date(2027, 1, 2), "off", "元旦"),
        DayRow(date(2027, 1, 10), "work"),
    ]


def test_every_bad_line_is_named():
    with pytest.raises(ValidationError) as caught:
        read_rows("2027-13-01,off\n2027-01-01,maybe\n2027-01-02,off")
    assert len(caught.value.messages) == 2


def test_written_lines_are_read_back_the_same():
    days = CalendarDay.objects.filter(year=2026)
    rows = read_rows(write_rows(days))
    assert [row.date for row in rows] == [day.date for day in days]


def test_a_file_from_chinese_excel_is_read():
    assert decoded("元旦".encode("gb18030")) == decoded("元旦".encode("utf-8-sig")) == "元旦"
