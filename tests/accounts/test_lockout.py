"""When the sign-in is locked, and for how long."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from axes.models import AccessFailureLog
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.accounts.visitors import PASSWORD, person, sign_in

pytestmark = pytest.mark.django_db

Knock = Callable[..., int]
NOW = timezone.now()


@pytest.fixture
def officer() -> User:
    return person("officer")


@pytest.fixture
def knock(client: Client, officer: User, monkeypatch: pytest.MonkeyPatch) -> Knock:
    """Signing in so many minutes from now; the answer's status."""

    def status(minutes: int, password: str = "wrong") -> int:
        monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(minutes=minutes))
        monkeypatch.setattr("axes.handlers.proxy.now", timezone.now)
        return int(sign_in(client, officer, password).status_code)

    return status


def test_failures_older_than_the_window_do_not_count(knock: Knock) -> None:
    assert [knock(minutes) for minutes in (0, 20, 40, 60, 80, 100)] == [200] * 6


def test_five_failures_within_the_window_lock_after_older_ones(knock: Knock) -> None:
    minutes = (0, 20, 40, 45, 50, 51, 52)
    assert [knock(minute) for minute in minutes] == [200] * 5 + [200, 429]


def test_a_lock_is_not_prolonged_by_knocking_meanwhile(knock: Knock) -> None:
    for minute in (0, 1, 2, 3, 4):
        knock(minute)
    assert knock(20, PASSWORD) == 429
    assert knock(33, PASSWORD) == 429
    assert knock(35, PASSWORD) == 302


def test_the_right_password_begins_the_count_anew(knock: Knock) -> None:
    for minute in (0, 1, 2, 3):
        knock(minute)
    knock(4, PASSWORD)
    assert [knock(minute) for minute in (5, 6, 7, 8)] == [200] * 4


def test_names_that_were_typed_are_not_kept_longer_than_the_window(knock: Knock) -> None:
    knock(0)
    knock(31)
    assert AccessFailureLog.objects.count() == 1
