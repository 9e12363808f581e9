"""The menu: one list, of which everybody sees what the views' own policies let them open.

To add a page, add a line: URL name, label, and `roles` only where the menu should show it to
fewer people than may open it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.urls import resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from records.actor import Actor
from records.policy import Policy, policy_of


@dataclass(frozen=True)
class Entry:
    """A line of the menu; a new `group` draws a rule above it."""

    url_name: str
    label: Promise
    group: str
    roles: frozenset[Role] | None = None


@dataclass(frozen=True)
class Link:
    url: str
    label: Promise
    starts_group: bool
    is_current: bool


ENTRIES: tuple[Entry, ...] = (
    Entry("applications:begin", _("Apply"), "work"),
    Entry("applications:rulebooks", _("Rulebooks"), "law"),
    Entry("accounts:organisations", _("Organisations"), "administration"),
    Entry("accounts:people", _("Users"), "administration"),
    Entry("accounts:areas", _("Areas"), "administration"),
    Entry("records:calendar", _("Working calendar"), "administration"),
    Entry("records:audit", _("Audit trail"), "administration"),
    Entry("records:jobs", _("Jobs"), "own"),
    Entry("records:messages", _("Messages"), "own"),
    Entry("accounts:delegations", _("Delegation"), "own"),
    Entry("accounts:settings", _("Personal settings"), "own"),
)


def navigation(actor: Actor, path: str, entries: Iterable[Entry] = ENTRIES) -> list[Link]:
    """The links that `actor` may follow, in order; the one that leads to `path` is current."""
    shown = [entry for entry in entries if _shows(entry, actor)]
    current = _current([address(entry.url_name) for entry in shown], path)
    links: list[Link] = []
    group = ""
    for entry in shown:
        url = address(entry.url_name)
        links.append(Link(url, entry.label, bool(links) and entry.group != group, url == current))
        group = entry.group
    return links


@cache
def address(url_name: str) -> str:
    return reverse(url_name)


@cache
def policy_at(url_name: str) -> Policy | None:
    return policy_of(resolve(address(url_name)).func)


def _shows(entry: Entry, actor: Actor) -> bool:
    policy = policy_at(entry.url_name)
    wanted = entry.roles is None or actor.role in entry.roles
    return wanted and policy is not None and policy.admits(actor.role)


def _current(urls: list[str], path: str) -> str:
    """The longest of `urls` that `path` lies under."""
    above = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(above, key=len, default="")
