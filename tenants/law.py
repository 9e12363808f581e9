"""Which law a park's tenants stand under: who may move in, what is filed by when."""

from datetime import date
from typing import Final

import rules
from parks.models import Park
from rules.edition import Edition
from rules.standing import Admission
from rules.terms import Deadline
from rules.workdays import Calendar

#: The key under which every edition that has it holds the filing of entries and exits.
TENANT_FILING: Final = "tenant_filing"


def laws_of(park: Park, day: date) -> list[Edition]:
    """The editions of that day under which the park is recognised.

    Reads `park.standing` where it was fetched.
    """
    standing = getattr(park, "standing", None)
    if standing is None:
        standing = park.recognitions.filter(revoked_on__isnull=True)
    levels = {recognition.level for recognition in standing}
    areas = park.area.path.split("/")
    found = (rules.in_force(each, day).edition for each in rules.jurisdictions())
    return [law for law in found if law.area_code in areas and law.level in levels]


def filing_law(park: Park, day: date) -> Edition | None:
    """The edition by which an entry or exit of that day is filed; None where nothing is owed."""
    for law in laws_of(park, day):
        if TENANT_FILING in law.filings and law.instrument.effective <= day:
            return law
    return None


def deadline(law: Edition, day: date, calendar: Calendar) -> Deadline:
    """By when an event of that day must be filed, with the days that decide it."""
    duty = law.filings[TENANT_FILING].within
    assert duty is not None  # a filing of tenants has its duty
    return law.deadline(duty.key, day, calendar)


def admission_of(park: Park, day: date) -> Admission | None:
    """Who may move into the park, where its law says so."""
    return next((law.admission for law in laws_of(park, day) if law.admission), None)
