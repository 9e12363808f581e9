"""Grades: computed from scores under a quota, or decided by an office within a frame of heads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from rules.errors import BadInput
from rules.exact import places_two
from rules.parsing import decimal_of
from rules.source import Text
from rules.verdict import ENGINE
from rules.words import Phrase, require, require_apart


class Grade(NamedTuple):
    """One grade. `unprinted`: the text names the others and leaves this one without a name."""

    key: str
    zh: str
    en: str
    unprinted: bool = False


EXCELLENT = Grade("excellent", "优秀", "excellent")
QUALIFIED = Grade("qualified", "合格", "qualified")
UNQUALIFIED = Grade("unqualified", "不合格", "unqualified")


class Dimension(NamedTuple):
    """One head under which a text wants a park assessed, without a weight."""

    key: str
    zh: str
    en: str
    clause: str
    words: str


class Frame(NamedTuple):
    """What an evaluation looks at and which grades there are; an office decides the grade.

    `outside`: a third party does the evaluation.
    """

    clause: str
    words: str
    dimensions: tuple[Dimension, ...]
    grades: tuple[Grade, ...]
    outside: bool = False


class Held(NamedTuple):
    """A park whose grade is provisional until the leading group decides."""

    park: str
    zh: str
    en: str


class Grades(NamedTuple):
    """The grades of one cycle."""

    jurisdiction: str
    quota: int
    grades: Mapping[str, str]
    held: tuple[Held, ...]
    scores: Mapping[str, Decimal]

    def to_dict(self) -> dict[str, Any]:
        """The answer of `python -m rules grade`, JSON-safe."""
        return {
            "quota": self.quota,
            "grades": dict(self.grades),
            "held": [{"park": h.park, "reason": f"{h.zh} / {h.en}"} for h in self.held],
        }

    def receipt(self) -> dict[str, Any]:
        """All that is needed to replay the grades later, JSON-safe."""
        return {
            "kind": "grades",
            "engine": ENGINE,
            "jurisdiction": self.jurisdiction,
            "scores": {park: str(score) for park, score in self.scores.items()},
            "answer": self.to_dict(),
        }


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Grading:
    """Grades by published totals: a failing mark, and a quota for the best."""

    clause: str
    quota_words: str
    quota: int
    fails_words: str
    fails: int
    total: int

    def __post_init__(self) -> None:
        require_apart(self.quota_words, Phrase("<=", Decimal(self.quota), "%"))
        require(self.fails_words, Phrase("<=", Decimal(self.fails), "分"))

    def grade(self, jurisdiction: str, raw: Mapping[str, object]) -> Grades:
        """The grades of all parks scored in one cycle, by their published totals.

        Exactly the failing mark, and a tie across the edge of the quota, are held. Raises BadInput.
        """
        scores = {park: self._score(park, score) for park, score in raw.items()}
        quota = self.quota * len(scores) // 100
        passing = sorted((s for s in scores.values() if s > self.fails), reverse=True)
        # The score that the last place under the quota goes to, and whether it is contested.
        edge = passing[quota - 1] if 0 < quota <= len(passing) else None
        tied = edge is not None and len(passing) > quota and passing[quota] == edge
        best = self._best(quota, edge, tied)
        grades = {park: self._grade(score, best) for park, score in scores.items()}
        held = tuple(self._held(scores, edge if tied else None))
        return Grades(jurisdiction, quota, grades, held, scores)

    def _score(self, park: str, raw: object) -> Decimal:
        score = places_two(decimal_of(park, raw))
        if score > self.total:
            raise BadInput(f"{park}: at most {self.total} points")
        return score

    def _best(self, quota: int, edge: Decimal | None, tied: bool) -> Decimal:
        """The least score that is excellent without doubt; beyond the total where none is."""
        if quota == 0:
            return Decimal(self.total + 1)
        if edge is None:
            return Decimal(0)
        return edge + Decimal("0.01") if tied else edge

    def _grade(self, score: Decimal, best: Decimal) -> str:
        if score <= self.fails:
            return UNQUALIFIED.key
        return EXCELLENT.key if score >= best else QUALIFIED.key

    def _held(self, scores: Mapping[str, Decimal], tied: Decimal | None) -> Iterator[Held]:
        for park, score in scores.items():
            if score == self.fails:
                why = _AT_THE_MARK
            elif score == tied:
                why = _TIED
            else:
                continue
            yield Held(park, why.zh.format(score), why.en.format(score))


_AT_THE_MARK = Text(
    "得分恰为{}分，是否不合格待领导小组确认",
    "exactly {}: the leading group decides whether it fails",
)
_TIED = Text(
    "{}分并列于优秀名额边缘，待领导小组决定",
    "{} is tied across the edge of the quota: the leading group decides",
)
