"""Which duties of an edition come round, and which periods have ended by a day."""

from collections.abc import Iterator
from datetime import date, timedelta

import rules
from rules.duties import Duty, NextMonth, NextYear
from rules.workdays import Calendar


def periodic(edition: str) -> tuple[Duty, ...]:
    """The edition's duties that come round with each month or calendar year."""
    return tuple(
        d for d in rules.edition(edition).duties if isinstance(d.clock, NextMonth | NextYear)
    )


def is_monthly(duty: Duty) -> bool:
    return isinstance(duty.clock, NextMonth)


def last_ended(duty: Duty, day: date) -> date:
    """The last day of the last period that ended before `day`."""
    first = day.replace(day=1) if is_monthly(duty) else date(day.year, 1, 1)
    return first - timedelta(days=1)


def to_open(
    duty: Duty, known: date | None, since: date, day: date, calendar: Calendar
) -> Iterator[date]:
    """The ends of the periods to open by `day`, the earliest first.

    `known` is the last period opened: all after it are caught up with. Without one, the period
    that ended last is opened while it can still be met; none that ended before `since`.
    """
    end, found = last_ended(duty, day), []
    if known is None:
        if end >= since and duty.due(end, calendar).due >= day:
            yield end
        return
    while end > known:
        found.append(end)
        end = last_ended(duty, end)
    yield from reversed(found)
