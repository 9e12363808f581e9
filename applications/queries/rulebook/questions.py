"""What the text leaves open, each reading with the rule behind it."""

from dataclasses import dataclass
from typing import Any

from applications.queries.rulebook.money import Line, reckoning
from applications.queries.rulebook.procedures import Condition, condition_shown
from rules.conditions import Contested, Leaf
from rules.edition import Edition
from rules.schemes import Scheme
from rules.source import Question, Way


@dataclass(frozen=True)
class ReadingShown:
    """One way to read it: the tests, or the reckoning, that it would be."""

    way: Way
    is_chosen: bool
    conditions: list[Condition]
    lines: list[Line]


@dataclass(frozen=True)
class QuestionShown:
    """A question; `evaluated`: every reading is a rule, and a case shows where it matters."""

    question: Question
    readings: list[ReadingShown]
    evaluated: bool


def questions_page(law: Edition) -> dict[str, Any]:
    return {"questions": [_question(law, each) for each in law.questions()]}


def _question(law: Edition, question: Question) -> QuestionShown:
    conditions, lines = _behind(law, question.id)
    readings = [
        ReadingShown(
            way,
            way.key == question.chosen,
            conditions.get(way.key, []),
            lines.get(way.key, []),
        )
        for way in question.readings
    ]
    return QuestionShown(question, readings, bool(conditions or lines))


def _behind(law: Edition, id: str) -> tuple[dict[str, list[Condition]], dict[str, list[Line]]]:
    """The tests and the reckonings of each reading, by its key."""
    contested = [*law.contested, *(c for s in law.money.schemes for c in _contested(s))]
    conditions = {
        reading.key: [
            condition_shown(leaf) for leaf in reading.condition.walk() if isinstance(leaf, Leaf)
        ]
        for one in contested
        if one.id == id
        for reading in one.readings
    }
    lines: dict[str, list[Line]] = {}
    for scheme in law.money.schemes:
        for one in scheme.alternatives:
            if one.question.id == id:
                lines = {key: reckoning(amount) for key, amount in one.others.items()}
                lines[one.question.chosen] = reckoning(scheme.amount)
    return conditions, lines


def _contested(scheme: Scheme) -> list[Contested]:
    return [node for node in scheme.conditions.walk() if isinstance(node, Contested)]
