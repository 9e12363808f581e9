"""People of the trial world at their browsers."""

import re
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from records.actor import Actor


def client_of(actor: Actor) -> Client:
    """The actor, signed in."""
    client = Client()
    user = User.objects.get(pk=actor.user_id or -1)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def text_of(response: Any) -> str:
    """What a reader sees: the page without tags, runs of blanks as one."""
    body = re.sub(r"<(script|style|head).*?</\1>", "", response.content.decode(), flags=re.S)
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))
    return plain.replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&")


def form_values(client: Client, url: str) -> dict[str, Any]:
    """The hidden fields with which a form comes: version, token."""
    hidden = re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)"', client.get(url).content.decode()
    )
    return dict(hidden)


def queries_of(client: Client, url: str) -> int:
    """How many reads a page makes; the session's own upkeep is not the page's."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    reads = [one["sql"] for one in captured if one["sql"].lstrip().upper().startswith("SELECT")]
    return len(reads)
