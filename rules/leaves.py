"""The tests of the law: figures against printed numbers, properties, judged standards.

Every test compares its operative words with its number when it is built, and refuses to exist
where they disagree.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from operator import eq, ge, gt, le
from typing import Literal, NamedTuple

from rules.facts import OPERATING_AGENCIES, Fact, Value
from rules.source import Text
from rules.verdict import Ground, Judgement, Outcome, Step, Waiver, distance
from rules.words import Operator, Phrase, require, require_apart

Number = int | Decimal

_COMPARE: Mapping[str, Callable[[Number, Number], bool]] = {">=": ge, ">": gt, "<=": le, "=": eq}


class Bound(NamedTuple):
    """A limit: the operator and the number, in the fact's unit."""

    operator: Operator | Literal["="]
    value: Number

    def holds(self, have: Number) -> bool:
        """Whether the figure keeps the limit."""
        return _COMPARE[self.operator](have, self.value)


def at_least(value: Number) -> Bound:
    """不少于, 不低于, 达, 以上."""
    return Bound(">=", value)


def more_than(value: Number) -> Bound:
    """超过."""
    return Bound(">", value)


def at_most(value: Number) -> Bound:
    """不超过."""
    return Bound("<=", value)


class Relaxation(NamedTuple):
    """适当放宽 for a class of parks: any leaf, or only those named. No number is printed.

    The class fits when the fact has one of the values.
    """

    fact: Fact
    values: tuple[Value, ...]
    ground: Ground
    leaves: frozenset[str] | None = None

    def fits(self, facts: Mapping[str, Value]) -> bool:
        """Whether the park belongs to the class; a park that does not say so does not."""
        return facts.get(self.fact.key) in self.values

    def covers(self, leaf: str) -> bool:
        """Whether this leaf may be relaxed."""
        return self.leaves is None or leaf in self.leaves


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Case:
    """What is assessed. `readings` picks another reading of a contested clause than its default."""

    facts: Mapping[str, Value]
    judgements: Mapping[str, Judgement]
    waivers: Mapping[str, Waiver]
    relaxing: tuple[Relaxation, ...] = ()
    readings: Mapping[str, str] = field(default_factory=dict)
    settled: dict[str, Step] = field(default_factory=dict)


class Condition(ABC):
    """A node of an edition's conditions."""

    __slots__ = ()

    @property
    @abstractmethod
    def place(self) -> str:
        """Where it stands: a leaf's own id, else the clause."""

    @abstractmethod
    def assess(self, case: Case, ground: Ground | None = None) -> Step:
        """The node's step; `ground` is the discretion that the head grants to all below it."""

    @abstractmethod
    def walk(self) -> Iterator["Condition"]:
        """The node and all below it, in the law's order, contested clauses in their default."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Leaf(Condition):
    """One test under its own id; `soft` is its own 原则上 or 一般, which stands for the head's."""

    id: str
    zh: str
    en: str
    words: str
    soft: Ground | None = field(default=None, kw_only=True)

    @property
    def place(self) -> str:
        return self.id

    def assess(self, case: Case, ground: Ground | None = None) -> Step:
        step = case.settled.get(self.id)
        if step is None:
            step = case.settled[self.id] = self._step(case, self._grounds(case, ground))
        return step

    def walk(self) -> Iterator["Condition"]:
        yield self

    def _grounds(self, case: Case, inherited: Ground | None) -> tuple[Ground, ...]:
        own = self.soft or inherited
        if own and not case.relaxing:
            return (own,)
        relaxed = tuple(each.ground for each in case.relaxing if each.covers(self.id))
        return (own, *relaxed) if own else relaxed

    @abstractmethod
    def _step(self, case: Case, grounds: tuple[Ground, ...]) -> Step: ...


