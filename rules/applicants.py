"""Who may apply, and what must stand before: each refuses with clause and sentence."""

from datetime import date
from typing import Literal, NamedTuple

from rules.facts import Fact
from rules.outcomes import Level, Period
from rules.refusal import Refusal, in_words
from rules.source import Text
from rules.workdays import BUILT_IN, Calendar

Organisation = Literal["operator", "district", "bureau"]

_HANDS_IN = {
    "operator": Text("园区运营方", "the park's operator"),
    "district": Text("所在地人力资源社会保障部门", "the local HR office"),
    "bureau": Text("主管部门", "the bureau"),
}


class Title(NamedTuple):
    """An applicant of record, as it stands on letter and form."""

    key: str
    zh: str
    en: str
    clause: str
    words: str
    system_default: bool = False


class Applicant(NamedTuple):
    """Whose organisation hands the case in, and for whom.

    `organisation`: the park's operator, the office in the case's district seat (which hands in
    what a government applies for), or the bureau itself. `titles` are the possible applicants of
    record, the usual one first. `letter` is the key of the material by which the applicant of
    record asks, sealed; "" where none is. `itself`: a district's office acts in its own name.
    """

    organisation: Organisation
    titles: tuple[Title, ...]
    letter: str = ""
    itself: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the applicant of record is the organisation that hands it in."""
        return self.itself or self.organisation != "district"

    def refusal(self, organisation: Organisation | None) -> Refusal | None:
        """Why that organisation may not hand it in (None: it is none of the three)."""
        if organisation == self.organisation:
            return None
        record, hands_in = self.titles[0], _HANDS_IN[self.organisation]
        return Refusal(
            record.clause,
            f"本事项由{record.zh}提出，由{hands_in.zh}报送。",
            f"This is for {record.en} to apply for and for {hands_in.en} to hand in.",
        )


class Follows(NamedTuple):
    """Only after an approved case of another procedure, by the last day of its period."""

    procedure: str
    period: Period
    clause: str
    words: str
    without: Text

    def refusal(
        self, approved_on: date | None, filed_on: date, calendar: Calendar = BUILT_IN
    ) -> Refusal | None:
        """Why it may not be handed in on `filed_on`; `approved_on` None: nothing was approved."""
        if approved_on is None:
            return Refusal(self.clause, *self.without)
        if self.period.state(approved_on, filed_on, filed_on, calendar) == "applied":
            return None
        last = in_words(self.period.due(approved_on, calendar).due)
        return Refusal(
            self.clause,
            f"筹建期已于{last.zh}届满，到期自然终止；须重新申请筹建。",
            f"The preparation ended by itself on {last.en}; apply for preparation again.",
        )


class Recognised(NamedTuple):
    """Only for a park that holds a recognition of this level under the edition."""

    level: Level
    clause: str
    words: str

    def refusal(self, stands: bool) -> Refusal | None:
        """Why not, where no such recognition `stands`."""
        if stands:
            return None
        return Refusal(
            self.clause,
            "只有已经认定、认定仍有效的产业园才能申请。",
            "Only a park whose recognition stands may apply.",
        )


def the_bureau(clause: str, words: str) -> Applicant:
    """Nobody applies: the bureau acts by itself."""
    title = Title("bureau", "主管部门", "the bureau", clause, words)
    return Applicant("bureau", (title,))


Requirement = Follows | Recognised


class Committed(NamedTuple):
    """A figure that may be committed instead of actual: the words speak of what is to come."""

    fact: Fact
    clause: str
    words: str
