"""Who must do what by when: periods after an event, and days of the following year or month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from rules.errors import BadInput
from rules.words import Operator, require_term
from rules.workdays import (
    BUILT_IN,
    Calendar,
    Due,
    add_days,
    add_months,
    add_workdays,
    add_years,
    rolled,
)

Unit = Literal["days", "workdays", "years"]

_PRINTED = {"days": "日", "workdays": "个工作日", "years": "年"}
_ADD: dict[str, Callable[[date, int, Calendar], Due]] = {
    "days": add_days,
    "workdays": add_workdays,
    "years": add_years,
}


class Term(NamedTuple):
    """A period after an event, the event's day not counted."""

    length: int
    unit: Unit

    def due(self, start: date, calendar: Calendar = BUILT_IN) -> Due:
        """The period's last day, rolled."""
        return _ADD[self.unit](start, self.length, calendar)

    def check(self, words: str, operator: Operator | None = None) -> None:
        """Raises WordsDisagree where the words print another length, unit or comparison."""
        require_term(words, self.length, _PRINTED[self.unit], operator)


class NextMonth(NamedTuple):
    """A day of the month after the one reported on."""

    day: int

    def due(self, start: date, calendar: Calendar = BUILT_IN) -> Due:
        """That day of the following month, rolled."""
        return rolled(add_months(start.replace(day=self.day), 1, calendar).nominal, calendar)


class NextYear(NamedTuple):
    """A date in the year after the one reported on."""

    month: int
    day: int

    def due(self, start: date, calendar: Calendar = BUILT_IN) -> Due:
        """That date of the following year, rolled."""
        return rolled(date(start.year + 1, self.month, self.day), calendar)


class EachYear(NamedTuple):
    """A closing date that returns each year: the first that has not yet passed."""

    month: int
    day: int

    def due(self, start: date, calendar: Calendar = BUILT_IN) -> Due:
        """That date of the start's year, rolled; of the next year once it has passed."""
        this_year = rolled(date(start.year, self.month, self.day), calendar)
        if start <= this_year.due:
            return this_year
        return rolled(date(start.year + 1, self.month, self.day), calendar)

    def check(self, words: str, operator: Operator | None = None) -> None:
        """Raises WordsDisagree where the words print another date."""
        require_term(words, self.month, "月", operator)
        require_term(words, self.day, "日", operator)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Duty:
    """One duty of an edition. `system_default`: the text prints no such day, the system sets one.

    `who` is the office or park that owes it. `warnings` are days before the due day, 0 = that day,
    on which who owes it is told: the system's own, printed nowhere.
    """

    key: str
    zh: str
    en: str
    who: Literal["park", "district", "bureau"]
    clock: Term | NextMonth | NextYear | EachYear
    clause: str
    words: str
    system_default: bool = False
    operator: Operator | None = None
    warnings: tuple[int, ...] = (30, 0)

    def __post_init__(self) -> None:
        if isinstance(self.clock, Term | EachYear) and not self.system_default:
            self.clock.check(self.words, self.operator)

    def due(self, start: date, calendar: Calendar = BUILT_IN) -> Due:
        """The day by which it must be done. Raises BadInput where no such date exists."""
        try:
            return self.clock.due(start, calendar)
        except (OverflowError, ValueError) as error:
            raise BadInput(f"no due date can be reckoned from {start}") from error

    def warned_by(self, start: date, day: date, calendar: Calendar = BUILT_IN) -> tuple[int, ...]:
        """The warnings whose day has come by `day`."""
        return warned_by(self.due(start, calendar).due, self.warnings, day)


def latest_warning(last: date, warnings: tuple[int, ...], day: date) -> int | None:
    """The warning nearest to `last` whose day has come by `day`, for who never heard of it before.

    None before the first, and once as much time has passed since `last` as the first came before.
    """
    if day > last + timedelta(days=max(warnings)):
        return None
    return min(warned_by(last, warnings, day), default=None)


def warned_by(last: date, warnings: tuple[int, ...], day: date) -> tuple[int, ...]:
    """Those of the warnings, in days before `last`, whose day has come by `day`.

    All that have come, so that a late sweep catches up.
    """
    return tuple(days for days in warnings if last - timedelta(days=days) <= day)
