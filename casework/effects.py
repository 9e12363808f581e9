"""What an action word changes besides stage and status, whatever the kind of case."""

import secrets
from collections.abc import Callable
from datetime import date
from typing import Final

from django.utils import timezone

from casework.acts.numbers import count
from casework.guards import decided_on, issuer_of
from casework.kinds import Attempt, name_of
from casework.models import (
    Case,
    Decision,
    DecisionCase,
    Defect,
    OutsidePaper,
    Receipt,
    Step,
)
from casework.rounds import standing_paper
from casework.seats import person, procedure_of

#: No 0, 1, I, O: the code is read from paper and typed in.
CODE_SIGNS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH: Final = 12
#: Begins the series of receipts, which are counted by themselves (备案回执).
RECEIPTS: Final = "BA"


def list_defects(attempt: Attempt, step: Step) -> None:
    """Keep every defect of the return: only what they name is open for the supplement."""
    for defect in attempt.data["defects"]:
        Defect.objects.create(
            case=attempt.case,
            step_number=step.number,
            section=defect["section"],
            field=defect.get("field", ""),
            text=defect["text"].strip(),
            listed_by_id=person(attempt.actor),
        )


def resolve_defects(attempt: Attempt, step: Step) -> None:
    attempt.case.defects.filter(resolved_at__isnull=True).update(resolved_at=step.at)


def keep_paper(attempt: Attempt, step: Step) -> None:
    """Keep the paper from outside under the stage at which it was recorded."""
    data = attempt.data
    OutsidePaper.objects.create(
        case=attempt.case,
        stage=step.from_stage,
        document_number=str(data["document_number"]).strip(),
        decided_on=decided_on(data),
        outcome=data.get("outcome", ""),
        step=step,
    )


def enter_decision(attempt: Attempt, step: Step) -> None:
    """Put the case under its decision.

    Cases decided under one document number on one day share one decision.
    """
    case, (number, day, issuer) = attempt.case, _document(attempt, step)
    decision, _new = Decision.objects.get_or_create(
        bureau=case.bureau,
        issuer=issuer,
        document_number=number,
        outcome=attempt.move.final,
        corrects=None,
        defaults={
            "decided_on": day,
            "decided_by_id": person(attempt.actor),
            "reasons": attempt.opinion,
        },
    )
    name = str(attempt.data.get("name") or name_of(case)).strip()
    DecisionCase.objects.create(decision=decision, case=case, name=name, code=new_code())


def _document(attempt: Attempt, step: Step) -> tuple[str, date, str]:
    """Number, date and issuer of the decision's document; the issuer "" where it is the bureau."""
    procedure = procedure_of(attempt.case)
    outside = procedure.stage(step.from_stage).document_of
    paper = standing_paper(attempt.case, outside) if outside else None
    asked = procedure.stage(outside).record if outside else None
    if paper and asked:
        return paper.document_number, paper.decided_on, asked.issuer
    data = attempt.data
    return str(data["document_number"]).strip(), decided_on(data), issuer_of(attempt)


def issue_receipt(attempt: Attempt, step: Step) -> None:
    """Give the filing its receipt: a number of its own series, and a code to verify it by."""
    case = attempt.case
    Receipt.objects.create(
        case=case,
        number=count(f"{RECEIPTS}{case.bureau.area_id}"),
        code=new_code(),
        issued_on=timezone.localdate(step.at),
        issued_by_id=person(attempt.actor),
    )


def end_panels(case: Case) -> None:
    """A panel ends with the case's stay at its stage, whoever has not spoken yet."""
    case.panels.filter(closed_at__isnull=True).update(closed_at=timezone.now())


def new_code() -> str:
    """A verification code that cannot be guessed from another."""
    return "".join(secrets.choice(CODE_SIGNS) for _sign in range(CODE_LENGTH))


EFFECTS: Final[dict[str, Callable[[Attempt, Step], None]]] = {
    "return_for_supplement": list_defects,
    "submit": resolve_defects,
    "record": keep_paper,
    "acknowledge": issue_receipt,
    "approve": enter_decision,
    "refuse": enter_decision,
}
