"""The basis for going on under an edition outside its printed life (继续适用依据)."""

from django.utils.translation import gettext as _

from casework.acts.drafts import editing
from casework.models import Basis
from casework.seats import person, sits, stage_of
from records.actor import Actor
from records.acts import record
from records.errors import Refused


def record_basis(case_id: int, actor: Actor, version: int, *, document: str, reason: str) -> Basis:
    """Record which document allows to go on, and why, by the hand whose turn it is.

    Raises Refused without a document or a reason, or from another hand.
    """
    if not document.strip() or not reason.strip():
        raise Refused(_("Name the document and the reason for going on."))
    with editing(case_id, actor, version, action="") as case:
        if not sits(case, actor, stage_of(case).hand):
            raise Refused(_("Only the hand whose turn it is records the basis."), "role")
        at_applicant = stage_of(case).hand.seat == "applicant"
        basis = Basis.objects.create(
            case=case,
            phase=Basis.Phase.SUBMISSION if at_applicant else Basis.Phase.APPROVAL,
            document=document.strip(),
            reason=reason.strip(),
            recorded_by_id=person(actor),
        )
        record(actor, "casework.record_basis", case, after={"document": document}, note=reason)
        return basis
