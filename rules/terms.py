"""One duty's last day for one event, with the days that decide it."""

from datetime import date
from typing import Any, NamedTuple

from rules.duties import Duty
from rules.verdict import ENGINE
from rules.workdays import Due


class Deadline(NamedTuple):
    """By when a duty must be done, counted from an event or a period's end."""

    edition: str
    duty: Duty
    start: date
    reckoned: Due

    @property
    def due(self) -> date:
        """The last day, rolled."""
        return self.reckoned.due

    def to_dict(self) -> dict[str, Any]:
        """The answer of `python -m rules deadline`, JSON-safe."""
        found = self.reckoned
        return {
            "from": self.start.isoformat(),
            "due": found.due.isoformat(),
            "nominal": found.nominal.isoformat(),
            "provisional": found.provisional,
            "system_default": self.duty.system_default,
            "clause": self.duty.clause,
            "days": [day._asdict() | {"date": day.date.isoformat()} for day in found.days],
        }

    def receipt(self) -> dict[str, Any]:
        """All that is needed to reckon it again later under the same calendar, JSON-safe."""
        return {
            "kind": "due",
            "engine": ENGINE,
            "edition": self.edition,
            "duty": self.duty.key,
            "from": self.start.isoformat(),
            "answer": self.to_dict(),
        }
