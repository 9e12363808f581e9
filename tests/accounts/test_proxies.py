"""Which address a visitor has, for the lockout and for the audit trail."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from records.models import AuditEntry
from tests.accounts.visitors import person, sign_in

pytestmark = pytest.mark.django_db

PROXY, VISITOR, LIE = "10.0.0.1", "203.0.113.7", "198.51.100.9"


def visit(forwarded: str) -> Client:
    return Client(REMOTE_ADDR=PROXY, headers={"X-Forwarded-For": forwarded})


def recorded(forwarded: str) -> str:
    """The address in the audit trail of somebody who signs in."""
    sign_in(visit(forwarded), person("officer"))
    return AuditEntry.objects.get(action="accounts.sign_in").ip


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, VISITOR, PROXY),
        (1, VISITOR, VISITOR),
        (1, f"{LIE}, {VISITOR}", VISITOR),
        (2, f"{LIE}, {VISITOR}, 10.0.0.2", VISITOR),
        (2, VISITOR, PROXY),
        (1, "2001:db8::7", "2001:db8::7"),
        (1, "<script>", PROXY),
        (1, "", PROXY),
    ],
)
def test_the_trail_has_the_address_that_our_own_proxy_saw(
    proxies: int, forwarded: str, address: str, settings: Any
) -> None:
    settings.TRUSTED_PROXIES = proxies
    assert recorded(forwarded) == address


def locked_out_from(forwarded: str, user: User) -> bool:
    return bool(sign_in(visit(forwarded), user, "wrong").status_code == 429)


def test_a_stranger_behind_the_same_proxy_does_not_lock_the_name(settings: Any) -> None:
    settings.TRUSTED_PROXIES = 1
    user = person("officer")
    for _number in range(5):
        locked = locked_out_from(LIE, user)
    assert locked
    assert sign_in(visit(VISITOR), user).status_code == 302


def test_another_invented_address_does_not_evade_the_lock(settings: Any) -> None:
    settings.TRUSTED_PROXIES = 1
    user = person("officer")
    locked = [locked_out_from(f"198.51.100.{n}, {VISITOR}", user) for n in range(6)]
    assert locked[-1]
