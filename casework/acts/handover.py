"""Handing over a person's open cases, and reminding the hand whose turn it is."""

from datetime import datetime, time

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import Membership, User
from accounts.roles import AREA_ROLES
from accounts.scope import scoped
from casework.acts.lock import append_step, locked
from casework.models import Case
from casework.seats import people_of, seat_id, sits, stage_of
from records.actor import Actor
from records.acts import notify, record
from records.errors import Refused

REMINDED = gettext_noop("You are reminded of case %(number)s “%(title)s”.")
HANDED = gettext_noop("%(count)s cases were handed over to you.")


@transaction.atomic
def hand_over(actor: Actor, giver: User, taker: User, *, reason: str) -> int:
    """转办: move the open cases that `giver` holds in the actor's office to `taker`.

    The actor is the giver, or the office's director or administrator. A case goes over where the
    taker holds the role that its stage asks for in this office; what else the giver holds stays.
    Returns how many cases moved. Raises Refused when the taker has not the giver's role there, or
    the role for none of the cases.
    """
    if not reason.strip():
        raise Refused(_("Give the reason."))
    if giver.pk not in actor.persons and actor.role not in {"director", "administrator"}:
        raise Refused(_("Hand over your own cases, or let the director do it."), "role")
    roles = _roles(giver, actor) & _roles(taker, actor)
    if giver == taker or not roles:
        raise Refused(_("%(name)s has not the same role in this office.") % {"name": taker.name})
    held = _held(giver, actor)
    cases = [case for case in held if stage_of(case).hand.role in roles]
    if held and not cases:
        raise Refused(
            _("%(name)s has not the role that these cases ask for.") % {"name": taker.name}
        )
    for case in cases:
        case.holder = taker
        case.version += 1
        case.save(update_fields=("holder", "version"))
        append_step(case, actor, "hand_over", opinion=reason, data={"to": taker.name})
        record(actor, "casework.hand_over", case, after={"to": taker.name}, note=reason)
    moment = timezone.now().isoformat()
    notify(f"handover:{giver.pk}:{moment}", [taker.pk], HANDED, {"count": len(cases)}, "/")
    return len(cases)


def _held(giver: User, actor: Actor) -> list[Case]:
    """What the person holds in the actor's own office, locked; another office's is not its own."""
    held = scoped(Case.objects.filter(holder=giver), actor).exclude(status__in=Case.FINAL)
    cases = [locked(pk, actor) for pk in held.order_by("pk").values_list("pk", flat=True)]
    office = actor.organisation_id
    return [case for case in cases if seat_id(case, stage_of(case).hand) == office]


def _roles(user: User, actor: Actor) -> set[str]:
    held = Membership.objects.filter(user=user, organisation_id=actor.organisation_id or -1)
    today = timezone.localdate()
    return {one.role for one in held if one.holds_on(today)}


@transaction.atomic
def remind(case_id: int, actor: Actor) -> int:
    """催办: tell the hand whose turn it is. The applicant may do so once a day.

    Returns how many people were told. Raises Refused on a final case or a second time that day.
    """
    case = locked(case_id, actor)
    if case.is_final or case.status == Case.Status.DRAFT:
        raise Refused(_("Nobody needs to be reminded of this case."))
    if actor.role not in AREA_ROLES and actor.organisation_id != case.applicant_id:
        raise Refused(_("Only the applicant and the offices may remind others."), "role")
    if sits(case, actor, stage_of(case).hand):
        raise Refused(_("It is your own turn."))
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    if case.steps.filter(action="remind", role=actor.role, at__gte=midnight).exists():
        raise Refused(_("You reminded them today already."))
    step = append_step(case, actor, "remind")
    people = people_of(case, stage_of(case).hand)
    params = {"number": case.number or "", "title": case.title}
    link = reverse("casework:case", args=[case.pk])
    notify(f"remind:{case.pk}:{step.number}", people, REMINDED, params, link)
    record(actor, "casework.remind", case)
    return len(people)
