"""The verbs of casework. `perform` is the only writer of a case's stage and status."""

from casework.acts.baseline import record_basis
from casework.acts.consultations import answer_consultation, consult
from casework.acts.corrections import correct
from casework.acts.decisions import decide
from casework.acts.drafts import editing, open_draft
from casework.acts.handover import hand_over, remind
from casework.acts.interests import end_interest, record_interest
from casework.acts.notices import object_to, publish_notice, settle_objection, withdraw_notice
from casework.acts.opening import mark_opened
from casework.acts.panels import convene_panel, give_opinion, recuse
from casework.acts.perform import lapse, perform
from casework.acts.periods import recompute, set_period, sweep_due_dates
from casework.acts.receipts import print_receipt
from casework.acts.reminders import sweep_ended_notices, sweep_reminders

__all__ = [
    "answer_consultation",
    "consult",
    "convene_panel",
    "correct",
    "decide",
    "editing",
    "end_interest",
    "give_opinion",
    "hand_over",
    "lapse",
    "mark_opened",
    "object_to",
    "open_draft",
    "perform",
    "print_receipt",
    "publish_notice",
    "recompute",
    "record_basis",
    "record_interest",
    "recuse",
    "remind",
    "set_period",
    "settle_objection",
    "sweep_due_dates",
    "sweep_ended_notices",
    "sweep_reminders",
    "withdraw_notice",
]
