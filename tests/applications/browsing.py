"""People of the world of applications at their browsers."""

from typing import Any

from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from records.actor import Actor
from tests import factories as make


def signed_in(actor: Actor) -> Client:
    client = Client()
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(make.user_of(actor), backend=backend)
    return client


def page(name: str, *args: Any) -> str:
    return reverse(f"applications:{name}", args=args)


def read(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def download(response: HttpResponseBase) -> FileResponse:
    """The answer as the file that it is."""
    assert isinstance(response, FileResponse)
    return response
