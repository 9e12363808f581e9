"""Licences near their end: told to the park's operator and to the office around it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_noop

from accounts.holders import holders
from accounts.roles import Role
from casework.seats import nearest_office, offices_around
from parks.models import Park
from records.acts import announce
from rules.duties import latest_warning
from tenants.models import Agency, Licence, Tenancy
from tenants.queries import WARN_DAYS

#: Days before a licence's end on which it is told [the system's own default].
WARNINGS: Final = (WARN_DAYS, 30, 0)

ENDS = gettext_noop("The licence %(number)s of “%(agency)s” ends on %(last)s.")
ENDED = gettext_noop(
    "The licence %(number)s of “%(agency)s” ends on %(last)s. From the next day on the agency "
    "counts only with a licence that is valid."
)


def sweep_licences(day: date) -> int:
    """Tell of each licence whose end has come near, and was not renewed; counts the messages.

    The nearest warning stands for those before it.
    """
    return sum(_tell(licence, day) for licence in _ending(day))


def _ending(day: date) -> Iterator[Licence]:
    span = timedelta(days=WARN_DAYS)
    renewed = Licence.objects.filter(agency=OuterRef("agency"), kind=OuterRef("kind")).filter(
        Q(expires_on__isnull=True) | Q(expires_on__gt=OuterRef("expires_on"))
    )
    rows = Licence.objects.filter(expires_on__range=(day - span, day + span))
    rows = rows.exclude(Exists(renewed)).select_related("agency").order_by("pk")
    return rows.iterator(chunk_size=500)


@transaction.atomic
def _tell(licence: Licence, day: date) -> int:
    last = licence.expires_on
    assert last is not None
    days = latest_warning(last, WARNINGS, day)
    if days is None:
        return 0
    params = {"number": licence.number, "agency": licence.agency.name, "last": last}
    event = f"licence:{licence.pk}:{last}:{days}"
    link = reverse("tenants:agency", args=[licence.agency_id])
    people = _people(licence.agency, day)
    return announce(event, people, ENDS if days else ENDED, params, link)


def _people(agency: Agency, day: date) -> list[int]:
    """The operators of the parks where the agency stays, and the officers around them."""
    now = Q(left_on__isnull=True) | Q(left_on__gte=day)
    stays = Tenancy.objects.filter(now, agency=agency)
    parks = list(Park.objects.filter(pk__in=stays.values("park")).select_related("area"))
    holds = Q(role=Role.OPERATOR, organisation__in=[park.operator_id for park in parks])
    offices = offices_around(park.area for park in parks)
    for park in parks:
        top = park.area.path.partition("/")[0]
        office = nearest_office(park.area, top, offices)
        holds |= Q(role=Role.OFFICER, organisation=office) if office else Q(pk__in=[])
    return holders(holds)
