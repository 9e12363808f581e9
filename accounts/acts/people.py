"""Users and the roles they hold, kept by the administrator of their bureau."""

import secrets
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.acts.guards import (
    must_administer,
    must_be_compatible,
    must_be_given_by,
    must_own_account_of,
)
from accounts.models import Membership, Organisation, User
from accounts.roles import ROLES_OF_KIND
from accounts.tokens import end_tokens
from records.actor import Actor
from records.acts import record
from records.errors import Refused
from records.versions import assign, ensure_current

# Without letters and digits that look alike: a temporary password is read out and typed.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_ONE_DAY = timedelta(days=1)


def temporary_password() -> str:
    """Twelve characters in groups of four, about 59 bits."""
    groups = ("".join(secrets.choice(_ALPHABET) for _n in range(4)) for _g in range(3))
    return "-".join(groups)


@transaction.atomic
def add_user(
    actor: Actor,
    organisation: Organisation,
    *,
    username: str,
    name: str,
    role: str,
    since: date,
    until: date | None = None,
    phone: str = "",
    email: str = "",
) -> tuple[User, str]:
    """Add a person with a first role; returns them and the temporary password, shown once.

    Raises Refused outside the actor's area, ValidationError on the field that is wrong.
    """
    must_administer(actor, organisation.area)
    if User.objects.filter(username=username).exists():
        raise ValidationError({"username": _("This user name is taken.")})
    password = temporary_password()
    user = User(username=username, name=name, phone=phone, email=email, password_is_temporary=True)
    user.set_password(password)
    user.save()
    record(actor, "accounts.add_user", user, after={"username": username, "name": name})
    grant_role(actor, user, organisation, role=role, since=since, until=until)
    return user, password


@transaction.atomic
def change_user(actor: Actor, pk: int, version: int, *, name: str, phone: str, email: str) -> User:
    """Change a person's name and addresses; the record says which, telephone numbers unread.

    Raises Stale when `version` is no longer the present one, Refused as `reset_password` does.
    """
    user = User.objects.select_for_update().get(pk=pk)
    must_own_account_of(actor, user)
    ensure_current(user, version)
    before = {"name": user.name}
    changed = {"phone_changed": phone != user.phone, "email_changed": email != user.email}
    assign(user, {"name": name, "phone": phone, "email": email})
    record(actor, "accounts.change_user", user, before=before, after={"name": name, **changed})
    return user


@transaction.atomic
def set_active(actor: Actor, pk: int, *, active: bool) -> User:
    """Switch an account off (sessions end with the next request, tokens at once) or on again."""
    user = User.objects.select_for_update().get(pk=pk)
    must_own_account_of(actor, user)
    user.is_active = active
    user.save(update_fields=("is_active",))
    if active:
        record(actor, "accounts.enable_user", user)
    else:
        record(actor, "accounts.disable_user", user, after={"tokens_ended": end_tokens(user)})
    return user


@transaction.atomic
def reset_password(actor: Actor, pk: int) -> tuple[User, str]:
    """Give a new temporary password, shown once; all sessions and tokens of the person end."""
    user = User.objects.select_for_update().get(pk=pk)
    must_own_account_of(actor, user)
    password = temporary_password()
    user.set_password(password)
    user.password_is_temporary = True
    user.save(update_fields=("password", "password_is_temporary"))
    record(actor, "accounts.reset_password", user, after={"tokens_ended": end_tokens(user)})
    return user, password


@transaction.atomic
def reset_second_factor(actor: Actor, pk: int) -> User:
    """Remove the second factor of a person whose telephone is lost."""
    user = User.objects.select_for_update().get(pk=pk)
    must_own_account_of(actor, user)
    TOTPDevice.objects.filter(user=user).delete()
    record(actor, "accounts.reset_second_factor", user)
    return user


@transaction.atomic
def grant_role(
    actor: Actor,
    user: User,
    organisation: Organisation,
    *,
    role: str,
    since: date,
    until: date | None = None,
) -> Membership:
    """Let `user` act in `role` for `organisation`, from `since` to `until`, both inclusive.

    A role held before is taken up again. Raises Refused for a role that the organisation does
    not give, for oneself, and where administrator and auditor would meet in one account.
    """
    must_administer(actor, organisation.area)
    if user.pk in actor.persons:
        raise Refused(_("Nobody grants a role to themselves."), "self")
    # Under the user's lock two grants at once cannot each miss the other.
    User.objects.select_for_update().get(pk=user.pk)
    must_be_given_by(organisation, role, ROLES_OF_KIND[organisation.kind])
    must_be_compatible(user, role)
    _check_term(since, until)
    key = {"user": user, "organisation": organisation, "role": role}
    membership = Membership.objects.filter(**key).first()
    if membership and membership.holds_on(timezone.localdate()):
        raise ValidationError({"role": _("This person already holds this role here.")})
    before = {"since": membership.since, "until": membership.until} if membership else None
    membership = membership or Membership(**key)
    membership.since, membership.until = since, until
    membership.save()
    record(
        actor,
        "accounts.grant_role",
        membership,
        before=before,
        after={"role": role, "since": since, "until": until},
        area_path=organisation.area.path,
    )
    return membership


@transaction.atomic
def end_role(actor: Actor, pk: int, *, until: date) -> Membership:
    """End a role with the day `until`; a day before today would rewrite what was done in it."""
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=pk)
    must_administer(actor, membership.organisation.area)
    if until < timezone.localdate() - _ONE_DAY:
        raise ValidationError({"until": _("The earliest last day is yesterday.")})
    if until < membership.since:
        raise ValidationError({"until": _("The role begins after this day.")})
    before = {"until": membership.until}
    membership.until = until
    membership.save(update_fields=("until",))
    record(
        actor,
        "accounts.end_role",
        membership,
        before=before,
        after={"until": until},
        area_path=membership.organisation.area.path,
    )
    return membership


def _check_term(since: date, until: date | None) -> None:
    if until is not None and until < since:
        raise ValidationError({"until": _("The last day lies before the first.")})
