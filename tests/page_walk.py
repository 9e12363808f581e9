"""Every page of the site, for each role that may open it, in the demonstration's world.

`pages()` walks the URL resolver. A route that takes arguments and stands neither in ARGUMENTS nor
in NOT_PAGES of `tests.pages` fails, so that nobody adds a page that is never looked at.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.acting import actor_of
from accounts.models import User
from casework.models import PanelSeat
from records.actor import Actor
from records.policy import Policy, policy_of
from tests.page_arguments import nothing
from tests.pages import ARGUMENTS, ELSEWHERE, NOT_PAGES, PEOPLE


@dataclass(frozen=True)
class Page:
    """One page as one person sees it. `username` is "" for the public."""

    route: str
    path: str
    who: str
    username: str
    number: int = 0

    @property
    def name(self) -> str:
        number = f"-{self.number}" if self.number else ""
        return f"{self.route.replace(':', '-')}{number}--{self.who}"


def routes() -> Iterator[tuple[str, Policy | None, bool]]:
    """(name, declared policy, whether it takes arguments) of every route of the house."""
    yield from _walk(get_resolver().url_patterns, "")


def _walk(patterns: list[Any], space: str) -> Iterator[tuple[str, Policy | None, bool]]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            view = pattern.callback
            policy = policy_of(view) or policy_of(getattr(view, "cls", view))
            yield f"{space}{pattern.name}", policy, bool(pattern.pattern.converters)
        elif isinstance(pattern, URLResolver) and not str(pattern.pattern).startswith("api/"):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)


def people() -> dict[str, User]:
    """The demonstration's people by the word for what they are."""
    found = {who: User.objects.get(username=name) for who, name in PEOPLE.items() if name}
    found["expert"] = PanelSeat.objects.filter(given_at__isnull=True).latest("pk").expert
    return found


def pages() -> Iterator[Page]:
    """Every page for everybody who may open it. Raises LookupError for an unknown route."""
    known = people()
    for route, policy, takes in routes():
        if route in NOT_PAGES:
            continue
        assert policy is not None, route
        if takes and route not in ARGUMENTS:
            raise LookupError(f"{route}: add it to ARGUMENTS or NOT_PAGES in tests/pages.py")
        if policy.kind == "public":
            yield from _numbered(route, None, "public", "")
        else:
            yield from _for_everybody(route, policy, known)
            yield from _elsewhere(route)


def _for_everybody(route: str, policy: Policy, known: dict[str, User]) -> Iterator[Page]:
    for who, user in known.items():
        actor = actor_of(user)
        assert actor is not None
        if policy.admits(actor.role):
            shown = _numbered(route, actor, who, user.username)
            yield from (page for page in shown if opens(user, page.path))


def _elsewhere(route: str) -> Iterator[Page]:
    """The same page under other laws; its numbers are its own, for it is another sight."""
    for turn, username in enumerate(ELSEWHERE.get(route, ()), start=1):
        user = User.objects.get(username=username)
        shown = _numbered(route, actor_of(user), username, username, 100 * turn)
        yield from (page for page in shown if opens(user, page.path))


def _numbered(
    route: str, actor: Actor | None, who: str, username: str, start: int = 0
) -> Iterator[Page]:
    for number, found in enumerate(ARGUMENTS.get(route, nothing)(actor), start=start):
        query = urlencode(found.get("?", {}))
        path = reverse(route, kwargs={key: value for key, value in found.items() if key != "?"})
        yield Page(route, f"{path}?{query}" if query else path, who, username, number)


def opens(user: User, path: str) -> bool:
    """Whether the person gets a page there: what is refused or redirected is not pictured."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(path)
    if answer.status_code >= 500:
        raise AssertionError(f"{path} answers {answer.status_code} to {user.username}")
    return answer.status_code == 200 and "text/html" in answer["Content-Type"]


def unseen(shown: Iterable[Page]) -> list[str]:
    """The routes that are pages by their names and that nobody was shown."""
    wanted = {route for route, _policy, _takes in routes()}
    return sorted(wanted - {page.route for page in shown} - set(NOT_PAGES))
