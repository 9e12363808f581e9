"""The explanation of an assessment, as data."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from rules.facts import Value
from rules.source import Force, Text

# Part of every receipt: raise it when an assessment of the same input may come out differently.
ENGINE = "1"

_EXACT = Context(prec=100)


class Outcome(StrEnum):
    """Worst first. UNKNOWN: facts are missing; JUDGE: a person must decide."""

    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    JUDGE = "judge"
    MET = "met"


_RANK = {outcome: rank for rank, outcome in enumerate(Outcome)}


def worst(outcomes: Sequence[Outcome]) -> Outcome:
    """What holds where every part must hold."""
    return min(outcomes, key=_RANK.__getitem__)


def best(outcomes: Sequence[Outcome]) -> Outcome:
    """What holds where one part is enough."""
    return max(outcomes, key=_RANK.__getitem__)


class Ground(NamedTuple):
    """Why a miss may be waived: 原则上 or 一般 (`in_principle`), or 适当放宽 (`relaxation`)."""

    kind: str
    clause: str
    words: str
    zh: str
    en: str


class Judgement(NamedTuple):
    """What a named person found on a vague standard."""

    met: bool
    by: str
    reason: str


class Waiver(NamedTuple):
    """A recorded exercise of discretion; `value` is the relaxed limit where one was set."""

    by: str
    reason: str
    document: str
    value: int | Decimal | None = None


class Step(NamedTuple):
    """One node of the explanation. Only leaves carry what stands below `parts`.

    `unit` is the Chinese unit, `unit_en` the English one. `gap` is a positive plain number.
    `needs` names the facts without which the node is unknown.
    """

    clause: str
    outcome: Outcome
    zh: str
    en: str
    parts: tuple["Step", ...] = ()
    words: str = ""
    fact: str | None = None
    operator: str | None = None
    want: int | bool | str | Decimal | None = None
    have: int | bool | str | Decimal | None = None
    unit: str | None = None
    unit_en: str | None = None
    gap: str | None = None
    waivable: bool = False
    grounds: tuple[Ground, ...] = ()
    judged: bool = False
    needs: tuple[str, ...] = ()
    judgement: Judgement | None = None
    waiver: Waiver | None = None

    def leaves(self) -> Iterator["Step"]:
        """All tests below, in order."""
        if self.fact is not None or self.judged:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def open_parts(self) -> Iterator["Step"]:
        """Nodes without parts on which the outcome may still depend."""
        if self.outcome is Outcome.MET:
            return
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.open_parts()

    def deciding(self) -> Iterator["Step"]:
        """The leaves that make the outcome what it is."""
        if not self.parts:
            yield self
        for part in self.parts:
            if part.outcome is self.outcome:
                yield from part.deciding()


class Divergence(NamedTuple):
    """A contested reading under which the whole would come out otherwise."""

    id: str
    clause: str
    question: Text
    chosen: str
    outcomes: Mapping[str, Outcome]


class Verdict(NamedTuple):
    """What an edition says about given facts on a day; `force` informs and changes nothing.

    `procedure` is the one that asks conditions of its own, "" where they are the edition's.
    """

    edition: str
    jurisdiction: str
    instrument: str
    on: date
    force: Force
    tree: Step
    contested: tuple[Divergence, ...]
    facts: Mapping[str, Value]
    judgements: Mapping[str, Judgement]
    waivers: Mapping[str, Waiver]
    procedure: str = ""

    @property
    def outcome(self) -> Outcome:
        """The root's outcome."""
        return self.tree.outcome

    @property
    def waivable(self) -> bool:
        """Whether waivers could turn the whole: not met, and every leaf that decides waivable."""
        return self.outcome is Outcome.NOT_MET and all(s.waivable for s in self.tree.deciding())

    @property
    def missing(self) -> tuple[str, ...]:
        """Keys of the facts still wanted, in the order in which the law asks."""
        return tuple(dict.fromkeys(key for s in self.tree.open_parts() for key in s.needs))

    @property
    def to_judge(self) -> tuple[str, ...]:
        """Ids of the judged leaves still unanswered."""
        open_parts = self.tree.open_parts()
        return tuple(s.clause for s in open_parts if s.outcome is Outcome.JUDGE)

    def to_dict(self) -> dict[str, Any]:
        """The answer of `python -m rules assess`, JSON-safe."""
        return {
            "jurisdiction": self.jurisdiction,
            "edition": self.edition,
            "instrument": self.instrument,
            "on": self.on.isoformat(),
            "force": self.force,
            "outcome": self.outcome.value,
            "waivable": self.waivable,
            "missing": list(self.missing),
            "to_judge": list(self.to_judge),
            "contested": [_divergence_dict(each) for each in self.contested],
            "tree": tree_dict(self.tree),
        }

    def receipt(self) -> dict[str, Any]:
        """All that is needed to replay the verdict later, JSON-safe."""
        answer = self.to_dict()
        return {
            "engine": ENGINE,
            "edition": self.edition,
            "procedure": self.procedure,
            "on": answer["on"],
            "facts": {key: plain_value(value) for key, value in self.facts.items()},
            "judgements": {leaf: each._asdict() for leaf, each in self.judgements.items()},
            "waivers": {leaf: waiver_dict(each) for leaf, each in self.waivers.items()},
            "outcome": answer["outcome"],
            "tree": answer["tree"],
        }


def plain(number: Decimal | int) -> str:
    """A number without exponent and without idle zeros: `0.5`, `2000000000`."""
    written = format(number, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def distance(want: Decimal | int, have: Decimal | int) -> str:
    """How far apart, as a positive plain number; exact whatever the length."""
    if isinstance(want, int) and isinstance(have, int):
        return str(abs(want - have))
    return plain(_EXACT.abs(_EXACT.subtract(Decimal(want), Decimal(have))))


def plain_value(value: Value | None) -> Any:
    """A fact as JSON: counts as integers, amounts and areas as strings."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value


def waiver_dict(waiver: Waiver) -> dict[str, Any]:
    """A waiver as JSON, in the form in which it is handed in."""
    written = waiver._asdict() | {"value": plain_value(waiver.value)}
    return {key: value for key, value in written.items() if value is not None}


def tree_dict(tree: Step) -> dict[str, Any]:
    """An explanation as JSON; the leaves that decide the root are marked."""
    return _step_dict(tree, {id(step) for step in tree.deciding()})


def _step_dict(step: Step, deciding: set[int]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "clause": step.clause,
        "outcome": step.outcome.value,
        "zh": step.zh,
        "en": step.en,
        "decides": id(step) in deciding,
        "parts": [_step_dict(part, deciding) for part in step.parts],
    }
    if step.fact is None and not step.judged:
        return told
    return told | {
        "words": step.words,
        "fact": step.fact,
        "operator": step.operator,
        "want": plain_value(step.want),
        "have": plain_value(step.have),
        "unit": step.unit,
        "unit_en": step.unit_en,
        "gap": step.gap,
        "waivable": step.waivable,
        "grounds": [ground._asdict() for ground in step.grounds],
        "judged": step.judged,
        "judgement": step.judgement._asdict() if step.judgement else None,
        "waiver": waiver_dict(step.waiver) if step.waiver else None,
    }


def _divergence_dict(each: Divergence) -> dict[str, Any]:
    return {
        "id": each.id,
        "clause": each.clause,
        "question_zh": each.question.zh,
        "question_en": each.question.en,
        "chosen": each.chosen,
        "outcomes": {reading: outcome.value for reading, outcome in each.outcomes.items()},
    }
