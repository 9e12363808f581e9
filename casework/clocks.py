"""Clocks of a case: pure functions of recorded events, the edition and the calendar.

The stored `due_on` is an index of what stands here and is never set by hand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rules.procedure import Stage
from rules.workdays import Calendar, add_workdays, is_workday


@dataclass(frozen=True)
class Visit:
    """One stay of a case in a stage: from the day it came, to the day it left (None = still)."""

    came: date
    left: date | None = None


def workdays_between(start: date, end: date, calendar: Calendar) -> int:
    """Working days after `start` up to and with `end` (the start day is not counted)."""
    days = (date.fromordinal(n) for n in range(start.toordinal() + 1, end.toordinal() + 1))
    return sum(1 for day in days if is_workday(day, calendar))


def review_due(visits: Iterable[Visit], workdays: int, calendar: Calendar) -> date | None:
    """When a review period of the bureau's own ends; it pauses while the case is elsewhere.

    None while the case is not in the stage: the clock stands still.
    """
    used = 0
    for visit in visits:
        if visit.left is None:
            return add_workdays(visit.came, max(workdays - used, 0), calendar).due
        used += workdays_between(visit.came, visit.left, calendar)
    return None


def sets_own_period(stage: Stage) -> bool:
    """Whether a bureau may set a review period for the stage: not where others take their time.

    The applicant writes, a notice has the law's days, and who decides outside asks nobody.
    """
    outside = stage.record is not None and stage.record.decides
    return not (stage.hand.seat == "applicant" or stage.notice or outside)


def days_left(due: date | None, today: date) -> int | None:
    """Calendar days to the due day; negative when it is past."""
    return None if due is None else (due - today).days
