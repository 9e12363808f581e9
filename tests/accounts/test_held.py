"""A form that arrives after the session's end waits for its own person, and for nobody else."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.held import COOKIE, KEPT_FOR, KEY, KNOWN_FOR, LIMIT
from accounts.models import User
from tests.accounts.visitors import PASSWORD, person, sign_in

pytestmark = pytest.mark.django_db

FORM, TYPED = "/jobs/7/cancel/", {"reason": "typed with care", "also": ["a", "b"]}


@pytest.fixture
def officer() -> User:
    return person("officer")


@pytest.fixture
def browser(client: Client, officer: User) -> Client:
    """The officer's browser, whose session has ended by itself."""
    sign_in(client, officer)
    client.session.flush()
    return client


def offered(client: Client) -> Any:
    context = client.get("/sign-in/held/").context
    return context["held"] if context else None


def test_a_form_sent_after_the_session_ended_is_offered_again(
    browser: Client, officer: User
) -> None:
    answer = browser.post(FORM, TYPED)
    assert answer["Location"] == "/sign-in/?next=/sign-in/held/"
    sign_in(browser, officer)
    held = offered(browser)
    assert held.path == FORM
    assert held.fields == [("reason", "typed with care"), ("also", "a"), ("also", "b")]


def test_what_a_stranger_posts_is_not_kept(client: Client, officer: User) -> None:
    answer = client.post(FORM, TYPED)
    assert answer["Location"] == f"/sign-in/?next={FORM}"
    assert KEY not in client.session
    sign_in(client, officer)
    assert offered(client) is None


def test_the_next_person_at_the_same_browser_is_not_shown_it(browser: Client) -> None:
    browser.post(FORM, TYPED)
    sign_in(browser, person("officer"))
    assert offered(browser) is None
    assert KEY not in browser.session


def test_a_forged_cookie_keeps_nothing(client: Client, officer: User) -> None:
    client.cookies[COOKIE] = str(officer.pk)
    client.post(FORM, TYPED)
    assert KEY not in client.session


def test_after_signing_out_nobody_is_known(client: Client, officer: User) -> None:
    sign_in(client, officer)
    client.post("/sign-out/")
    client.post(FORM, TYPED)
    assert KEY not in client.session


def test_a_form_waits_no_longer_than_half_an_hour(browser: Client, officer: User) -> None:
    browser.post(FORM, TYPED)
    sign_in(browser, officer)
    assert offered(browser)
    session = browser.session  # its own clock is left alone: it would end the session too
    session[KEY] |= {"until": session[KEY]["until"] - KEPT_FOR.total_seconds()}
    session.save()
    assert offered(browser) is None


def test_the_cookie_is_not_believed_the_day_after(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = timezone.now() + KNOWN_FOR + timedelta(seconds=1)
    monkeypatch.setattr("django.core.signing.time.time", later.timestamp)
    browser.post(FORM, TYPED)
    assert KEY not in browser.session


def test_a_form_too_large_is_not_kept(browser: Client) -> None:
    browser.post(FORM, {"x" * 30: "y" * LIMIT})
    assert KEY not in browser.session


def test_a_form_with_passwords_is_not_kept_through_the_sign_in(browser: Client) -> None:
    browser.post("/settings/password/", {"current": PASSWORD, "new": "a", "again": "a"})
    assert KEY not in browser.session


def test_the_cookie_is_out_of_reach_of_scripts(client: Client, officer: User) -> None:
    cookie = sign_in(client, officer).cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
