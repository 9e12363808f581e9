"""Who needs a second factor, and whether this session still owes it."""

from django.conf import settings
from django.http import HttpRequest
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import User
from accounts.roles import Role
from records.actor import Actor

#: GB/T 22239: those who review, decide, administer or audit.
NEEDED_BY = frozenset({Role.REVIEWER, Role.DIRECTOR, Role.ADMINISTRATOR, Role.AUDITOR})
DUE_KEY = "second_factor_due"


def device_of(user: User) -> TOTPDevice | None:
    """The confirmed device of `user`."""
    device: TOTPDevice | None = TOTPDevice.objects.filter(user=user, confirmed=True).first()
    return device


def needs(role: str) -> bool:
    """Whether this deployment lets nobody act in `role` without a second factor."""
    return bool(settings.REQUIRE_SECOND_FACTOR) and role in NEEDED_BY


def is_due(request: HttpRequest, actor: Actor) -> bool:
    """Whether the session owes the code: the person has a device, or the role needs one."""
    asked = request.session.get(DUE_KEY, False) or needs(actor.role)
    return asked and not request.user.is_verified()  # type: ignore[union-attr]
