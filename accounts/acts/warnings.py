"""What the administrators and directors of the bureaus are warned of as years end."""

from datetime import date
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_noop

import rules
from accounts.holders import holders
from accounts.models import Organisation
from accounts.roles import Role
from records.acts import announce
from records.queries import missing_year
from rules.duties import latest_warning

#: Days before an edition's end on which it is told [the system's own default].
WARNINGS: Final = (90, 30, 0)

NO_CALENDAR = gettext_noop(
    "The days off of %(year)s are missing from the calendar: dates in it are provisional."
)
EDITION_ENDS = gettext_noop(
    "“%(title)s” ends on %(last)s. What begins or is paid afterwards needs a recorded basis."
)


@transaction.atomic
def sweep_calendar(day: date) -> int:
    """From December on, once a week, ask the administrators for the year that is missing."""
    year = missing_year(day)
    if year is None:
        return 0
    week = day.isocalendar()
    people = _of_bureaus([Role.ADMINISTRATOR])
    link = reverse("records:calendar_year", args=[year])
    # As text: a year takes no thousands separator.
    params = {"year": str(year)}
    return announce(f"calendar:{year}:{week.year}-{week.week}", people, NO_CALENDAR, params, link)


@transaction.atomic
def sweep_editions(day: date) -> int:
    """Tell the bureau of the law's area that an edition nears the end printed in it."""
    told = 0
    for law in rules.editions():
        last = law.instrument.until
        days = latest_warning(last, WARNINGS, day) if last else None
        if last and days is not None:
            roles = [Role.ADMINISTRATOR, Role.DIRECTOR]
            people = _of_bureaus(roles, organisation__area=law.area_code)
            params = {"title": law.instrument.named, "last": last}
            told += announce(f"edition:{law.key}:{last}:{days}", people, EDITION_ENDS, params)
    return told


def _of_bureaus(roles: list[Role], **more: str) -> list[int]:
    """Who holds one of the roles in a bureau."""
    return holders(role__in=roles, organisation__kind=Organisation.Kind.BUREAU, **more)
