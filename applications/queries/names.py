"""Use of a park's name: who may, who does, and whose own name bears a protected one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

import rules
from accounts.models import Organisation
from accounts.roles import Role
from accounts.scope import scoped
from applications.models import NameFinding, NameUse
from applications.queries.available import Offer, offers
from applications.queries.content import Content
from parks.models import Park
from records.actor import Actor
from records.queries import calendar
from rules.edition import Edition
from rules.refusal import Refusal
from rules.standing import NameUse as Law
from tenants.models import Agency

#: Who looks after the names of their area's parks.
WATCHERS = ("officer", "reviewer", "director")
#: So many rows whose names bear a protected one are listed; there are never many.
MOST_BEARERS = 200
#: So many uses and findings, the latest, stand on the list.
MOST_LISTED = 500
#: So many of them stand on a park's page.
MOST_SHOWN = 20


@dataclass(frozen=True)
class Advice:
    """The last day by which it is best handed in; `is_past`: that day has gone by.

    `refusal` says why it can no longer be handed in at all, None while it can.
    """

    day: date
    workdays: int
    clause: str
    is_past: bool
    refusal: Refusal | None


@dataclass(frozen=True)
class Bearer:
    """An agency or organisation whose name bears a protected one, and what was found of it."""

    kind: str
    row: Agency | Organisation
    protected: str
    found: NameFinding | None


def days_of(told: Mapping[str, Any]) -> tuple[date, date] | None:
    """First and last day of the activity in the form's answers; None while they name none."""
    begins = told.get("event_on")
    if not begins:
        return None
    return date.fromisoformat(begins), date.fromisoformat(told.get("event_until") or begins)


def advice_of(content: Content) -> Advice | None:
    """When it is best handed in; nothing once it was, and for what is about no name."""
    law, days = content.law.name_use, days_of(content.answers)
    if law is None or days is None or content.case.submitted_at:
        return None
    day, today = law.advised_by(days[0], calendar()), timezone.localdate()
    return Advice(day, law.advised, law.clause, today > day, law.refusal(today, days[0]))


def law_for(actor: Actor) -> Edition | None:
    """The regulation that protects the name of a park in whose area the actor works."""
    codes = (actor.area_path or "").split("/")
    found = (law for law in rules.editions() if law.name_use and law.area_code in codes)
    return next(found, None)


def finding_refusal(actor: Actor) -> str:
    """Why the actor may not record a finding: it is for the bureau under whose law it is."""
    law, own = law_for(actor), actor.organisation_id or 0
    may = actor.role in (Role.REVIEWER, Role.DIRECTOR)
    bureau = Organisation.objects.filter(pk=own, kind=Organisation.Kind.BUREAU)
    if law is not None and may and bureau.filter(area_id=law.area_code).exists():
        return ""
    return _("Findings about the name are the bureau's to record.")


def to_begin(actor: Actor) -> list[Offer]:
    """What about a name the actor's hand may begin now, for a park in sight."""
    return [one for one in offers(actor) if one.procedure.grants == "name_use" and one.ready]


def name_uses(actor: Actor) -> QuerySet[NameUse]:
    """What was filed and authorised, the latest activity first."""
    return scoped(NameUse.objects.all(), actor).select_related("case__park")


def findings(actor: Actor) -> QuerySet[NameFinding]:
    """What was found, the latest first."""
    related = ("park", "agency", "organisation", "recorded_by")
    return scoped(NameFinding.objects.all(), actor).select_related(*related)


def bearers(actor: Actor) -> list[Bearer]:
    """The agencies and organisations in sight whose names bear a protected one."""
    edition = law_for(actor)
    if edition is None or edition.name_use is None:
        return []
    law, named = edition.name_use, {"name__regex": edition.name_use.pattern}
    agencies = scoped(Agency.objects.filter(**named), actor).order_by("name", "pk")
    organisations = scoped(Organisation.objects.filter(**named), actor).order_by("name", "pk")
    return [
        *_bearers(actor, law, "agency", agencies[:MOST_BEARERS]),
        *_bearers(actor, law, "organisation", organisations[:MOST_BEARERS]),
    ]


def _bearers(
    actor: Actor, law: Law, kind: str, rows: Iterable[Agency | Organisation]
) -> Iterator[Bearer]:
    """Those that bear a name by the rules: a database's search may find a little more."""
    named = list(rows)
    found = findings(actor).filter(**{f"{kind}__in": named}).order_by("pk")
    known = {getattr(one, f"{kind}_id"): one for one in found}
    for row in named:
        protected = law.borne(row.name)
        if protected:
            yield Bearer(kind, row, protected, known.get(row.pk))


def first_words(row: Agency | Organisation, actor: Actor) -> dict[str, Any]:
    """What a finding about a bearer begins with: its name, and the park in which an agency is."""
    told: dict[str, Any] = {"subject": row.name, "name": row.name, "what": NameFinding.What.BEARS}
    if isinstance(row, Agency):
        here = Park.objects.filter(tenancies__agency=row, tenancies__left_on__isnull=True)
        told["park"] = scoped(here, actor).first()
    return told


def names_of_park(park: Park, actor: Actor) -> dict[str, Any]:
    """For the park's page: the uses of its name, and for who watches over it what was found."""
    watches = actor.role in WATCHERS
    return {
        "uses": list(name_uses(actor).filter(case__park=park)[:MOST_SHOWN]),
        "findings": list(findings(actor).filter(park=park)[:MOST_SHOWN]) if watches else [],
        "watches": watches,
    }
