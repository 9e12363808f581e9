"""委托: letting a colleague act in one's role for a time, and taking it back."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.acts.guards import must_be_compatible
from accounts.models import Delegation, Membership, User
from accounts.roles import Role
from accounts.scope import scoped
from records.actor import Actor
from records.acts import record
from records.errors import Refused


@transaction.atomic
def delegate(
    actor: Actor, membership_id: int, taker: User, *, since: date, until: date, reason: str
) -> Delegation:
    """Lend one's own role to a colleague of the same organisation, both days inclusive.

    Raises Refused for a role that is not one's own, for an expert's seat, and where
    administrator and auditor would meet; ValidationError on the field that is wrong.
    """
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership_id)
    _must_be_lent_by(actor, membership)
    User.objects.select_for_update().get(pk=taker.pk)
    must_be_compatible(taker, membership.role)
    _check_taker(membership, taker)
    _check_term(membership, since, until)
    delegation = Delegation.objects.create(
        giver=membership, taker=taker, since=since, until=until, reason=reason
    )
    record(
        actor,
        "accounts.delegate",
        delegation,
        after={"role": membership.role, "taker": taker.name, "since": since, "until": until},
        note=reason,
        area_path=membership.organisation.area.path,
    )
    return delegation


@transaction.atomic
def take_back(actor: Actor, pk: int) -> Delegation:
    """End a delegation at once: its giver, or an administrator of the area. Twice is once."""
    delegation = Delegation.objects.select_for_update(of=("self",)).get(pk=pk)
    given = delegation.giver.user_id == actor.user_id
    administered = (
        actor.role == Role.ADMINISTRATOR
        and scoped(Delegation.objects.filter(pk=pk), actor).exists()
    )
    if not (given or administered):
        raise Refused(_("Only who delegated, or an administrator, takes it back."), "role")
    if delegation.ended_at is None:
        delegation.ended_at = timezone.now()
        delegation.save(update_fields=("ended_at",))
        area_path = delegation.giver.organisation.area.path
        record(actor, "accounts.take_back", delegation, area_path=area_path)
    return delegation


def _must_be_lent_by(actor: Actor, membership: Membership) -> None:
    if membership.user_id != actor.user_id:
        raise Refused(_("A role that was lent to you cannot be lent on."), "role")
    if membership.role == Role.EXPERT:
        raise Refused(_("An expert's opinion is personal and cannot be delegated."), "role")


def _check_taker(membership: Membership, taker: User) -> None:
    today = timezone.localdate()
    colleague = any(
        held.organisation_id == membership.organisation_id and held.holds_on(today)
        for held in taker.memberships.all()
    )
    if taker.pk == membership.user_id or not taker.is_active or not colleague:
        raise ValidationError({"taker": _("Choose a colleague of the same organisation.")})


def _check_term(membership: Membership, since: date, until: date) -> None:
    if since < timezone.localdate():
        raise ValidationError({"since": _("A delegation begins today at the earliest.")})
    if until < since:
        raise ValidationError({"until": _("The last day lies before the first.")})
    if membership.until is not None and until > membership.until:
        raise ValidationError({"until": _("Your own role ends before this day.")})
