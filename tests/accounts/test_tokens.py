"""Tokens of the interface: who gets one, what it opens, and when it ends."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.acts import people
from accounts.models import ApiToken, User
from records.models import AuditEntry
from tests import factories
from tests.accounts.visitors import PASSWORD, person, signed_in

pytestmark = pytest.mark.django_db

NEW = "harbour-violet-7"
ASKED = {"name": "样例程序", "current": PASSWORD}


@pytest.fixture
def officer() -> User:
    return person("officer")


def status(secret: str, **headers: str) -> int:
    """What the interface answers to a program with that token."""
    client = Client(headers={"authorization": f"Token {secret}", **headers})
    return int(client.get("/api/v1/areas/").status_code)


def make(client: Client) -> str:
    return str(client.post("/settings/tokens/", ASKED).context["secret"])


def test_a_person_makes_a_token_and_a_program_uses_it(officer: User) -> None:
    assert status(make(signed_in(officer))) == 200


def test_an_invented_token_opens_nothing() -> None:
    assert status("invented") == 401


def test_the_secret_is_shown_by_one_answer_and_kept_nowhere(officer: User) -> None:
    client = signed_in(officer)
    answer = client.post("/settings/tokens/", ASKED)
    secret = answer.context["secret"]
    assert secret in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert secret not in client.get("/settings/tokens/").content.decode()
    assert secret not in str([vars(token) for token in ApiToken.objects.all()])
    assert secret not in str([vars(entry) for entry in AuditEntry.objects.all()])


def test_a_token_is_not_made_without_the_password(officer: User) -> None:
    signed_in(officer).post("/settings/tokens/", ASKED | {"current": "wrong"})
    assert not ApiToken.objects.exists()


def test_making_and_revoking_are_in_the_audit_trail(officer: User) -> None:
    client = signed_in(officer)
    make(client)
    client.post(f"/settings/tokens/{ApiToken.objects.get().pk}/revoke/")
    made, revoked = AuditEntry.objects.order_by("seq")
    assert (made.action, revoked.action) == ("accounts.make_token", "accounts.revoke_token")
    assert (made.after or {})["name"] == (revoked.after or {})["name"] == "样例程序"


def test_a_revoked_token_opens_nothing(officer: User) -> None:
    client = signed_in(officer)
    secret = make(client)
    client.post(f"/settings/tokens/{ApiToken.objects.get().pk}/revoke/")
    assert status(secret) == 401


def test_nobody_sees_or_revokes_the_token_of_somebody_else(officer: User) -> None:
    secret = factories.make_token(officer)
    other = signed_in(person("officer"))
    assert not other.get("/settings/tokens/").context["tokens"]
    assert other.post(f"/settings/tokens/{ApiToken.objects.get().pk}/revoke/").status_code == 404
    assert status(secret) == 200


def change_password(user: User) -> None:
    signed_in(user).post("/settings/password/", {"current": PASSWORD, "new": NEW, "again": NEW})


def end_other_sessions(user: User) -> None:
    signed_in(user).post("/settings/sessions/", {"current": PASSWORD})


def administrator() -> Any:
    return factories.make_actor("administrator", factories.make_bureau("140700"))


def reset_password(user: User) -> None:
    people.reset_password(administrator(), user.pk)


def switch_off_and_on(user: User) -> None:
    actor = administrator()
    people.set_active(actor, user.pk, active=False)
    people.set_active(actor, user.pk, active=True)


@pytest.mark.parametrize(
    "act", [change_password, end_other_sessions, reset_password, switch_off_and_on]
)
def test_a_token_ends_with_the_sessions(act: Callable[[User], None], officer: User) -> None:
    secret = factories.make_token(officer)
    act(officer)
    assert status(secret) == 401


def test_the_trail_says_how_many_tokens_ended(officer: User) -> None:
    factories.make_token(officer)
    reset_password(officer)
    entry = AuditEntry.objects.get(action="accounts.reset_password")
    assert (entry.after or {})["tokens_ended"] == 1


def test_the_tokens_of_others_stay(officer: User) -> None:
    secret = factories.make_token(person("officer"))
    change_password(officer)
    assert status(secret) == 200


def test_a_session_that_owes_the_second_factor_makes_no_token(settings: Any) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    answer = signed_in(person("reviewer")).post("/settings/tokens/", ASKED)
    assert answer["Location"] == "/second-factor/"
    assert not ApiToken.objects.exists()


def test_a_token_of_a_lesser_role_does_not_open_one_that_needs_the_factor(
    officer: User, settings: Any
) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    chair = factories.give_role(officer, "reviewer")
    secret = make(signed_in(officer))
    assert status(secret) == 200
    assert status(secret, **{"x-acting": f"m{chair.pk}"}) == 403


def test_a_token_made_with_the_second_factor_opens_it(settings: Any) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    reviewer = person("reviewer")
    client = signed_in(reviewer)
    device = TOTPDevice.objects.create(user=reviewer, name="app", confirmed=True)
    session = client.session
    session["otp_device_id"] = device.persistent_id
    session.save()
    assert status(make(client)) == 200


def test_a_name_and_a_password_are_no_way_into_the_interface(officer: User) -> None:
    for path in ("/api-token-auth/", "/api/v1/token/", "/api/token/"):
        asked = {"username": officer.username, "password": PASSWORD}
        assert Client().post(path, asked).status_code == 404
