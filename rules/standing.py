"""Standing duties, as records to keep: bodies, staff, rules, meetings, targets.

Also who may move into a park, and who may use its name.
"""

import unicodedata
from collections.abc import Collection
from datetime import date
from typing import Literal, NamedTuple

from rules.refusal import Refusal, in_words
from rules.workdays import BUILT_IN, Calendar, workdays_before

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

    def refusals(self, on_record: Collection[str]) -> tuple[Refusal, ...]:
        """Why an enterprise may not move in, given the keys of what is on record about it."""
        return tuple(
            Refusal(
                self.clause,
                f"有{bar.zh}的不得入驻。",
                f"{bar.en}: it may not move in.",
            )
            for bar in self.bars
            if bar.key in on_record
        )

    def words(self) -> tuple[str, ...]:
        """All operative words."""
        return tuple(each.words for each in (*self.eligible, *self.bars, *self.removal))


class Stem(NamedTuple):
    """What protected names have in common, protected as well by the system's reading of `words`."""

    clause: str
    name: str
    words: str


class NameUse(NamedTuple):
    """Use of the park's name: filed beforehand by the district, authorised for all others.

    `stem` counts by itself, though the text prints only the names. `advised` are the working days
    before the event by which it is best handed in. Both are the system's own, printed nowhere.
    """

    clause: str
    words: str
    protects: str
    protected: tuple[str, ...]
    stem: Stem | None = None
    advised: int = 10

    def refusal(self, filed: date, event: date) -> Refusal | None:
        """Why a filing or an authorisation of that day is too late: 事先 is before the event."""
        if filed < event:
            return None
        day = in_words(event)
        return Refusal(
            self.clause,
            f"须在{day.zh}活动开始之前报备或取得授权。",
            f"It must be filed or authorised before the event of {day.en}.",
        )

    def advised_by(self, event: date, calendar: Calendar = BUILT_IN) -> date:
        """The last day on which handing it in leaves as many working days as advised."""
        return workdays_before(event, self.advised, calendar)

    def borne(self, name: str) -> str | None:
        """The protected name that another's name carries, the longest first, the stem last.

        Blanks, quotation marks, brackets and full-width signs hide nothing.
        """
        bare, longest_first = _bare(name), sorted(self._guarded, key=len, reverse=True)
        return next((each for each in longest_first if _bare(each) in bare), None)

    @property
    def pattern(self) -> str:
        """A regular expression that finds every bearer in a database, and perhaps a few more."""
        names = [_bare(each) for each in self._guarded]
        shortest = [one for one in names if not any(o in one for o in names if o != one)]
        return "|".join(r"\W*".join(one) for one in shortest)

    @property
    def _guarded(self) -> tuple[str, ...]:
        return (*self.protected, self.stem.name) if self.stem else self.protected


def _bare(name: str) -> str:
    """The letters and digits of a name alone, half-width."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", name) if sign.isalnum())
