"""更正: a decision is put right by a new one under its own number; both stay."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from casework.acts.lock import append_step, done_before, locked, stale
from casework.acts.tell import tell
from casework.corrections import correcting_move, document_refusal, refusal_of, standing_decision
from casework.effects import new_code
from casework.guards import issuer_of
from casework.kinds import Attempt, kind_of
from casework.models import Case, DecisionCase
from casework.seats import person
from records.actor import Actor
from records.acts import record
from records.errors import Refused


@transaction.atomic
def correct(
    case_id: int,
    actor: Actor,
    version: int,
    *,
    document_number: str,
    decided_on: date,
    name: str,
    reasons: str,
    token: str = "",
) -> DecisionCase:
    """Correct the case's decision; the case stays closed, and its outcome what it is.

    Cases corrected under one number share the correction. The same token has one effect. Raises
    Stale, and Refused for another hand, for who prepared the case, without reasons, on a day
    before the decision corrected, and for a number that another decision carries.
    """
    case = locked(case_id, actor)
    done = done_before(case, actor, "correct", token)
    if done:
        return case.decision_entries.get(decision__document_number=done.data["document_number"])
    if case.version != version:
        raise stale(case, actor)
    data = {
        "document_number": document_number.strip(),
        "decided_on": decided_on.isoformat(),
        "name": name.strip(),
    }
    attempt, corrected = _checked(case, actor, reasons.strip(), data)
    entry = _enter(attempt, corrected, decided_on)
    _append(attempt, corrected, token)
    return entry


def _checked(
    case: Case, actor: Actor, reasons: str, data: dict[str, str]
) -> tuple[Attempt, DecisionCase]:
    """The correction that may be made, with what it corrects."""
    corrected = standing_decision(case)
    move = correcting_move(case, actor)
    if corrected is None:
        raise Refused(_("This case has no decision to correct."), "stage")
    if move is None:
        raise Refused(_("Only the director who decides such cases corrects a decision."), "role")
    if not (reasons and data["name"]):
        raise Refused(_("Give the name and the reasons of the correction."))
    attempt = Attempt(case, move, actor, reasons, data)
    day = date.fromisoformat(data["decided_on"])
    reason = refusal_of(attempt, late=True) or document_refusal(
        corrected.decision, data["document_number"], day
    )
    if reason:
        raise Refused(reason)
    return attempt, corrected


def _enter(attempt: Attempt, corrected: DecisionCase, decided_on: date) -> DecisionCase:
    decision, _new = corrected.decision.corrections.get_or_create(
        document_number=attempt.data["document_number"],
        defaults={
            "bureau_id": corrected.decision.bureau_id,
            "issuer": issuer_of(attempt),
            "outcome": corrected.decision.outcome,
            "decided_on": decided_on,
            "decided_by_id": person(attempt.actor),
            "reasons": attempt.opinion,
        },
    )
    return DecisionCase.objects.create(
        decision=decision, case=attempt.case, name=attempt.data["name"], code=new_code()
    )


def _append(attempt: Attempt, corrected: DecisionCase, token: str) -> None:
    """Step, the kind's own effect, trail and notice: as of a move, but the case stands still."""
    case, actor, before = attempt.case, attempt.actor, _facts(corrected)
    data = dict(attempt.data) | {"corrects": before["document_number"]}
    step = append_step(case, actor, "correct", opinion=attempt.opinion, data=data, token=token)
    effect = kind_of(case).effects.get("correct")
    if effect:
        effect(attempt, step)
    case.version += 1
    case.save(update_fields=("version",))
    record(actor, "casework.correct", case, before=before, after=attempt.data, note=attempt.opinion)
    tell(case, step)


def _facts(entry: DecisionCase) -> dict[str, str]:
    decision = entry.decision
    return {
        "document_number": decision.document_number,
        "decided_on": decision.decided_on.isoformat(),
        "name": entry.name,
    }
