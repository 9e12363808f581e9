"""Findings about the use of a park's name: dated records of the bureau."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Area, Organisation
from accounts.scope import scoped
from applications.models import NameFinding
from applications.queries.names import finding_refusal, law_for
from casework.seats import person
from parks.models import Park
from records.actor import Actor
from records.acts import record
from records.errors import Refused
from tenants.models import Agency


@dataclass(frozen=True)
class Found:
    """What is recorded: who used which words, what it was, when it was seen, and the note."""

    subject: str
    name: str
    what: str
    is_violation: bool
    happened_on: date
    note: str
    park: Park | None = None
    agency: Agency | None = None
    organisation: Organisation | None = None


@transaction.atomic
def record_name_finding(actor: Actor, found: Found) -> NameFinding:
    """Record who used a protected name how, as a violation or as none.

    Raises Refused for anybody but the bureau whose law protects the name, without a subject, words
    or a note, for a day that lies ahead, and for rows out of the actor's sight.
    """
    refusal = finding_refusal(actor)
    law = law_for(actor)
    if refusal or law is None:
        raise Refused(refusal, "role")
    _ensure_told(actor, found)
    bureau = Organisation.objects.select_related("area").get(pk=actor.organisation_id or 0)
    made = NameFinding.objects.create(
        bureau=bureau,
        area=_area(found, bureau),
        edition=law.key,
        recorded_by_id=person(actor),
        **vars(found),
    )
    after = {name: str(value) for name, value in vars(found).items() if value not in (None, "")}
    record(
        actor, "applications.name_finding", made, after=after, note=found.note,
        area_path=made.area.path,
    )  # fmt: skip
    return made


def _ensure_told(actor: Actor, found: Found) -> None:
    if not all(text.strip() for text in (found.subject, found.name, found.note)):
        raise Refused(_("Say who used which words, and what was found."))
    if found.what not in NameFinding.What.values:
        raise Refused(_("Say who used which words, and what was found."))
    if found.happened_on > timezone.localdate():
        raise Refused(_("The day on which it was seen must not lie ahead."))
    for row in (found.park, found.agency, found.organisation):
        if row and not scoped(type(row)._default_manager.filter(pk=row.pk), actor).exists():
            raise Refused(_("It is not in your area."), "scope")


def _area(found: Found, bureau: Organisation) -> Area:
    """Where it belongs, so that the district's office sees it as well."""
    near = found.organisation or found.park
    return near.area if near else bureau.area
