"""The basis for going on under an edition outside its printed life (继续适用依据)."""

from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from casework.acts.drafts import editing
from casework.acts.lock import append_step, done_before, locked
from casework.guards import basis_refusal
from casework.models import Basis
from casework.seats import person, stage_of
from records.actor import Actor
from records.acts import record
from records.errors import Refused

ACTION: Final = "record_basis"


@transaction.atomic
def record_basis(
    case_id: int, actor: Actor, version: int, *, document: str, reason: str, token: str = ""
) -> Basis:
    """Record which document allows to go on, and why, once for each `token`.

    Raises Refused without a document or a reason, or from a hand that does not record it (see
    `casework.guards.basis_refusal`).
    """
    if not document.strip() or not reason.strip():
        raise Refused(_("Name the document and the reason for going on."))
    done = done_before(locked(case_id, actor), actor, ACTION, token)
    if done:
        return Basis.objects.get(pk=done.data["basis"])
    with editing(case_id, actor, version, action="") as case:
        refusal = basis_refusal(case, actor)
        if refusal:
            raise Refused(refusal, "role")
        at_applicant = stage_of(case).hand.seat == "applicant"
        basis = Basis.objects.create(
            case=case,
            phase=Basis.Phase.SUBMISSION if at_applicant else Basis.Phase.APPROVAL,
            document=document.strip(),
            reason=reason.strip(),
            recorded_by_id=person(actor),
        )
        append_step(case, actor, ACTION, data={"basis": basis.pk}, token=token)
        record(actor, f"casework.{ACTION}", case, after={"document": document}, note=reason)
        return basis
