"""Reads of accounts, for a person always from a scoped queryset."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from accounts.holders import holding
from accounts.models import ApiToken, Area, Delegation, Membership, Organisation, User
from accounts.roles import Role
from accounts.scope import scoped
from records.actor import Actor
from records.outbox import Addressee


def addressees(user_ids: Iterable[int]) -> dict[int, Addressee]:
    """Where the outbox reaches people: their own address and language; nobody switched off."""
    found = User.objects.filter(pk__in=list(user_ids), is_active=True)
    return {user.pk: Addressee(user.email, user.language) for user in found}


def areas(actor: Actor) -> QuerySet[Area]:
    return scoped(Area.objects.select_related("parent"), actor).order_by("path")


def organisations(actor: Actor, wanted: Mapping[str, Any] | None = None) -> QuerySet[Organisation]:
    """Organisations in the actor's area; `wanted` holds area, kind and a part of the name."""
    found = scoped(Organisation.objects.select_related("area"), actor)
    wanted = wanted or {}
    if wanted.get("area"):
        found = found.filter(area__path__startswith=wanted["area"].path)
    if wanted.get("kind"):
        found = found.filter(kind=wanted["kind"])
    if wanted.get("text"):
        found = found.filter(name__contains=wanted["text"])
    return found


def memberships(actor: Actor) -> QuerySet[Membership]:
    return scoped(Membership.objects.select_related("organisation__area", "user"), actor)


def people(actor: Actor, wanted: Mapping[str, Any] | None = None) -> QuerySet[User]:
    """People with a role in the actor's area; their roles elsewhere are not shown."""
    held = Prefetch("memberships", memberships(actor), to_attr="seen_memberships")
    found = scoped(User.objects.all(), actor).prefetch_related(held)
    wanted = wanted or {}
    if wanted.get("text"):
        text = wanted["text"]
        found = found.filter(Q(name__contains=text) | Q(username__contains=text))
    if wanted.get("role") or wanted.get("area"):
        found = found.filter(pk__in=_holders(actor, wanted).values("user"))
    return found


def _holders(actor: Actor, wanted: Mapping[str, Any]) -> QuerySet[Membership]:
    found = memberships(actor)
    if wanted.get("role"):
        found = found.filter(role=wanted["role"])
    if wanted.get("area"):
        found = found.filter(organisation__area__path__startswith=wanted["area"].path)
    return found


def delegations_in(actor: Actor, organisation: Organisation) -> QuerySet[Delegation]:
    """The organisation's delegations that may still hold, for who administers it."""
    found = scoped(Delegation.objects.all(), actor).filter(giver__organisation=organisation)
    return _with_names(found).filter(ended_at__isnull=True)


def own_delegations(actor: Actor) -> QuerySet[Delegation]:
    """What the person gave or was given, whatever role they act in now: it is theirs to see."""
    mine = Q(giver__user=actor.user_id) | Q(taker=actor.user_id)
    return _with_names(Delegation.objects.filter(mine))


def endable_delegations(actor: Actor) -> QuerySet[Delegation]:
    """What the person may see ended: their own, and as an administrator those of the area."""
    if actor.role == Role.ADMINISTRATOR:
        return _with_names(scoped(Delegation.objects.all(), actor))
    return own_delegations(actor)


def _with_names(delegations: QuerySet[Delegation]) -> QuerySet[Delegation]:
    return delegations.select_related("giver__user", "giver__organisation", "taker")


def colleagues(actor: Actor) -> QuerySet[User]:
    """Who may take over a role of the actor's organisation for a time: its active people."""
    held = holding(timezone.localdate(), "memberships__")
    return (
        User.objects.filter(held, memberships__organisation=actor.organisation_id, is_active=True)
        .exclude(pk=actor.user_id or 0)
        .distinct()
        .order_by("name", "username")
    )


def tokens_of(user: User) -> QuerySet[ApiToken]:
    """The person's own tokens: nobody else sees them."""
    return ApiToken.objects.filter(user=user)


def locked_until(username: str, ip: str) -> datetime | None:
    """When this name may be tried again from this address."""
    last = (
        AccessAttempt.objects.filter(username=username, ip_address=ip)
        .order_by("-attempt_time")
        .first()
    )
    cool_off = get_cool_off()
    return last.attempt_time + cool_off if last and cool_off else None
