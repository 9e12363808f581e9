"""Panels: blind until all opinions are given, also for the bureau."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from accounts.roles import AREA_ROLES
from accounts.scope import scoped
from casework.models import Case, Panel, PanelSeat
from casework.seats import procedure_of
from records.actor import Actor
from records.templatetags.said import said


@dataclass(frozen=True)
class Spread:
    """How the opinions of a closed panel lie: who recommends what, and the words on each head."""

    in_favour: int
    against: int
    heads: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def panels_of(case: Case, actor: Actor) -> list[Panel]:
    """The case's panels for the bureau; open ones come without votes and opinions.

    Officers of the district and the applicant see none: experts stay free of pressure.
    """
    if actor.role not in AREA_ROLES or actor.organisation_id != case.bureau_id:
        return []
    seats = PanelSeat.objects.select_related("expert").order_by("pk")
    panels = scoped(Panel.objects.filter(case=case), actor)
    found = list(panels.prefetch_related(Prefetch("seats", queryset=seats)))
    for panel in found:
        if panel.closed_at is None:
            for seat in panel.seats.all():
                seat.vote, seat.heads, seat.opinion = "", {}, ""
    return found


def seats_waiting(actor: Actor) -> QuerySet[PanelSeat]:
    """The expert's own seats that still wait for an opinion."""
    waiting = PanelSeat.objects.filter(
        given_at__isnull=True, recused_at__isnull=True, panel__closed_at__isnull=True
    )
    own = scoped(waiting.filter(expert_id=actor.user_id or -1), actor)
    return own.select_related("panel__case__park", "panel__case__area").order_by("panel__due_on")


def own_seat(case: Case, actor: Actor) -> PanelSeat | None:
    """The expert's seat that still waits for an opinion on this case."""
    return seats_waiting(actor).filter(panel__case=case).first()


def seat_of(actor: Actor, pk: int) -> PanelSeat:
    """The expert's own seat. Raises PanelSeat.DoesNotExist for anybody else."""
    own = scoped(PanelSeat.objects.select_related("panel__case__park"), actor)
    return own.get(pk=pk, expert_id=actor.user_id)


def spread_of(case: Case, panel: Panel) -> Spread | None:
    """None while the panel sits: nobody compares before all have spoken."""
    if panel.closed_at is None:
        return None
    given = [seat for seat in panel.seats.all() if seat.given_at]
    return Spread(
        sum(seat.vote == PanelSeat.Vote.FOR for seat in given),
        sum(seat.vote == PanelSeat.Vote.AGAINST for seat in given),
        tuple(
            (said(head), tuple((seat.expert.name, seat.heads.get(head.key, "")) for seat in given))
            for head in procedure_of(case).stage(panel.stage).heads
        ),
    )
