"""What an approval makes: a recognition, a period of preparation, a site, a recommendation."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal

from rules.duties import Term
from rules.workdays import BUILT_IN, Calendar, Due

Level = Literal["national", "city", "district", "municipal", "province"]
State = Literal["running", "applied", "lapsed"]


@dataclass(frozen=True, slots=True)
class Period:
    """A period that an approval opens; it ends by itself on its last day, without a decision.

    `warnings` are days before the last day, 0 = that day: the system's own, printed nowhere.
    """

    term: Term
    clause: str
    words: str
    warnings: tuple[int, ...] = (90, 30, 0)

    def __post_init__(self) -> None:
        self.term.check(self.words)

    def due(self, approved_on: date, calendar: Calendar = BUILT_IN) -> Due:
        """The last day, rolled; the day of approval is not counted."""
        return self.term.due(approved_on, calendar)

    def warned_by(
        self, approved_on: date, day: date, calendar: Calendar = BUILT_IN
    ) -> tuple[int, ...]:
        """The warnings whose day has come by `day`, so that a late sweep catches up."""
        last = self.due(approved_on, calendar).due
        return tuple(n for n in self.warnings if last - timedelta(days=n) <= day)

    def state(
        self,
        approved_on: date,
        applied_on: date | None,
        day: date,
        calendar: Calendar = BUILT_IN,
    ) -> State:
        """Where it stands on `day`; `applied_on` is when the case that follows was handed in."""
        last = self.due(approved_on, calendar).due
        if applied_on is not None and applied_on <= last:
            return "applied"
        return "lapsed" if day > last else "running"


@dataclass(frozen=True, slots=True)
class Recognises:
    """The park is recognised at a level. `name_prefix`: how the name given must begin.

    `plaque` holds the printed words on the plaque, "" where the text speaks of none.
    `under_parent`: the park becomes a branch of its own under the national park.
    """

    level: Level
    clause: str
    words: str
    name_prefix: str = ""
    plaque: str = ""
    under_parent: bool = False
    kind: ClassVar[str] = "recognition"


@dataclass(frozen=True, slots=True)
class OpensPeriod:
    """A period begins, within which another procedure may follow."""

    period: Period
    clause: str
    words: str
    kind: ClassVar[str] = "preparation"


@dataclass(frozen=True, slots=True)
class AddsSite:
    """The park gets a further site, as the case's form describes it."""

    clause: str
    words: str
    kind: ClassVar[str] = "site"


@dataclass(frozen=True, slots=True)
class ChangesCarrier:
    """The park's main premises become those which the case's form describes."""

    clause: str
    words: str
    kind: ClassVar[str] = "carrier"


@dataclass(frozen=True, slots=True)
class Recommends:
    """A record that the park was recommended for a level above, with number and date."""

    level: Level
    clause: str
    words: str
    kind: ClassVar[str] = "recommendation"


Outcome = Recognises | OpensPeriod | AddsSite | ChangesCarrier | Recommends
