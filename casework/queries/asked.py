"""What experts and consulted organisations were asked, with the day by which they answer."""

from dataclasses import dataclass

from django.urls import reverse

from accounts.roles import Role
from casework.models import Case
from casework.queries.consultations import questions_waiting
from casework.queries.panels import seats_waiting
from casework.queries.rows import Left, left_until
from records.actor import Actor


@dataclass(frozen=True)
class Asked:
    """One open request to the actor: the case, the page to answer on, and the time left."""

    case: Case
    url: str
    left: Left | None


def asked_of(actor: Actor) -> list[Asked]:
    """The open requests, the nearest day first; none but for experts and consultees."""
    if actor.role == Role.EXPERT:
        return [
            Asked(
                seat.panel.case,
                reverse("casework:seat", args=[seat.pk]),
                left_until(seat.panel.due_on),
            )
            for seat in seats_waiting(actor)
        ]
    return [
        Asked(
            question.case,
            reverse("casework:consultation", args=[question.pk]),
            left_until(question.due_on),
        )
        for question in questions_waiting(actor)
    ]
