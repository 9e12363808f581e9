"""What an approval makes: a recognition, a period of preparation, a site, a recommendation."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from rules.duties import Term, warned_by
from rules.workdays import BUILT_IN, Calendar, Due

Level = Literal["national", "city", "district", "municipal", "province"]
State = Literal["running", "applied", "lapsed"]
Kind = Literal[
    "recognition", "preparation", "site", "carrier", "recommendation", "receipt", "name_use"
]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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
        return warned_by(self.due(approved_on, calendar).due, self.warnings, day)

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


class Outcome(NamedTuple):
    """What an approval makes, by its kind.

    A recognition has a `level`; `name_prefix` is how the name given must begin, `plaque` the
    printed words on a plaque ("" = none), `under_parent` says that the park becomes a branch of its
    own under the national park. A recommendation has the `level` for which it recommends. A
    preparation opens its `period`, within which another procedure may follow. A site is one more
    site of the park, a carrier its new main premises, both as the case's form describes them. A
    receipt grants nothing: it says that something was filed. A use of the park's name is filed or
    authorised, as the case's form describes it.
    """

    kind: Kind
    clause: str
    words: str
    level: Level | None = None
    name_prefix: str = ""
    plaque: str = ""
    under_parent: bool = False
    period: Period | None = None
