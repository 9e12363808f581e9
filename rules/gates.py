"""Tests that stand before money: a term in years, a share of a task, the grade of the year."""

from dataclasses import dataclass
from decimal import Decimal

from rules.claims import GRADE, RECTIFICATION
from rules.counted import Above
from rules.facts import Fact
from rules.leaves import Bound, Case, Leaf, Threshold
from rules.verdict import Ground, Outcome, Step, distance
from rules.words import Phrase, require, require_apart

_MONTHS = 12


class InYears(Threshold):
    """A figure in months against a number of years in print."""

    __slots__ = ()

    def __post_init__(self) -> None:
        assert self.bound.operator != "="
        require(self.words, Phrase(self.bound.operator, Decimal(self.bound.value) / _MONTHS, "年"))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ReachesShare(Leaf):
    """A figure that must reach a percentage of another."""

    above: Above

    def __post_init__(self) -> None:
        require_apart(self.words, Phrase(">=", Decimal(self.above.percent), "%"))

    def _step(self, case: Case, grounds: tuple[Ground, ...]) -> Step:
        have, of = case.facts.get(self.above.fact.key), self.above.of.key
        line = int(self.above.line(case.facts)) if of in case.facts else None
        needs = tuple(key for key in (self.above.fact.key, of) if key not in case.facts)
        outcome = Outcome.UNKNOWN
        if line is not None and isinstance(have, int):
            outcome = Outcome.MET if have >= line else Outcome.NOT_MET
        missed = outcome is Outcome.NOT_MET
        return Step(
            self.id,
            outcome,
            self.zh,
            self.en,
            words=self.words,
            fact=self.above.fact.key,
            operator=">=",
            want=line,
            have=have if isinstance(have, int) else None,
            unit=self.above.fact.unit_zh,
            unit_en=self.above.fact.unit_en,
            gap=distance(line, have) if missed else None,  # type: ignore[arg-type]  # both there
            grounds=grounds,
            needs=needs,
        )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GradeGate(Leaf):
    """Money by the grade of the year: paid, waiting for a rectification, or none.

    No grade is no entitlement, save where `unrated` says that none can be there yet. A grade in
    `waits` pays once the rectification is passed, nothing where it failed, and is held between.
    """

    pays: tuple[str, ...]
    waits: tuple[str, ...] = ()
    unrated: tuple[Fact, Bound] | None = None

    def _step(self, case: Case, grounds: tuple[Ground, ...]) -> Step:
        grade = case.facts.get(GRADE.key)
        outcome = self._outcome(case, grade)
        return Step(
            self.id,
            outcome,
            self.zh,
            self.en,
            words=self.words,
            fact=GRADE.key,
            operator="=",
            want="/".join(self.pays),
            have=grade if isinstance(grade, str) else None,
            grounds=grounds,
            needs=(RECTIFICATION.key,) if outcome is Outcome.UNKNOWN else (),
        )

    def _outcome(self, case: Case, grade: object) -> Outcome:
        if grade is None and self.unrated:
            fact, bound = self.unrated
            early = bound.holds(case.facts[fact.key])  # type: ignore[arg-type]  # a count
            return Outcome.MET if early else Outcome.NOT_MET
        if grade in self.waits:
            result = case.facts.get(RECTIFICATION.key)
            return _RECTIFIED.get(result, Outcome.UNKNOWN)  # type: ignore[arg-type]  # or None
        return Outcome.MET if grade in self.pays else Outcome.NOT_MET


_RECTIFIED = {"passed": Outcome.MET, "failed": Outcome.NOT_MET}
