"""Checks that every kind of case shares, by the names that procedures use."""

from typing import Final

from casework.guards.basis import basis_recorded, basis_refusal
from casework.guards.decisions import (
    decided_on,
    document_numbered,
    issuer_of,
    meeting_refusal,
    proposed_approval,
    proposed_refusal,
)
from casework.guards.hands import (
    content_saved_in_place,
    four_eyes,
    not_accepted,
    recorded_by_other,
    unopened,
)
from casework.guards.notices import (
    no_open_objection,
    notice_ended,
    objections_settled,
    withdrawal_refusal,
)
from casework.guards.papers import (
    outside_approved,
    outside_refused,
    record_complete,
    record_in_order,
)
from casework.guards.studies import (
    consultations_answered,
    consultations_asked,
    heads_answered,
    panel_complete,
    site_visited,
)
from casework.guards.supplements import (
    answer_by_ahead,
    answer_by_given,
    defects_answered,
    defects_listed,
    second_return_reasoned,
    unmended,
)
from casework.kinds import Guard

GUARDS: Final[dict[str, Guard]] = {
    "four_eyes": Guard(four_eyes),
    "unopened": Guard(unopened),
    "content_saved_in_place": Guard(content_saved_in_place),
    "not_accepted": Guard(not_accepted),
    "answer_by_ahead": Guard(answer_by_ahead, early=False),
    "answer_by_given": Guard(answer_by_given, early=False),
    "defects_answered": Guard(defects_answered, early=False),
    "defects_listed": Guard(defects_listed, early=False),
    "second_return_reasoned": Guard(second_return_reasoned, early=False),
    "panel_complete": Guard(panel_complete),
    "site_visited": Guard(site_visited),
    "heads_answered": Guard(heads_answered, early=False),
    "consultations_asked": Guard(consultations_asked),
    "consultations_answered": Guard(consultations_answered),
    "notice_ended": Guard(notice_ended),
    "no_open_objection": Guard(no_open_objection),
    "objections_settled": Guard(objections_settled),
    "proposed_approval": Guard(proposed_approval),
    "proposed_refusal": Guard(proposed_refusal),
    "document_numbered": Guard(document_numbered, early=False),
    "record_complete": Guard(record_complete, early=False),
    "record_in_order": Guard(record_in_order, early=False),
    "outside_approved": Guard(outside_approved),
    "outside_refused": Guard(outside_refused),
    "recorded_by_other": Guard(recorded_by_other),
    "basis_recorded": Guard(basis_recorded),
}

__all__ = [
    "GUARDS",
    "basis_recorded",
    "basis_refusal",
    "decided_on",
    "four_eyes",
    "issuer_of",
    "meeting_refusal",
    "unmended",
    "withdrawal_refusal",
]
