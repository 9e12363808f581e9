"""Statutory time (Civil Code art. 200-204): periods, working days, last days that roll.

The day of the event is not counted; a last day on a statutory day off moves to the next working
day; make-up Saturdays and Sundays are working days; months and years end on the corresponding
date, or on the month's last day where there is none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from rules.holidays import HOLIDAYS, YEARS
from rules.source import Text

__all__ = [
    "BUILT_IN",
    "HOLIDAYS",
    "Calendar",
    "Day",
    "Due",
    "add_days",
    "add_months",
    "add_workdays",
    "add_years",
    "is_workday",
    "rolled",
    "today",
    "workdays_before",
]

_CHINA = timezone(timedelta(hours=8))
_ONE_DAY = timedelta(days=1)
_SHORTEST_MONTH = 28
_DECEMBER = 12
_WEEKEND = Text("周末", "weekend")


@dataclass(frozen=True)
class Calendar:
    """Days off and make-up working days of the years that have been announced."""

    off: frozenset[date]
    made_up: frozenset[date]
    years: frozenset[int]
    names: Mapping[date, Text] = field(default_factory=dict, compare=False)

    def knows(self, day: date) -> bool:
        """Whether that day's year has been announced; otherwise Monday to Friday is assumed."""
        return day.year in self.years


class Day(NamedTuple):
    """One day that decides a date: skipped, made up, or rolled over."""

    date: date
    counts: bool
    why_zh: str
    why_en: str


class Due(NamedTuple):
    """The last day of a period.

    `nominal` is the day before rolling. `provisional`: it depends on a year not yet announced.
    """

    due: date
    nominal: date
    provisional: bool
    days: tuple[Day, ...]


BUILT_IN = Calendar(
    off=frozenset(day.date for day in HOLIDAYS if day.kind == "off"),
    made_up=frozenset(day.date for day in HOLIDAYS if day.kind == "work"),
    years=YEARS,
    names={day.date: Text(day.name_zh, day.name_en) for day in HOLIDAYS},
)


def today() -> date:
    """The date in China, which is the one that counts for legal dates."""
    return datetime.now(_CHINA).date()


def is_workday(day: date, calendar: Calendar = BUILT_IN) -> bool:
    """Whether offices work that day, make-up days included."""
    return day in calendar.made_up or (day not in calendar.off and day.weekday() < 5)


def add_days(start: date, n: int, calendar: Calendar = BUILT_IN) -> Due:
    """The end of n natural days after the event's day, rolled."""
    return rolled(start + timedelta(days=n), calendar)


def add_months(start: date, n: int, calendar: Calendar = BUILT_IN) -> Due:
    """The end of n months after the event's day, rolled."""
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    return rolled(_corresponding(year, month + 1, start.day), calendar)


def _corresponding(year: int, month: int, day: int) -> date:
    """That day of the month, or its last where it has none."""
    if day <= _SHORTEST_MONTH or month == _DECEMBER:
        return date(year, month, day)
    following = date(year, month + 1, 1)
    return date(year, month, min(day, (following - _ONE_DAY).day))


def add_years(start: date, n: int, calendar: Calendar = BUILT_IN) -> Due:
    """The end of n years after the event's day, rolled."""
    return add_months(start, 12 * n, calendar)


def add_workdays(start: date, n: int, calendar: Calendar = BUILT_IN) -> Due:
    """The n-th working day after the event's day; its nominal day is the same."""
    day, known, decisive = start, True, []
    while n > 0:
        day += _ONE_DAY
        known = known and calendar.knows(day)
        works = is_workday(day, calendar)
        n -= works
        if not works or day in calendar.made_up:
            decisive.append(_explained(day, works, calendar))
    return Due(day, day, not known, tuple(decisive))


def workdays_before(end: date, n: int, calendar: Calendar = BUILT_IN) -> date:
    """The n-th working day before that day."""
    day = end
    while n > 0:
        day -= _ONE_DAY
        n -= is_workday(day, calendar)
    return day


def rolled(nominal: date, calendar: Calendar = BUILT_IN) -> Due:
    """The nominal day, or the next working day where it is a day off."""
    day, known, decisive = nominal, calendar.knows(nominal), []
    while not is_workday(day, calendar):
        decisive.append(_explained(day, False, calendar))
        day += _ONE_DAY
        known = known and calendar.knows(day)
    if day in calendar.made_up:
        decisive.append(_explained(day, True, calendar))
    return Due(day, nominal, not known, tuple(decisive))


def _explained(day: date, works: bool, calendar: Calendar) -> Day:
    if works:
        name = calendar.names.get(day, Text("调休上班", "make-up working day"))
        return Day(day, True, f"{name.zh}，计入", f"{name.en}, counts")
    name = calendar.names.get(day, _WEEKEND if day.weekday() > 4 else Text("放假", "day off"))
    return Day(day, False, f"{name.zh}，顺延", f"{name.en}, skipped")
