"""How the tests of the law join: all of them, any of them, by case, or as one reads the text."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from rules.facts import Fact
from rules.leaves import (
    Bound,
    Case,
    Condition,
    CountAbove,
    Holds,
    Judged,
    Leaf,
    Listed,
    Measured,
    Relaxation,
    Threshold,
    at_least,
    at_most,
    more_than,
)
from rules.source import Question, Text, Way
from rules.verdict import Ground, Outcome, Step, best, worst

__all__ = [
    "AllOf",
    "AnyOf",
    "Bound",
    "Case",
    "Condition",
    "Contested",
    "CountAbove",
    "ForInformation",
    "Group",
    "Holds",
    "Judged",
    "Leaf",
    "Listed",
    "Measured",
    "Reading",
    "Relaxation",
    "Threshold",
    "When",
    "asked",
    "at_least",
    "at_most",
    "more_than",
]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Group(Condition):
    """Several conditions under one clause; `soft` is the discretion of the clause's head."""

    clause: str
    zh: str
    en: str
    parts: tuple[Condition, ...]
    soft: Ground | None = field(default=None, kw_only=True)

    @property
    def place(self) -> str:
        return self.clause

    def assess(self, case: Case, ground: Ground | None = None) -> Step:
        inherited = self.soft or ground
        steps = tuple([part.assess(case, inherited) for part in self.parts])
        outcome = self._joined([step.outcome for step in steps])
        return Step(self.clause, outcome, self.zh, self.en, steps)

    def walk(self) -> Iterator[Condition]:
        yield self
        for part in self.parts:
            yield from part.walk()

    @staticmethod
    @abstractmethod
    def _joined(outcomes: list[Outcome]) -> Outcome: ...


class AllOf(Group):
    """Every part must hold."""

    __slots__ = ()
    _joined = staticmethod(worst)


class AnyOf(Group):
    """One part is enough."""

    __slots__ = ()
    _joined = staticmethod(best)


class ForInformation(Group):
    """Shown with what comes out of each part, while nothing here decides."""

    __slots__ = ()

    @staticmethod
    def _joined(outcomes: list[Outcome]) -> Outcome:
        return Outcome.MET


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class When(Condition):
    """One of two limbs, chosen by a fact. While the fact is missing neither limb is tried."""

    clause: str
    zh: str
    en: str
    fact: Fact
    bound: Bound
    then: Condition
    otherwise: Condition

    @property
    def place(self) -> str:
        return self.clause

    def assess(self, case: Case, ground: Ground | None = None) -> Step:
        value = case.facts.get(self.fact.key)
        if value is None:
            needs = tuple(key for key in self._surely_asked() if key not in case.facts)
            return Step(self.clause, Outcome.UNKNOWN, self.zh, self.en, needs=needs)
        limb = self.then if self.bound.holds(value) else self.otherwise  # type: ignore[arg-type]
        return limb.assess(case, ground)

    def walk(self) -> Iterator[Condition]:
        yield self
        yield from self.then.walk()
        yield from self.otherwise.walk()

    def _surely_asked(self) -> list[str]:
        """The choosing fact, and what both limbs ask, so that all gaps are named at once."""
        both = [key for key in asked(self.then) if key in asked(self.otherwise)]
        return list(dict.fromkeys([self.fact.key, *both]))


class Reading(NamedTuple):
    """One way to understand a contested clause, as a real rule."""

    key: str
    zh: str
    en: str
    condition: Condition


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Contested(Condition):
    """A clause that can be read in several ways; the default reading decides, all are evaluated."""

    id: str
    clause: str
    question: Text
    readings: tuple[Reading, ...]
    chosen: str
    basis: Text

    @property
    def place(self) -> str:
        return self.clause

    def assess(self, case: Case, ground: Ground | None = None) -> Step:
        return self.reading(case.readings.get(self.id, self.chosen)).assess(case, ground)

    def walk(self) -> Iterator[Condition]:
        yield self
        yield from self.reading(self.chosen).walk()

    def as_question(self) -> Question:
        """The question without the rules behind its readings."""
        ways = tuple(Way(each.key, each.zh, each.en) for each in self.readings)
        return Question(self.id, self.clause, self.question, ways, self.chosen, self.basis)

    def others(self) -> tuple[Reading, ...]:
        """The readings that were not chosen."""
        return tuple(each for each in self.readings if each.key != self.chosen)

    def reading(self, key: str) -> Condition:
        """The rule under that reading."""
        return next(each.condition for each in self.readings if each.key == key)


def asked(condition: Condition) -> list[str]:
    """Keys of the facts that a condition asks, in order, each once."""
    nodes = (node for node in condition.walk() if isinstance(node, Measured | When))
    return list(dict.fromkeys(node.fact.key for node in nodes))
