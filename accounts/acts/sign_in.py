"""Signing in and out, the acting role, the language and one's own password."""

from django.conf import settings
from django.contrib.auth import login, logout, update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest
from django.utils import translation

from accounts.acting import SESSION_KEY, actor_of
from accounts.models import User
from accounts.second_factor import DUE_KEY, device_of
from accounts.tokens import end_tokens
from records.actor import Actor
from records.acts import record


def person(user: User, ip: str) -> Actor:
    """`user` in their first role, or without one: what they do to their own account."""
    held = actor_of(user, ip=ip)
    return held or Actor(
        user_id=user.pk,
        name=user.name,
        role="",
        organisation_id=None,
        organisation="",
        area_path="",
        ip=ip,
    )


def address_of(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


@transaction.atomic
def sign_in(request: HttpRequest, user: User) -> None:
    """Begin a session after the password was right; a person with a device still owes the code."""
    login(request, user)
    request.session[DUE_KEY] = device_of(user) is not None
    record(person(user, address_of(request)), "accounts.sign_in", user)


@transaction.atomic
def record_failed_sign_in(username: str, ip: str, *, locked: bool = False) -> None:
    """Record a failure. A name that nobody has is not kept: people type passwords there."""
    user = User.objects.filter(username=username).first()
    nobody = Actor(
        user_id=None,
        name=user.username if user else "?",
        role="",
        organisation_id=None,
        organisation="",
        area_path="",
        ip=ip,
    )
    action = "accounts.sign_in_locked" if locked else "accounts.sign_in_failed"
    area_path = person(user, ip).area_path if user else ""
    record(nobody, action, user, area_path=area_path)


@transaction.atomic
def sign_out(request: HttpRequest) -> None:
    if isinstance(request.user, User):
        record(person(request.user, address_of(request)), "accounts.sign_out", request.user)
    logout(request)


def choose_seat(request: HttpRequest, key: str) -> bool:
    """Act from now on in the chair `key`; False where this person has no such chair."""
    if not any(seat.key == key for seat in request.seats):  # type: ignore[attr-defined]
        return False
    request.session[SESSION_KEY] = key
    return True


def choose_language(user: User | None, language: str) -> str:
    """Keep `language` for the person's next visits; an unknown one becomes the default."""
    known = {code for code, _name in settings.LANGUAGES}
    chosen = language if language in known else settings.LANGUAGE_CODE
    if user:
        User.objects.filter(pk=user.pk).update(language=chosen)
    translation.activate(chosen)
    return chosen


@transaction.atomic
def change_password(request: HttpRequest, user: User, password: str) -> None:
    """Set one's own new password; every other session and every token of this person ends."""
    user.set_password(password)
    user.password_is_temporary = False
    user.save(update_fields=("password", "password_is_temporary"))
    after = {"tokens_ended": end_tokens(user)}
    record(person(user, address_of(request)), "accounts.change_password", user, after=after)
    update_session_auth_hash(request, user)


@transaction.atomic
def end_other_sessions(request: HttpRequest, user: User, password: str) -> None:
    """End every other session, and every token.

    The same password, hashed anew, no longer fits theirs.
    """
    user.set_password(password)
    user.save(update_fields=("password",))
    after = {"tokens_ended": end_tokens(user)}
    record(person(user, address_of(request)), "accounts.end_other_sessions", user, after=after)
    update_session_auth_hash(request, user)
