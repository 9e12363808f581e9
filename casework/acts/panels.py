"""Panels: experts are drawn by lot among those free of interest, and stay blind."""

import hashlib
import json
import random
import secrets
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.holders import holders, holding
from accounts.models import Membership
from accounts.roles import Role
from accounts.scope import scoped
from casework.acts.lock import append_step, locked_at
from casework.models import Case, ExpertInterest, Panel, PanelSeat
from casework.seats import person, procedure_of, sits, stage_of
from casework.words import by_stage
from records.actor import Actor
from records.acts import notify, record
from records.errors import Refused
from records.templatetags.said import said
from rules.procedure import Stage

INVITED = gettext_noop("You were drawn as an expert for case %(number)s “%(title)s”.")


def eligible_experts(case: Case) -> list[int]:
    """The pool of the bureau, without those who have an interest in the applicant or the park."""
    pool = set(holders(organisation_id=case.bureau_id, role=Role.EXPERT))
    operator = case.park.operator_id if case.park else None
    concerned = {pk for pk in (case.applicant_id, case.district_id, operator) if pk}
    parks = {pk for pk in (case.park_id, case.park and case.park.parent_id) if pk}
    interests = ExpertInterest.objects.filter(
        holding(timezone.localdate()), Q(organisation__in=concerned) | Q(park__in=parks)
    )
    barred = set(interests.values_list("expert_id", flat=True))
    barred |= set(
        Membership.objects.filter(organisation_id__in=concerned).values_list("user_id", flat=True)
    )
    return sorted(pool - barred)


def draw(pool: list[int], size: int, seed: str) -> list[int]:
    """`size` of the pool by lot; the same pool and seed give the same experts."""
    # The seed is recorded with the panel, so that anybody can repeat the draw.
    return random.Random(seed).sample(pool, size)  # noqa: S311


@transaction.atomic
def convene_panel(
    case_id: int, actor: Actor, version: int, *, size: int, due_on: date, seed: str = ""
) -> Panel:
    """Draw `size` experts for the case's stage. Raises Refused with the reason.

    No page passes a `seed`, for nobody chooses the lot; the demonstration does, to be the same
    each time.
    """
    case = locked_at(case_id, actor, version)
    _check_convening(case, actor, size, due_on)
    pool = eligible_experts(case)
    if len(pool) < size:
        raise Refused(
            _("Only %(count)s experts are free of interest in this case.") % {"count": len(pool)}
        )
    panel = Panel.objects.create(
        case=case,
        stage=case.stage,
        size=size,
        seed=seed or secrets.token_hex(16),
        due_on=due_on,
        convened_by_id=person(actor),
    )
    _seat(panel, draw(pool, size, panel.seed))
    append_step(case, actor, "convene_panel", data={"size": size, "pool": len(pool)})
    case.version += 1
    case.save(update_fields=("version",))
    after = {"seed": panel.seed, "pool": pool, "size": size}
    record(actor, "casework.convene_panel", case, after=after)
    return panel


def _check_convening(case: Case, actor: Actor, size: int, due_on: date) -> None:
    stage = stage_of(case)
    if case.is_final or not stage.panel:
        raise Refused(_("No experts are heard at this stage."), "stage")
    if not sits(case, actor, stage.hand):
        raise Refused(_("Only the bureau's reviewer convenes the panel."), "role")
    if case.panels.filter(stage=case.stage, closed_at__isnull=True).exists():
        raise Refused(_("A panel is sitting on this case already."))
    if size < 1:
        raise Refused(_("A panel has at least one expert."))
    if due_on < timezone.localdate():
        raise Refused(_("The day for the opinions must not lie in the past."))


def _seat(panel: Panel, experts: list[int]) -> None:
    PanelSeat.objects.bulk_create(PanelSeat(panel=panel, expert_id=user) for user in experts)
    params = {"number": panel.case.number or "", "title": panel.case.title}
    for user in experts:
        notify(f"panel:{panel.pk}:seat:{user}", [user], INVITED, params, "/")


