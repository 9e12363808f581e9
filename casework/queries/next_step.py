"""The one legal next step of a case for whoever looks at it, and the other ways on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.roles import ASSIGNED_ROLES, Role
from casework.corrections import correcting_move, refusal_of
from casework.guards import basis_recorded
from casework.kinds import Attempt, kind_of
from casework.models import Case
from casework.moves import Offer, offers
from casework.queries.consultations import open_question
from casework.queries.panels import own_seat
from casework.rounds import panel_of_round, standing_entry
from casework.seats import organisation_in, procedure_of, sits, stage_of
from records.actor import Actor
from records.templatetags.said import said
from rules.procedure import Move

#: Which open move leads on, the first that is offered.
FORWARD: Final = ("accept", "submit", "approve", "acknowledge", "forward", "record", "refuse")


@dataclass(frozen=True)
class Way:
    """A button of the case page; `refusal` says why it cannot be pressed now."""

    label: str | Promise
    url: str
    refusal: str = ""


@dataclass(frozen=True)
class Ways:
    """`primary` is the one next step, None where the case does not wait for this person."""

    primary: Way | None
    others: tuple[Way, ...]


def ways_of(case: Case, actor: Actor) -> Ways:
    """Everything the actor may press on the case's page."""
    offered = offers(case, actor)
    moves = [offer for offer in offered if offer.move.action != "save"]
    special = _special(case, actor, offered)
    primary = special or _leading(case, moves)
    # Having accepted it oneself is no news; that a colleague did is.
    done = {"accept"} if case.holder_id in actor.persons else set()
    others = [_way(case, offer) for offer in moves if offer.move.action not in done]
    others += _beside(case, actor)
    return Ways(primary, tuple(way for way in others if way != primary))


def sends_back_to(case: Case, move: Move) -> str:
    """Where a send-back leads, with the office whose turn it is there; "" for other moves."""
    if move.action != "send_back" or not move.to:
        return ""
    stage = procedure_of(case).stage(move.to)
    office = organisation_in(case, stage.hand.seat)
    return f"{said(stage)} · {office.name}" if office else said(stage)


def _beside(case: Case, actor: Actor) -> list[Way]:
    """What an office may do at its turn besides moving the case, and after its decision."""
    if case.is_final:
        return _after(case, actor)
    hand = stage_of(case).hand
    if hand.seat == "applicant" or not sits(case, actor, hand):
        return []
    ways = [Way(_("Consult others"), _to("consult", case.pk))]
    if stage_of(case).panel:
        ways.append(Way(_("Panel of experts"), _to("panel", case.pk)))
    entry = standing_entry(case) if stage_of(case).notice else None
    if entry:
        ways.append(Way(_("Notice and objections"), _to("notice", entry.notice_id)))
    return ways


def _after(case: Case, actor: Actor) -> list[Way]:
    """A decided case can be corrected by the hand that decides."""
    move = correcting_move(case, actor)
    if move is None:
        return []
    refusal = refusal_of(Attempt(case, move, actor), late=False)
    return [Way(_("Correct the decision"), _to("correct", case.pk), refusal)]


def _leading(case: Case, moves: Iterable[Offer]) -> Way | None:
    open_ones = {offer.move.action: offer for offer in moves if not offer.refusal}
    first = next((action for action in FORWARD if action in open_ones), None)
    return _way(case, open_ones[first]) if first else None


def _way(case: Case, offer: Offer) -> Way:
    return Way(offer.label, _to("action", case.pk, offer.move.action), offer.refusal)


def _to(name: str, *args: int | str) -> str:
    return reverse(f"casework:{name}", args=args)


def _special(case: Case, actor: Actor, offered: list[Offer]) -> Way | None:
    """A step that is more than a move: answering, filling in, convening, publishing."""
    if actor.role in ASSIGNED_ROLES:
        return _asked_of(case, actor)
    if any(offer.move.action == "save" for offer in offered):
        return Way(_("Fill in"), kind_of(case).edit_url(case))
    if case.is_final or not sits(case, actor, stage_of(case).hand):
        return None
    work = kind_of(case).work(case, actor)
    return Way(*work) if work else _of_stage(case) or _basis_first(case, actor, offered)


def _asked_of(case: Case, actor: Actor) -> Way | None:
    if actor.role == Role.EXPERT:
        seat = own_seat(case, actor)
        return Way(_("Give the opinion"), _to("seat", seat.pk)) if seat else None
    question = open_question(case, actor)
    return Way(_("Answer"), _to("consultation", question.pk)) if question else None


def _basis_first(case: Case, actor: Actor, offered: list[Offer]) -> Way | None:
    """Where nothing but the basis for going on is missing, recording it is the next step."""
    for offer in offered:
        reason = offer.refusal and basis_recorded(Attempt(case, offer.move, actor))
        if reason and reason == offer.refusal:
            return Way(_("Record the basis for going on"), _to("basis", case.pk))
    return None


def _of_stage(case: Case) -> Way | None:
    stage = stage_of(case)
    if stage.panel and panel_of_round(case) is None:
        return Way(_("Convene the panel"), _to("panel", case.pk))
    if stage.notice and not standing_entry(case):
        return Way(_("Publish the notice"), f"{_to('publish')}?case={case.pk}")
    return None
