from typing import Any

import pytest
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import User
from records.models import AuditEntry
from tests.accounts.visitors import PASSWORD, person, sign_in, signed_in

pytestmark = pytest.mark.django_db


def device_of(user: User) -> Any:
    return TOTPDevice.objects.create(user=user, name="app", confirmed=True)


def code_of(device: Any) -> str:
    return f"{totp(device.bin_key):06}"


def wrong_code_of(device: Any) -> str:
    good = {f"{totp(device.bin_key, drift=drift):06}" for drift in (-1, 0, 1)}
    return next(code for code in ("000000", "111111", "222222", "333333") if code not in good)


@pytest.fixture
def officer() -> User:
    return person("officer")


def test_who_has_a_device_is_asked_for_the_code(client: Client, officer: User) -> None:
    device_of(officer)
    sign_in(client, officer)
    assert client.get("/settings/")["Location"] == "/second-factor/"


def test_the_right_code_opens_the_page_that_was_asked_for(client: Client, officer: User) -> None:
    device = device_of(officer)
    sign_in(client, officer)
    answer = client.post("/second-factor/", {"code": code_of(device), "next": "/settings/"})
    assert answer["Location"] == "/settings/"
    assert client.get("/settings/").status_code == 200


def test_full_width_digits_are_the_same_code(client: Client, officer: User) -> None:
    device = device_of(officer)
    sign_in(client, officer)
    wide = code_of(device).translate({ord("0") + n: ord("０") + n for n in range(10)})
    client.post("/second-factor/", {"code": wide})
    assert client.get("/settings/").status_code == 200


def test_a_wrong_code_opens_nothing_and_is_recorded(client: Client, officer: User) -> None:
    device = device_of(officer)
    sign_in(client, officer)
    client.post("/second-factor/", {"code": wrong_code_of(device)})
    assert client.get("/settings/").status_code == 302
    assert AuditEntry.objects.filter(action="accounts.second_factor_failed").count() == 1


def test_a_code_serves_once(officer: User) -> None:
    device = device_of(officer)
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, officer)
        client.post("/second-factor/", {"code": code_of(device)})
    assert second.get("/settings/").status_code == 302


def test_a_device_is_set_up_with_its_picture_and_first_code(officer: User) -> None:
    client = signed_in(officer)
    assert client.get("/second-factor/code.svg")["Content-Type"] == "image/svg+xml"
    device = TOTPDevice.objects.get(user=officer)
    client.post("/second-factor/", {"code": code_of(device)})
    device.refresh_from_db()
    assert device.confirmed


def test_a_confirmed_device_never_shows_its_key_again(officer: User) -> None:
    device_of(officer)
    assert signed_in(officer).get("/second-factor/code.svg").status_code == 404


@pytest.mark.parametrize("role", ["reviewer", "director", "administrator", "auditor"])
def test_a_server_lets_nobody_act_in_these_roles_without_one(role: str, settings: Any) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    assert signed_in(person(role)).get("/settings/")["Location"] == "/second-factor/"


@pytest.mark.parametrize("role", ["operator", "tenant", "officer", "expert", "consultee"])
def test_a_server_leaves_it_to_the_others(role: str, settings: Any) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    assert signed_in(person(role)).get("/settings/").status_code == 200


def test_removing_it_needs_the_password(officer: User) -> None:
    client = signed_in(officer)
    device_of(officer)
    client.post("/settings/second-factor/", {"current": "wrong"})
    assert TOTPDevice.objects.count() == 1
    client.post("/settings/second-factor/", {"current": PASSWORD})
    assert TOTPDevice.objects.count() == 0


def test_a_session_that_owes_the_code_cannot_use_the_interface(
    client: Client, officer: User
) -> None:
    device_of(officer)
    sign_in(client, officer)
    assert client.get("/api/v1/areas/").status_code == 403


def test_the_code_page_cannot_remove_what_it_asks_for(client: Client, officer: User) -> None:
    device_of(officer)
    sign_in(client, officer)
    client.post("/settings/second-factor/", {"current": PASSWORD})
    assert TOTPDevice.objects.count() == 1
