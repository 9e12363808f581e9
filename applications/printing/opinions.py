"""The opinions that stand on a form, from the steps and the decision of its case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from applications.printing.cells import chinese_day
from casework.models import Case, Decision, DecisionCase, Step
from casework.seats import procedure_of
from rules.procedure import Procedure

#: What a director who approved or refused without a word of his own has said.
OUTCOME_WORDS = {
    Decision.Outcome.APPROVED: "同意认定。",
    Decision.Outcome.REFUSED: "不予认定。",
}


@dataclass(frozen=True)
class Signed:
    """What an opinion cell holds; `day` is "" until it is signed."""

    paragraphs: tuple[str, ...] = ()
    day: str = ""


def district_opinion(case: Case, steps: Sequence[Step]) -> Signed:
    """The opinion with which the district's director sent the case up, if it still stands.

    It falls when the case comes back to the district; a supplement asked for by the bureau
    leaves it standing, for the case then returns to the bureau alone.
    """
    procedure = procedure_of(case)
    standing: Step | None = None
    for step in steps:
        if _signs_for_district(procedure, step):
            standing = step
        elif step.action == "withdraw" or _seat(procedure, step.to_stage) == "district":
            standing = None
    return _signed(standing.opinion, timezone.localdate(standing.at)) if standing else Signed()


def decision_opinion(entry: DecisionCase | None, steps: Sequence[Step]) -> Signed:
    """The deciding director's words, the name that the decision gives, and its day."""
    if entry is None:
        return Signed()
    decision = entry.decision
    said = [step.opinion for step in steps if step.action in ("approve", "refuse", "correct")]
    words = (said and said[-1]) or OUTCOME_WORDS[Decision.Outcome(decision.outcome)]
    if decision.outcome == Decision.Outcome.APPROVED:
        words = f"{words}\n认定名称：{entry.name}"
    return _signed(words, decision.decided_on)


def _signs_for_district(procedure: Procedure, step: Step) -> bool:
    if step.action != "forward" or not step.from_stage:
        return False
    hand = procedure.stage(step.from_stage).hand
    return hand.seat == "district" and hand.role == "director"


def _seat(procedure: Procedure, stage: str) -> str:
    return procedure.stage(stage).hand.seat if stage else ""


def _signed(words: str, day: date) -> Signed:
    paragraphs = tuple(line.strip() for line in words.splitlines() if line.strip())
    return Signed(paragraphs, chinese_day(day))
