"""Which law a park's tenants stand under: who may move in, what is filed by when."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import rules
from parks.models import Park, Recognition
from records.templatetags.said import said
from rules.edition import Edition
from rules.standing import Admission
from rules.terms import Deadline
from rules.workdays import Calendar

#: The key under which every edition that has it holds the filing of entries and exits.
TENANT_FILING: Final = "tenant_filing"


def laws_of(park: Park, day: date) -> list[Edition]:
    """The editions begun by that day under which the park was recognised by then.

    Reads `park.standing` where it was fetched.
    """
    levels = {each.level for each in _standing(park) if each.decided_on <= day}
    areas = park.area.path.split("/")
    found = (rules.in_force(each, day).edition for each in rules.jurisdictions())
    begun = (law for law in found if law.instrument.effective <= day)
    return [law for law in begun if law.area_code in areas and law.level in levels]


def law_words() -> dict[str, str]:
    """All bars and causes of all editions, in the reader's language, by their keys."""
    laws = [law.admission for law in rules.editions() if law.admission]
    return {each.key: said(each) for law in laws for each in (*law.bars, *law.removal)}


def filing_law(park: Park, day: date) -> Edition | None:
    """The edition by which an entry or exit of that day is filed; None where nothing is owed."""
    return next((law for law in laws_of(park, day) if TENANT_FILING in law.filings), None)


def filed_since(park: Park) -> date | None:
    """The first day whose entries and exits are filed in the park; None where none ever are."""
    areas = park.area.path.split("/")
    laws = [law for law in rules.editions() if TENANT_FILING in law.filings]
    begun = (
        max(law.instrument.effective, recognition.decided_on)
        for recognition in _standing(park)
        for law in laws
        if law.area_code in areas and law.level == recognition.level
    )
    return min(begun, default=None)


def deadline(law: Edition, day: date, calendar: Calendar) -> Deadline:
    """By when an event of that day must be filed, with the days that decide it."""
    duty = law.filings[TENANT_FILING].within
    assert duty is not None  # a filing of tenants has its duty
    return law.deadline(duty.key, day, calendar)


def admitting_law(park: Park, day: date) -> Edition | None:
    """The edition that says who may move into the park, and who must leave it."""
    return next((law for law in laws_of(park, day) if law.admission), None)


def admission_on(park: Park, day: date) -> Admission | None:
    """Who may move into the park on that day, where its law says so."""
    law = admitting_law(park, day)
    return law.admission if law else None


def admissions_over(area_path: str, day: date) -> list[Admission]:
    """What the laws over an area say of who may move in, whatever park it is."""
    areas = area_path.split("/")
    found = (rules.in_force(each, day).edition for each in rules.jurisdictions())
    return [law.admission for law in found if law.admission and law.area_code in areas]


def _standing(park: Park) -> Iterable[Recognition]:
    standing: Iterable[Recognition] | None = getattr(park, "standing", None)
    return park.recognitions.filter(revoked_on__isnull=True) if standing is None else standing
