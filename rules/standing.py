"""Standing duties, as records to keep: bodies, staff, rules, meetings, targets.

Also who may move into a park, and who may use its name.
"""

from collections.abc import Collection
from datetime import date
from typing import Literal, NamedTuple

Who = Literal["park", "district", "bureau", "government"]
Kept = Literal[
    "body", "staff", "rules", "meeting", "fund", "targets", "safety", "activity",
    "attribute", "guide", "ledger",
]  # fmt: skip


class Standing(NamedTuple):
    """One thing that an office or a park must have or do, without a day: a record shows it."""

    key: str
    zh: str
    en: str
    who: Who
    kept: Kept
    clause: str
    words: str


class Bar(NamedTuple):
    """One record that keeps an enterprise out, or one finding that may send it away."""

    key: str
    zh: str
    en: str
    words: str


class Admission(NamedTuple):
    """Who may move into a park. Bars have no exception; causes of removal need an office's act."""

    clause: str
    eligible: tuple[Bar, ...]
    bars: tuple[Bar, ...]
    removal: tuple[Bar, ...]

    def refused(self, on_record: Collection[str]) -> tuple[Bar, ...]:
        """The bars that refuse an entry, given the keys of those on record."""
        return tuple(bar for bar in self.bars if bar.key in on_record)

    def words(self) -> tuple[str, ...]:
        """All operative words."""
        return tuple(each.words for each in (*self.eligible, *self.bars, *self.removal))


class NameUse(NamedTuple):
    """Use of the park's name: filed beforehand by the district, authorised for all others."""

    clause: str
    words: str
    protects: str
    protected: tuple[str, ...]

    def in_time(self, filed: date, event: date) -> bool:
        """Whether a filing or an authorisation came before the event (事先)."""
        return filed < event

    def borne(self, name: str) -> str | None:
        """The protected name that another's name carries, the longest first."""
        found = (each for each in sorted(self.protected, key=len, reverse=True) if each in name)
        return next(found, None)
