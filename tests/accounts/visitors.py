"""People at their browsers, for the tests of accounts."""

from typing import Any

from django.test import Client

from accounts.models import Organisation, User
from tests import factories

PASSWORD = "willow-lantern-42"


def person(role: str, organisation: Organisation | None = None, **values: Any) -> User:
    """Somebody in that role who can sign in with PASSWORD."""
    user = factories.make_user(role, organisation, **values)
    user.set_password(PASSWORD)
    user.save()
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def visitor(role: str, organisation: Organisation | None = None, **values: Any) -> Client:
    return signed_in(person(role, organisation, **values))


def sign_in(client: Client, user: User, password: str = PASSWORD, **fields: str) -> Any:
    return client.post("/sign-in/", {"username": user.username, "password": password, **fields})
