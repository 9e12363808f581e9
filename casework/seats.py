"""Who sits where: the organisation and the role whose turn it is in a case."""

from django.db.models import Q

import rules
from accounts.models import Membership, Organisation
from accounts.roles import Role
from casework.models import Case
from records.actor import Actor
from rules.procedure import Hand, Move, Procedure, Stage

SEATS = ("applicant", "district", "bureau")


def procedure_of(case: Case) -> Procedure:
    """The procedure of the edition that the case is pinned to."""
    return rules.edition(case.edition).procedures[case.procedure]


def stage_of(case: Case) -> Stage:
    return procedure_of(case).stage(case.stage)


def hand_of(stage: Stage, move: Move) -> Hand:
    return move.hand or stage.hand


def organisation_in(case: Case, seat: str) -> Organisation | None:
    """The organisation of the case that sits in `seat`: "applicant", "district" or "bureau"."""
    organisation: Organisation | None = getattr(case, seat)
    return organisation


def sits(case: Case, actor: Actor, hand: Hand) -> bool:
    """Whether the actor is that hand of the case: the role, held in the seat's organisation."""
    return actor.role == hand.role and getattr(case, f"{hand.seat}_id") == actor.organisation_id


def person(actor: Actor) -> int:
    """The id of the person who signs. Raises ValueError for a job, which signs nothing."""
    if actor.user_id is None:
        raise ValueError(f"{actor.name} is no person")
    return actor.user_id


def whose_turn(case: Case) -> tuple[str, str]:
    """The organisation and the role that act next, as names; empty for a final case."""
    if case.is_final:
        return "", ""
    hand = stage_of(case).hand
    organisation = organisation_in(case, hand.seat)
    return (organisation.name if organisation else "", str(Role(hand.role).label))


def people_of(case: Case, hand: Hand) -> list[int]:
    """The users who hold the hand's role in its organisation: whom to tell."""
    members = Membership.objects.filter(
        Q(until__isnull=True), organisation_id=getattr(case, f"{hand.seat}_id"), role=hand.role
    )
    return sorted(set(members.values_list("user_id", flat=True)))
