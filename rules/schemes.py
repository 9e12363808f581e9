"""Schemes of money: who is entitled to what, and how it is reckoned and paid out.

Recognition, and whether an award that is paid once has been paid, are the caller's to check.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from rules.claims import RECTIFICATION
from rules.conditions import Case, Condition, Contested, Leaf
from rules.errors import BadInput
from rules.exact import money, places_two, plain
from rules.facts import Fact
from rules.inputs import judgements_of
from rules.reckoned import Amount, Citation, Given, Instalments, Line
from rules.source import Force, Question, Text, clause_of
from rules.verdict import ENGINE, Judgement, Outcome, Step, plain_value, tree_dict

HELD = Text("评估不合格，待整改结果", "unqualified: waits for the result of the rectification")


class Alternative(NamedTuple):
    """A contested reading of the amount: its other readings as real rules."""

    question: Question
    others: Mapping[str, Amount]


class Otherwise(NamedTuple):
    """A question whose readings pay differently."""

    question: Question
    amounts: Mapping[str, Decimal]


class Instalment(NamedTuple):
    """One payment of an award."""

    number: int
    share: str
    amount: Decimal


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Scheme:
    """One award of one edition, under `conditions` which the facts and a person decide.

    `asks` must be given, `may` need not be. `proposal`: the text gives a ceiling or a baseline,
    and an office sets the amount. `once`: paid a single time. `fund` is where it comes from.
    """

    key: str
    zh: str
    en: str
    clause: str
    asks: tuple[Fact, ...]
    conditions: Condition
    amount: Amount
    may: tuple[Fact, ...] = ()
    instalments: Instalments | None = None
    proposal: bool = False
    once: bool = False
    fund: Text | None = None
    alternatives: tuple[Alternative, ...] = ()
    tests: Mapping[str, Leaf] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        leaves = [node for node in self.conditions.walk() if isinstance(node, Leaf)]
        object.__setattr__(self, "tests", {leaf.id: leaf for leaf in leaves})

    def parse(self, raw: Mapping[str, object]) -> dict[str, Any]:
        """The facts by key, None where one is not yet known. Raises BadInput."""
        known = {fact.key: fact for fact in (*self.asks, *self.may)}
        unknown = next((key for key in raw if key not in known), None)
        if unknown is not None:
            raise BadInput(f"unknown fact: {unknown}")
        missing = [fact.key for fact in self.asks if fact.key not in raw]
        if missing:
            raise BadInput(f"{self.key}: missing: {', '.join(missing)}")
        return {
            key: None if value is None and known[key].nullable else known[key].parse(value)
            for key, value in raw.items()
        }

    def questions(self) -> Iterator[Question]:
        """What is evaluated in several readings."""
        for node in self.conditions.walk():
            if isinstance(node, Contested):
                yield node.as_question()
        yield from (each.question for each in self.alternatives)

    def cites(self) -> Iterator[Citation]:
        """Each clause that the scheme carries, with its operative words."""
        yield self.clause, ""
        for node in self.conditions.walk():
            yield clause_of(node.place), getattr(node, "words", "")
        yield from self.amount.cites()
        if self.instalments:
            yield self.instalments.clause, self.instalments.words

    def reckon(
        self, raw: Mapping[str, object], judgements: Mapping[str, object] | None = None
    ) -> "Reckoning":
        """Entitlement and amount on given facts. Raises BadInput."""
        given = self.parse(raw)
        answers = judgements_of(judgements or {}, self.tests)
        known = {key: value for key, value in given.items() if value is not None}
        case = Case(known, answers, {})
        tree = self.conditions.assess(case)
        entitled, amount, lines = self._reckoned(tree, given)
        return Reckoning(
            self,
            given,
            answers,
            tree,
            entitled,
            amount,
            lines,
            self._paid_out(amount) if entitled else (),
            tuple(self._otherwise(case, given, tree, amount)),
        )

    def _reckoned(self, tree: Step, given: Given) -> tuple[bool, Decimal, tuple[Line, ...]]:
        if tree.outcome is Outcome.NOT_MET:
            why = [step for step in tree.deciding() if step.outcome is Outcome.NOT_MET]
            return False, places_two(0), tuple(map(_refused, why))
        value, lines = self.amount.reckon(given)
        amount = places_two(value)
        if amount != value:
            lines = (*lines, _rounded(value, amount, self.clause))
        return True, amount, lines

    def _paid_out(self, amount: Decimal) -> tuple[Instalment, ...]:
        percents = self.instalments.percents if self.instalments else (100,)
        parts = [places_two(Fraction(amount) * percent / 100) for percent in percents[:-1]]
        parts.append(amount - sum(parts, Decimal(0)))
        return tuple(
            Instalment(n, plain(Fraction(percent, 100)), part)
            for n, (percent, part) in enumerate(zip(percents, parts, strict=True), 1)
        )

    def _otherwise(
        self, case: Case, given: Given, tree: Step, amount: Decimal
    ) -> Iterator[Otherwise]:
        for each in self.alternatives:
            if tree.outcome is Outcome.NOT_MET:
                continue
            amounts = {key: places_two(a.reckon(given).value) for key, a in each.others.items()}
            yield from _differing(each.question, amount, amounts)
        for node in self.conditions.walk():
            if isinstance(node, Contested):
                amounts = {}
                for other in node.others():
                    read = replace(case, readings={node.id: other.key})
                    amounts[other.key] = self._reckoned(self.conditions.assess(read), given)[1]
                yield from _differing(node.as_question(), amount, amounts)


def _differing(
    question: Question, amount: Decimal, amounts: Mapping[str, Decimal]
) -> Iterator[Otherwise]:
    if any(each != amount for each in amounts.values()):
        yield Otherwise(question, {question.chosen: amount, **amounts})


def _refused(step: Step) -> Line:
    return Line(f"不符合：{step.zh}", f"Not met: {step.en}", clause_of(step.clause), "0.00")


def _rounded(value: Fraction, amount: Decimal, clause: str) -> Line:
    told = f"{money(value)} → {money(amount)}"
    return Line(f"四舍五入到分 {told}", f"Rounded to the fen {told}", clause, str(amount))


class Reckoning(NamedTuple):
    """What a scheme says about given facts, apart from the day."""

    scheme: Scheme
    facts: Mapping[str, Any]
    judgements: Mapping[str, Judgement]
    tree: Step
    entitled: bool
    amount: Decimal
    lines: tuple[Line, ...]
    instalments: tuple[Instalment, ...]
    otherwise: tuple[Otherwise, ...]

    @property
    def held(self) -> Text | None:
        """Why the money waits, None where it does not."""
        waits = any(RECTIFICATION.key in step.needs for step in self.tree.leaves())
        return HELD if self.entitled and waits else None


class Award(NamedTuple):
    """A reckoning under one edition on a day; `force` informs and changes nothing."""

    edition: str
    on: date
    force: Force
    reckoning: Reckoning

    @property
    def entitled(self) -> bool:
        """Whether the listed facts give a right to the amount."""
        return self.reckoning.entitled

    @property
    def amount(self) -> Decimal:
        """The amount in yuan."""
        return self.reckoning.amount

    @property
    def held(self) -> Text | None:
        """Why the money waits, None where it does not."""
        return self.reckoning.held

    @property
    def instalments(self) -> tuple[Instalment, ...]:
        """How it is paid out."""
        return self.reckoning.instalments

    def to_dict(self) -> dict[str, Any]:
        """The answer of `python -m rules subsidy`, JSON-safe."""
        told, scheme, held = self.reckoning, self.reckoning.scheme, self.held
        ceiling = scheme.amount.ceiling
        return {
            "scheme": scheme.key,
            "clause": scheme.clause,
            "entitled": told.entitled,
            "proposal": scheme.proposal,
            "held": held and f"{held.zh} / {held.en}",
            "amount": str(told.amount),
            "ceiling": None if ceiling is None else str(places_two(ceiling)),
            "instalments": [
                {"number": each.number, "share": each.share, "amount": str(each.amount)}
                for each in told.instalments
            ],
            "steps": [line._asdict() for line in told.lines],
            "conditions": tree_dict(told.tree),
            "contested": [_contested(each) for each in told.otherwise],
            "force": self.force,
        }

    def receipt(self) -> dict[str, Any]:
        """All that is needed to replay the award later, JSON-safe."""
        return {
            "kind": "award",
            "engine": ENGINE,
            "edition": self.edition,
            "scheme": self.reckoning.scheme.key,
            "on": self.on.isoformat(),
            "facts": {key: plain_value(value) for key, value in self.reckoning.facts.items()},
            "judgements": {k: each._asdict() for k, each in self.reckoning.judgements.items()},
            "answer": self.to_dict(),
        }


def _contested(each: Otherwise) -> dict[str, Any]:
    question = each.question
    return {
        "id": question.id,
        "clause": question.clause,
        "question_zh": question.question.zh,
        "question_en": question.question.en,
        "chosen": question.chosen,
        "outcomes": {reading: str(amount) for reading, amount in each.amounts.items()},
    }
