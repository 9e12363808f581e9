"""更正: who may put a decision right, and what stands against it.

A correction mends a slip in name, number or words. It never turns the outcome round: that is a
revocation.
"""

from datetime import date
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.roles import Role
from casework.kinds import Attempt
from casework.models import Case, Decision, DecisionCase
from casework.moves import first_refusal
from casework.seats import hand_of, sits, stage_of
from casework.words import day_in_words
from records.actor import Actor
from rules.procedure import Move

#: Of the deciding move's checks those that hold for its correction too: who signs, which name.
KEPT_GUARDS: Final = ("four_eyes", "name_prefixed")


def correcting_move(case: Case, actor: Actor) -> Move | None:
    """The move that decided the case, where the actor is the director who makes it."""
    if actor.role != Role.DIRECTOR or case.status not in Decision.Outcome.values:
        return None
    stage = stage_of(case)
    decided = next((move for move in stage.moves if move.final == case.status), None)
    return decided if decided and sits(case, actor, hand_of(stage, decided)) else None


def standing_decision(case: Case) -> DecisionCase | None:
    """The decision that stands: the last correction, else the decision itself."""
    return case.decision_entries.select_related("decision").order_by("-pk").first()


def refusal_of(attempt: Attempt, *, late: bool) -> str:
    """The first of the kept checks that stands against it, "" where none does."""
    kept = [name for name in attempt.move.guards if name in KEPT_GUARDS]
    return first_refusal(attempt, kept, late=late)


def document_refusal(corrected: Decision, number: str, day: date) -> str:
    """What stands against the correcting document: its number is its own, its day not too early."""
    if not number:
        return _("Give the document number of the correction.")
    if day > timezone.localdate():
        return _("The day of the decision must not lie ahead.")
    if day < corrected.decided_on:
        return _(
            "The decision that is corrected was taken on %(day)s; correct it then or later."
        ) % {"day": day_in_words(corrected.decided_on)}
    others = Decision.objects.filter(bureau=corrected.bureau_id, document_number=number)
    if others.exclude(corrects=corrected).exists():
        return _("This document number stands on another decision.")
    same = others.first()
    if same and same.decided_on != day:
        return _("The decision under this document number was taken on %(day)s.") % {
            "day": day_in_words(same.decided_on)
        }
    return ""
