"""Telling the district's officers of an entry or exit that they must file."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts.roles import Role
from casework.around import members, seats_of
from records.actor import Actor
from records.acts import notify
from tenants.models import Event, Tenancy
from tenants.queries.filings import events_of

MSGIDS = {
    Event.ENTRY: gettext_noop("%(agency)s moved into %(park)s: file it by %(due)s."),
    Event.EXIT: gettext_noop("%(agency)s left %(park)s: file it by %(due)s."),
}


def tell_office(actor: Actor, tenancy: Tenancy) -> None:
    """Tell the officers of each event that is to be filed; once for each day it is told with."""
    for told in events_of(tenancy, timezone.localdate()):
        if told.owed is None:
            continue
        due = told.owed.deadline
        officers = members(seats_of(tenancy.park, due.edition).of("district"), Role.OFFICER)
        notify(
            f"tenancy:{tenancy.pk}:{told.event}:{told.on.isoformat()}",
            [person for person in officers if person != actor.user_id],
            MSGIDS[told.event],
            {"agency": tenancy.agency.name, "park": tenancy.park.name, "due": due.due},
            reverse("tenants:file", args=[tenancy.pk, told.event]),
        )
