"""What of the tenants nears its last day is told to who owes it, what is late to who is above.

All of it is found in the rows, so that a day missed loses nothing and two at once double nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_noop

from accounts.roles import Role
from casework.acts.reminders import WARNINGS
from casework.around import members, seats_of
from parks.models import Park
from parks.queries import standing
from records.acts import announce
from rules.duties import latest_warning
from tenants.models import Event, Tenancy
from tenants.queries.filings import Owed, owing


@dataclass(frozen=True)
class Words:
    """How something to be done is told of: before its last day, on it, and each day after."""

    comes: str
    is_due: str
    late: str


ENTRY: Final = Words(
    gettext_noop(
        "“%(agency)s” moved into “%(park)s” on %(on)s: file it by %(due)s "
        "(reminder %(days)s days before)."
    ),
    gettext_noop("“%(agency)s” moved into “%(park)s” on %(on)s: today, %(due)s, is the last day."),
    gettext_noop(
        "“%(agency)s” moved into “%(park)s” on %(on)s; it was to be filed by %(due)s and is "
        "%(days)s days late."
    ),
)
EXIT: Final = Words(
    gettext_noop(
        "“%(agency)s” left “%(park)s” on %(on)s: file it by %(due)s "
        "(reminder %(days)s days before)."
    ),
    gettext_noop("“%(agency)s” left “%(park)s” on %(on)s: today, %(due)s, is the last day."),
    gettext_noop(
        "“%(agency)s” left “%(park)s” on %(on)s; it was to be filed by %(due)s and is "
        "%(days)s days late."
    ),
)
WORDS: Final = {Event.ENTRY: ENTRY, Event.EXIT: EXIT}


def sweep_filings(day: date) -> int:
    """Remind of every entry and exit that is still to be filed; counts the messages."""
    parks = Park.objects.select_related("area", "operator").prefetch_related(standing())
    return sum(_remind(one, day) for one in owing(parks, Tenancy.objects.all(), day))


@transaction.atomic
def _remind(one: Owed, day: date) -> int:
    seats = seats_of(one.tenancy.park, one.deadline.edition)
    people, above = members(seats.of("district"), Role.OFFICER), seats.above("district")
    params = {
        "agency": one.tenancy.agency.name,
        "park": one.tenancy.park.name,
        "on": one.on,
    }
    link = reverse("tenants:tenancy", args=[one.tenancy.pk])
    event = f"filing:{one.key}:{one.on}"
    return tell(event, one.deadline.due, day, WORDS[one.event], params, link, (people, above))


def tell(
    event: str,
    due: date,
    day: date,
    words: Words,
    params: Mapping[str, Any],
    link: str,
    told: tuple[list[int], list[int]],
) -> int:
    """Say what `day` asks for of something due on a day; returns how many messages are new.

    The nearest reminder stands for those before it. `told` are who owes it, and who stands above:
    these hear of it once a day when it is late.
    """
    people, above = told
    if due < day:
        said = {**params, "due": due, "days": (day - due).days}
        return announce(f"{event}:late:{due}:{day}", above, words.late, said, link)
    days = latest_warning(due, WARNINGS, day)
    if days is None:
        return 0
    msgid = words.comes if days else words.is_due
    said = {**params, "due": due, "days": days}
    return announce(f"{event}:due:{due}:{days}", people, msgid, said, link)
