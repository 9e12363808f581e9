"""The basis for going on under an edition outside its printed life (继续适用依据)."""

from django.utils import timezone
from django.utils.translation import gettext as _

import rules
from casework.kinds import Attempt
from casework.models import Basis, Case
from casework.seats import sits, stage_of
from casework.words import Reason, day_in_words
from records.actor import Actor
from records.templatetags.said import said


def basis_refusal(case: Case, actor: Actor) -> str:
    """Why the actor may not record a basis for going on now; "" when they may.

    The applicant's side records it for the submission, the bureau that decides for the approval.
    """
    if case.is_final:
        return _("This case is closed; nothing can be done in it any more.")
    stage = stage_of(case)
    if not sits(case, actor, stage.hand):
        return _("Only the hand whose turn it is records the basis.")
    if stage.hand.seat == "district" and not stage.move("approve"):
        return _("The basis for the approval is recorded by the bureau that decides.")
    return ""


def basis_recorded(attempt: Attempt) -> Reason:
    """An edition outside its printed life asks for a basis at submission and at approval."""
    edition = rules.edition(attempt.case.edition)
    instrument = edition.instrument
    if edition.force_on(timezone.localdate()) != "expired":
        return None
    phase = Basis.Phase.SUBMISSION if stage_of(attempt.case).hand.seat == "applicant" else None
    phase = phase or Basis.Phase.APPROVAL
    if any(basis.phase == phase for basis in attempt.case.bases.all()):
        return None
    return _("%(title)s ended on %(day)s: record the basis for going on under it first.") % {
        "title": said(instrument.named),
        "day": day_in_words(instrument.until),
    }
