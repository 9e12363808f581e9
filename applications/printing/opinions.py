"""The opinions that stand on a form, from the steps and the decision of its case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from applications.printing.cells import chinese_day
from casework.models import Case, Decision, DecisionCase, Step
from casework.seats import procedure_of
from rules.outcomes import Kind, Outcome
from rules.procedure import Procedure

#: What is approved, in a word, where the director who decided added none.
DECIDED_ON: Mapping[Kind, str] = {
    "recognition": "认定",
    "preparation": "筹建",
    "site": "增设",
    "carrier": "变更",
    "recommendation": "推荐",
    "name_use": "使用",
}
CONSENT = "同意。"


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
        if _signs_for(procedure, step, "district"):
            standing = step
        elif step.action == "withdraw" or _seat(procedure, step.to_stage) == "district":
            standing = None
    if standing is None:
        return Signed()
    return _signed(standing.opinion or CONSENT, timezone.localdate(standing.at))


def office_opinion(case: Case, entry: DecisionCase | None, steps: Sequence[Step]) -> Signed:
    """The district's consent, or its refusal under a document of its own."""
    refused = _by_office(case, entry)
    return decision_opinion(case, entry, steps) if refused else district_opinion(case, steps)


def _by_office(case: Case, entry: DecisionCase | None) -> bool:
    """Whether the case ended with the district's decision, before it came to the bureau."""
    if entry is None or case.district is None:
        return False
    return entry.decision.issuer == case.district.name


def applicant_opinion(steps: Sequence[Step]) -> Signed:
    """What was said when it was handed in last. The day is put by hand, with the seal."""
    said = [step.opinion for step in steps if step.action == "submit"]
    return Signed(_paragraphs(said[-1])) if said else Signed()


def bureau_opinion(case: Case, entry: DecisionCase | None, steps: Sequence[Step]) -> Signed:
    """The director's words; where somebody outside decides, those of the bureau's own consent."""
    procedure = procedure_of(case)
    if _by_office(case, entry):
        return Signed()
    if not any(stage.document_of for stage in procedure.stages):
        return decision_opinion(case, entry, steps)
    consents = [step for step in steps if _signs_for(procedure, step, "bureau")]
    if not consents or _fell(consents[-1], steps):
        return decision_opinion(case, entry, steps)
    return _signed(consents[-1].opinion or CONSENT, timezone.localdate(consents[-1].at))


def decision_opinion(case: Case, entry: DecisionCase | None, steps: Sequence[Step]) -> Signed:
    """The deciding director's words, the name that the decision gives, and its day."""
    if entry is None:
        return Signed()
    decision, outcome = entry.decision, procedure_of(case).outcome
    approved = decision.outcome == Decision.Outcome.APPROVED
    said = [step.opinion for step in steps if step.action in ("approve", "refuse", "correct")]
    words = (said and said[-1]) or f"{'同意' if approved else '不予'}{DECIDED_ON[outcome.kind]}。"
    if approved and outcome.kind == "recognition":
        words = f"{words}\n{name_label(outcome)}：{entry.name}"
    return _signed(words, decision.decided_on)


def name_label(outcome: Outcome) -> str:
    """What the name that an approval gives is called."""
    return "分园名称" if outcome.under_parent else "认定名称"


def _signs_for(procedure: Procedure, step: Step, seat: str) -> bool:
    """Whether by this step the director in that seat sent the case on."""
    if step.action != "forward" or not step.from_stage:
        return False
    hand = procedure.stage(step.from_stage).hand
    return hand.seat == seat and hand.role == "director"


def _fell(consent: Step, steps: Sequence[Step]) -> bool:
    """Whether the case came back to where it was consented to."""
    later = [step for step in steps if step.number > consent.number]
    return any(step.to_stage == consent.from_stage for step in later)


def _seat(procedure: Procedure, stage: str) -> str:
    return procedure.stage(stage).hand.seat if stage else ""


def _signed(words: str, day: date) -> Signed:
    return Signed(_paragraphs(words), chinese_day(day))


def _paragraphs(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())
