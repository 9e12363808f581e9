"""The menu: one list, of which everybody sees what the views' own policies let them open.

To add a page, add a line: URL name, label, and `roles` only where the menu should show it to
fewer people than may open it.
"""

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
    """A line of the menu; a new `group` draws a rule above it.

    `under` is the address that all pages belonging to the entry share, by default its own.
    """

    url_name: str
    label: Promise
    group: str
    roles: frozenset[Role] | None = None
    args: tuple[str, ...] = ()
    under: str = ""


@dataclass(frozen=True)
class Link:
    url: str
    label: Promise
    starts_group: bool
    is_current: bool


CASE_ROLES = frozenset(Role) - {Role.ADMINISTRATOR, Role.AUDITOR}
REGISTER_ROLES = frozenset(Role) - {Role.EXPERT, Role.CONSULTEE}

ENTRIES: tuple[Entry, ...] = (
    Entry("casework:desk", _("Desk"), "work"),
    Entry("casework:box", _("Boxes"), "work", CASE_ROLES, ("todo",), "/boxes/"),
    Entry("casework:pending", _("Decisions to take"), "work"),
    Entry("applications:begin", _("Apply"), "work"),
    Entry("casework:notices", _("Public notices"), "work"),
    Entry("applications:follow_ups", _("Checks after approval"), "work"),
    Entry("casework:interests", _("Interests of experts"), "work"),
    Entry("parks:parks", _("Parks"), "registers", REGISTER_ROLES),
    Entry("parks:take_overs", _("Take over parks"), "registers"),
    Entry("tenants:register", _("Tenants"), "registers", REGISTER_ROLES),
    Entry("returns:obligations", _("Returns and duties"), "registers"),
    Entry("tenants:filings", _("Filings"), "registers"),
    Entry("applications:names", _("Use of names"), "registers"),
    Entry("applications:rulebooks", _("Rulebooks"), "registers"),
    Entry("accounts:organisations", _("Organisations"), "administration"),
    Entry("accounts:people", _("Users"), "administration"),
    Entry("accounts:areas", _("Areas"), "administration"),
    Entry("casework:periods", _("Review periods"), "administration"),
    Entry("records:calendar", _("Working calendar"), "administration"),
    Entry("applications:form_export", _("Export of approval forms"), "administration"),
    Entry("records:schedule", _("Schedule"), "administration"),
    Entry("records:audit", _("Audit trail"), "administration"),
    Entry("records:messages", _("Messages"), "own"),
    Entry("records:jobs", _("Jobs"), "own"),
    Entry("accounts:delegations", _("Delegation"), "own"),
    Entry("casework:handover", _("Handing over"), "own"),
    Entry("accounts:settings", _("Personal settings"), "own"),
)
PUBLIC_ENTRIES: tuple[Entry, ...] = (
    Entry("casework:public_notices", _("Public notices"), "public"),
    Entry("parks:public_list", _("Recognised parks"), "public"),
    Entry("casework:verify", _("Verify a document"), "public"),
)


def navigation(actor: Actor | None, path: str) -> list[Link]:
    """The links that `actor` may follow, in order; the one that leads to `path` is current.

    Without an actor: the links of the public pages.
    """
    role = actor.role if actor else None
    shown = [entry for entry in (ENTRIES if actor else PUBLIC_ENTRIES) if _shows(entry, role)]
    current = _current(shown, path)
    return [
        Link(
            url=address(entry),
            label=entry.label,
            starts_group=number > 0 and entry.group != shown[number - 1].group,
            is_current=entry is current,
        )
        for number, entry in enumerate(shown)
    ]


@cache
def address(entry: Entry) -> str:
    return reverse(entry.url_name, args=entry.args)


@cache
def policy_at(entry: Entry) -> Policy | None:
    return policy_of(resolve(address(entry)).func)


def _shows(entry: Entry, role: str | None) -> bool:
    policy = policy_at(entry)
    wanted = entry.roles is None or role in entry.roles
    return wanted and policy is not None and policy.admits(role)


def _current(shown: list[Entry], path: str) -> Entry | None:
    """The entry that `path` lies under, the closest one."""
    around = {entry.under or address(entry): entry for entry in shown}
    above = [url for url in around if path == url or (url != "/" and path.startswith(url))]
    return around[max(above, key=len)] if above else None
