"""How an edition's parks are evaluated, and what comes of it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rules.consequences import Consequence, Entailed, History
from rules.grades import Frame, Grading
from rules.scoring import Sheet
from rules.standing import Who


class EvaluationStep(NamedTuple):
    """One printed step of an evaluation, and who takes it."""

    key: str
    zh: str
    en: str
    who: Who
    clause: str
    words: str


class EvaluationMaterial(NamedTuple):
    """One item of what a park hands in for its evaluation; `generated` by the system."""

    key: str
    zh: str
    en: str
    clause: str
    words: str
    several: bool = False
    generated: bool = False


class Evaluation(NamedTuple):
    """The frame of heads and grades, the sheet and the grading where printed, the consequences."""

    frame: Frame
    sheet: Sheet | None = None
    grading: Grading | None = None
    consequences: tuple[Consequence, ...] = ()
    steps: tuple[EvaluationStep, ...] = ()
    materials: tuple[EvaluationMaterial, ...] = ()

    def entailed(self, history: History, year: int, on: date) -> tuple[Entailed, ...]:
        """What follows from the evaluation of that year, as things stand on a day."""
        found = (each.follows(history, year, on) for each in self.consequences)
        return tuple(each for each in found if each)

    def cites(self) -> Iterator[tuple[str, str, str]]:
        """Each clause, the object that carries it, and its operative words."""
        yield self.frame.clause, "evaluation.frame", self.frame.words
        for head in self.frame.dimensions:
            yield head.clause, f"evaluation.frame.{head.key}", head.words
        if self.sheet:
            yield from ((c, f"sheet{name}", words) for c, name, words in self.sheet.cites())
        if self.grading:
            yield self.grading.clause, "grading", self.grading.quota_words
            yield self.grading.clause, "grading", self.grading.fails_words
        for each in self.consequences:
            yield each.clause, f"consequences.{each.key}", each.words
        for step in self.steps:
            yield step.clause, f"evaluation.steps.{step.key}", step.words
        for material in self.materials:
            yield material.clause, f"evaluation.materials.{material.key}", material.words