class Judged(Leaf):
    """A vague standard: open until a named person records an answer with a reason."""

    __slots__ = ()

    def _step(self, case: Case, grounds: tuple[Ground, ...]) -> Step:
        answer = case.judgements.get(self.id)
        waiver = None
        if answer is None:
            outcome = Outcome.JUDGE
        elif answer.met:
            outcome = Outcome.MET
        else:
            waiver = case.waivers.get(self.id) if grounds else None
            outcome = Outcome.MET if waiver else Outcome.NOT_MET
        return Step(
            self.id,
            outcome,
            self.zh,
            self.en,
            words=self.words,
            judged=True,
            grounds=grounds,
            waivable=outcome is Outcome.NOT_MET and bool(grounds),
            judgement=answer,
            waiver=waiver,
        )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Measured(Leaf):
    """A test of one fact against one limit."""

    fact: Fact
    bound: Bound

    @property
    def unit(self) -> Text | None:
        """The unit of the compared figure, None where there is none."""
        return Text(self.fact.unit_zh, self.fact.unit_en) if self.fact.unit_zh else None

    def measure(self, value: Value) -> Number:
        """The figure that is compared."""
        return value  # type: ignore[return-value]  # the fact's kind guarantees it

    def limit(self, raw: object) -> Number:
        """A relaxed limit as handed in. Raises BadInput."""
        return self.fact.parse(raw)  # type: ignore[return-value]

    def _step(self, case: Case, grounds: tuple[Ground, ...]) -> Step:
        value = case.facts.get(self.fact.key)
        if value is None:
            return self._told(Outcome.UNKNOWN, None, grounds)
        have = self.measure(value)
        if self.bound.holds(have):
            return self._told(Outcome.MET, have, grounds)
        waiver = case.waivers.get(self.id)
        if waiver and self._accepts(waiver, have, grounds):
            return self._told(Outcome.MET, have, grounds, waiver)
        return self._told(Outcome.NOT_MET, have, grounds)

    def _accepts(self, waiver: Waiver, have: Number, grounds: tuple[Ground, ...]) -> bool:
        # A value of one's own is for 适当放宽 alone; without that ground it waives nothing.
        if waiver.value is None:
            return bool(grounds)
        relaxed = any(ground.kind == "relaxation" for ground in grounds)
        return relaxed and Bound(self.bound.operator, waiver.value).holds(have)

    def _told(
        self,
        outcome: Outcome,
        have: Number | None,
        grounds: tuple[Ground, ...],
        waiver: Waiver | None = None,
    ) -> Step:
        missed = outcome is Outcome.NOT_MET
        unit = self.unit
        return Step(
            self.id,
            outcome,
            self.zh,
            self.en,
            words=self.words,
            fact=self.fact.key,
            operator=self.bound.operator,
            want=self.bound.value,
            have=have,
            unit=unit and unit.zh,
            unit_en=unit and unit.en,
            gap=distance(self.bound.value, have) if missed and unit and have is not None else None,
            waivable=missed and bool(grounds),
            grounds=grounds,
            waiver=waiver,
            needs=(self.fact.key,) if have is None else (),
        )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Threshold(Measured):
    """A figure against a printed number."""

    def __post_init__(self) -> None:
        # The limit takes the fact's own kind, so that an amount is written as one.
        bound = Bound(self.bound.operator, self.limit(self.bound.value))
        object.__setattr__(self, "bound", bound)
        self._agree(printed(bound, self.fact.unit_zh))

    def _agree(self, limit: Phrase) -> None:
        require(self.words, limit)


class Listed(Threshold):
    """A figure against one of several printed numbers, with a comparison before the first."""

    __slots__ = ()

    def _agree(self, limit: Phrase) -> None:
        require_apart(self.words, limit)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Holds(Measured):
    """A property that must be there."""

    bound: Bound = field(default=Bound("=", True), init=False)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CountAbove(Measured):
    """How many amounts of a list pass a limit each, against a printed number of agencies."""

    each: Bound

    def __post_init__(self) -> None:
        require(self.words, printed(self.each, self.fact.unit_zh), printed(self.bound, "家"))

    @property
    def unit(self) -> Text:
        """Agencies."""
        return Text("家", "agencies")

    def measure(self, value: Value) -> int:
        """The number of amounts that pass."""
        return sum(map(self.each.holds, value))  # type: ignore[arg-type]

    def limit(self, raw: object) -> Number:
        """A relaxed number of agencies."""
        return OPERATING_AGENCIES.parse(raw)  # type: ignore[return-value]


def printed(bound: Bound, unit: str) -> Phrase:
    """A limit as the operative words must print it."""
    assert bound.operator != "="
    return Phrase(bound.operator, Decimal(bound.value), unit)
