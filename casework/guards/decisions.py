"""A decision: as it was proposed, under one document number."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.guards.notices import open_on
from casework.kinds import Attempt
from casework.models import Case, Decision
from casework.rounds import standing_entry
from casework.seats import hand_of, organisation_in, stage_of
from casework.words import Reason, day_in_words


def proposed_approval(attempt: Attempt) -> Reason:
    if attempt.case.proposal != "approve":
        return _("The reviewer proposes to refuse; send the case back for another proposal.")
    return None


def proposed_refusal(attempt: Attempt) -> Reason:
    if attempt.case.proposal != "refuse":
        return _("The reviewer proposes to approve; send the case back for another proposal.")
    return None


def document_numbered(attempt: Attempt) -> Reason:
    """One document number is one decision: one outcome, one day, and that after the notice."""
    number = str(attempt.data.get("document_number", "")).strip()
    if not number:
        return _("Give the document number of the decision.")
    day = decided_on(attempt.data)
    if day > timezone.localdate():
        return _("The day of the decision must not lie ahead.")
    entry = standing_entry(attempt.case)
    if entry and (still_open := open_on(entry, day)):
        return still_open
    known = Decision.objects.filter(bureau=attempt.case.bureau, issuer=issuer_of(attempt))
    other = known.filter(document_number=number).first()
    if other is None:
        return None
    if other.corrects_id:
        return _("This document number stands on a correction.")
    if other.outcome != attempt.move.final:
        return _("This document number stands on a decision with another outcome.")
    if other.decided_on != day:
        return _("The decision under this document number was taken on %(day)s.") % {
            "day": day_in_words(other.decided_on)
        }
    return None


def meeting_refusal(case: Case) -> str:
    """Why the case is not decided with others under one number: its document came from outside."""
    if stage_of(case).document_of:
        return _("It is decided on its own page, under the paper that came for it.")
    return ""


def issuer_of(attempt: Attempt) -> str:
    """Whose document it is: "" where the bureau decides, else the office that refuses."""
    seat = hand_of(stage_of(attempt.case), attempt.move).seat
    office = organisation_in(attempt.case, seat)
    return office.name if office and seat != "bureau" else ""


def decided_on(data: Mapping[str, Any]) -> date:
    """The day of the decision, today where none is given."""
    given = data.get("decided_on")
    return date.fromisoformat(str(given)) if given else timezone.localdate()
