"""Telling the district's officers of an entry or exit that they must file."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts.models import Membership
from accounts.roles import Role
from casework.seats import nearest_office, offices_around
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
        law_area = told.owed.law_area
        office = nearest_office(tenancy.park.area, law_area, offices_around([tenancy.park.area]))
        officers = Membership.objects.filter(
            Q(until__isnull=True), organisation=office, role=Role.OFFICER
        ).exclude(user=actor.user_id)
        notify(
            f"tenancy:{tenancy.pk}:{told.event}:{told.on.isoformat()}",
            sorted(set(officers.values_list("user_id", flat=True))),
            MSGIDS[told.event],
            {
                "agency": tenancy.agency.name,
                "park": tenancy.park.name,
                "due": told.owed.deadline.due.isoformat(),
            },
            reverse("tenants:file", args=[tenancy.pk, told.event]),
        )