def _own_open_seat(seat_id: int, actor: Actor) -> PanelSeat:
    seat = (
        scoped(PanelSeat.objects.all(), actor)
        .select_related("panel__case__area")
        .select_for_update(of=("self",))
        .get(pk=seat_id)
    )
    if seat.expert_id != actor.user_id or actor.role != Role.EXPERT:
        raise Refused(_("This seat belongs to another expert."), "role")
    if seat.given_at or seat.recused_at:
        raise Refused(_("You have already answered."))
    if seat.panel.closed_at:
        raise Refused(_("This panel has ended."))
    return seat


@transaction.atomic
def recuse(seat_id: int, actor: Actor, *, reason: str) -> PanelSeat:
    """Step down for an interest; a substitute is drawn where the pool still has one."""
    seat = _own_open_seat(seat_id, actor)
    if not reason.strip():
        raise Refused(_("Say which interest keeps you from judging this case."))
    case = Case.objects.select_for_update().get(pk=seat.panel.case_id)
    seat.recused_at, seat.recusal_reason = timezone.now(), reason.strip()
    seat.save()
    taken = set(seat.panel.seats.values_list("expert_id", flat=True))
    pool = [user for user in eligible_experts(case) if user not in taken]
    if pool:
        _seat(seat.panel, draw(pool, 1, f"{seat.panel.seed}:{seat.pk}"))
    append_step(case, actor, "recuse")
    record(actor, "casework.recuse", case, after={"substitutes": len(pool)}, note=reason)
    _close_when_done(seat.panel)
    return seat


@transaction.atomic
def give_opinion(
    seat_id: int,
    actor: Actor,
    *,
    vote: str,
    opinion: str,
    heads: dict[str, str],
    visited_on: date | None = None,
) -> PanelSeat:
    """Give the expert's one opinion: a conclusion, and words for each head the law names.

    `visited_on` is the expert's day at the park. Raises Refused while one of them is missing.
    """
    seat = _own_open_seat(seat_id, actor)
    if vote not in PanelSeat.Vote.values or not opinion.strip():
        raise Refused(_("Choose a conclusion and write the opinion."))
    _ensure_studied(procedure_of(seat.panel.case).stage(seat.panel.stage), heads, visited_on)
    case = Case.objects.select_for_update().get(pk=seat.panel.case_id)
    seat.vote, seat.opinion, seat.heads = vote, opinion.strip(), heads
    seat.visited_on = visited_on
    seat.given_at = timezone.now()
    seat.save()
    append_step(case, actor, "give_opinion")
    # The digest alone: an auditor reads the trail while the other experts still think.
    record(actor, "casework.give_opinion", case, after={"seat": seat.pk, "sha256": digest_of(seat)})
    _close_when_done(seat.panel)
    return seat


def _ensure_studied(stage: Stage, heads: dict[str, str], visited_on: date | None) -> None:
    missing = [said(head) for head in stage.heads if not heads.get(head.key, "").strip()]
    if missing:
        sentence = _("Write the findings on each head: %(heads)s.")
        raise Refused(by_stage(stage, sentence % {"heads": _(", ").join(missing)}))
    if stage.on_site and visited_on is None:
        raise Refused(by_stage(stage, _("Give the day on which you saw the park.")))
    if visited_on and visited_on > timezone.localdate():
        raise Refused(_("The day at the park must not lie ahead."))


def digest_of(seat: PanelSeat) -> str:
    """What the audit trail keeps of an opinion: the seat's row can be held against it."""
    words = [seat.vote, seat.opinion, seat.heads, str(seat.visited_on or "")]
    given = json.dumps(words, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(given.encode()).hexdigest()


def _close_when_done(panel: Panel) -> None:
    """Blind until all are given: the panel opens its opinions when no seat is waiting.

    A panel of which everybody stepped down ends without any, and another can be convened.
    """
    if panel.seats.filter(given_at__isnull=True, recused_at__isnull=True).exists():
        return
    panel.closed_at = timezone.now()
    panel.save(update_fields=("closed_at",))
