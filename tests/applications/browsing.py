"""People of the world of applications at their browsers."""

from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.models import User
from records.actor import Actor


def signed_in(actor: Actor) -> Client:
    client = Client()
    user = User.objects.get(pk=actor.user_id or -1)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def page(name: str, *args: Any) -> str:
    return reverse(f"applications:{name}", args=args)


def read(client: Client, url: str) -> str:
    return client.get(url).content.decode()
