"""Setting up, checking and removing the second factor."""

from django.db import transaction
from django.http import HttpRequest
from django_otp import login as mark_verified
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.acts.sign_in import address_of, person
from accounts.models import User
from accounts.second_factor import device_of
from records.acts import record


def pending_device(user: User) -> TOTPDevice:
    """The device being set up, made when there is none; it counts once a code confirmed it."""
    device, _made = TOTPDevice.objects.get_or_create(
        user=user, confirmed=False, defaults={"name": "app"}
    )
    return device


def verify(request: HttpRequest, user: User, code: str) -> bool:
    """Take `code` as the second factor; a first right code confirms a pending device."""
    # Not in one transaction with what follows: a wrong code must leave its trace.
    confirmed = device_of(user)
    device = confirmed or pending_device(user)
    if not device.verify_token(code):
        _record(request, user, "accounts.second_factor_failed")
        return False
    with transaction.atomic():
        if not confirmed:
            device.confirmed = True
            device.save(update_fields=("confirmed",))
            _record(request, user, "accounts.set_up_second_factor")
        mark_verified(request, device)
    return True


@transaction.atomic
def remove_own_device(request: HttpRequest, user: User) -> None:
    TOTPDevice.objects.filter(user=user).delete()
    _record(request, user, "accounts.remove_second_factor")


@transaction.atomic
def _record(request: HttpRequest, user: User, action: str) -> None:
    record(person(user, address_of(request)), action, user)
