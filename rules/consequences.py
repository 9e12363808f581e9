"""What a grade, a failed rectification or a finding entails, and what it still waits for.

A year's grade is frozen when it is published: passing a rectification stops the loss of money and
rewrites no grade. A year without an evaluation breaks a row of failures.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from rules.duties import Term
from rules.source import Text
from rules.words import Operator, require_term

Effect = Literal[
    "commend", "pay", "award", "recommend", "criticise", "rectify", "cancel_money", "revoke",
    "refund",
]  # fmt: skip
State = Literal["due", "waits", "may"]

RESULT = Text("整改结果", "the result of the rectification")


class History(NamedTuple):
    """What is on record about one park: frozen grades and results by the year evaluated.

    `consents` holds the keys of consequences that the other authority has agreed to, `findings`
    those that an office has recorded apart from any grade.
    """

    grades: Mapping[int, str]
    rectified: Mapping[int, Literal["passed", "failed"]]
    founded: date | None = None
    consents: frozenset[str] = frozenset()
    findings: frozenset[str] = frozenset()


class Finding(NamedTuple):
    """A cause apart from any grade, which an office records with its evidence."""

    key: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Consequence:
    """One thing that follows under its clause.

    `grades` it follows upon ("" for upon `findings`); `after_failure`: only once a rectification
    has failed; `in_a_row` so many years; `age` the park must have reached; `consent` whose is
    needed; `choice`: an office decides whether, with a reason.
    """

    key: str
    zh: str
    en: str
    effect: Effect
    clause: str
    words: str
    grade: str = ""
    after_failure: bool = False
    in_a_row: int = 1
    age: Term | None = None
    age_operator: Operator | None = None
    consent: Text | None = None
    findings: tuple[Finding, ...] = ()
    choice: bool = False

    def __post_init__(self) -> None:
        if self.in_a_row > 1:
            require_term(self.words, self.in_a_row, "次" if "次" in self.words else "年")
        if self.age:
            self.age.check(self.words, self.age_operator)

    def follows(self, history: History, year: int, on: date) -> "Entailed | None":
        """Whether it follows from the year's evaluation as things stand on a day."""
        if self.grade:
            if not self._graded(history, year):
                return None
        elif not history.findings & {finding.key for finding in self.findings}:
            return None
        result = history.rectified.get(year)
        if self.after_failure and result == "passed":
            return None
        if self.age and not self._old_enough(history.founded, on):
            return None
        waits = tuple(self._waits(history, result))
        return Entailed(self, "waits" if waits else ("may" if self.choice else "due"), waits)

    def _graded(self, history: History, year: int) -> bool:
        years = range(year, year - self.in_a_row, -1)
        return all(history.grades.get(each) == self.grade for each in years)

    def _old_enough(self, founded: date | None, on: date) -> bool:
        assert self.age
        return founded is not None and self.age.due(founded).nominal <= on

    def _waits(self, history: History, result: str | None) -> Iterator[Text]:
        if self.after_failure and result is None:
            yield RESULT
        if self.consent and self.key not in history.consents:
            yield self.consent


class Entailed(NamedTuple):
    """A consequence that follows: due, waiting for something, or for an office to choose."""

    consequence: Consequence
    state: State
    waits: tuple[Text, ...]
