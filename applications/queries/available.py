"""What an operator or office may apply for: park by procedure of the laws of its area."""

from dataclasses import dataclass

from django.utils import timezone

import rules
from accounts.scope import scoped
from applications.models import Application
from casework.models import Case
from parks.models import Park
from records.actor import Actor
from rules.edition import Edition
from rules.procedure import Procedure
from rules.source import Force


@dataclass(frozen=True)
class Choice:
    """A procedure that a park may begin; `open_case` is the one under way, if there is one."""

    park: Park
    law: Edition
    procedure: Procedure
    force: Force
    open_case: Case | None


def laws_of(park: Park) -> list[Edition]:
    """The editions of today whose area the park lies in."""
    today = timezone.localdate()
    current = [rules.in_force(name, today).edition for name in rules.jurisdictions()]
    return [law for law in current if applies_to(law, park)]


def applies_to(law: Edition, park: Park) -> bool:
    return law.area_code in park.area.path.split("/")


def open_case(park: Park, law: Edition, procedure: str) -> Case | None:
    """The application of the park under that procedure which is not closed yet."""
    found = Application.objects.filter(
        case__park=park, case__edition=law.key, case__procedure=procedure
    ).exclude(case__status__in=Case.FINAL)
    application = found.select_related("case").first()
    return application.case if application else None


def choices(actor: Actor) -> list[Choice]:
    """All that the actor's role may begin, for the parks that it sees."""
    today = timezone.localdate()
    parks = scoped(Park.objects.select_related("area"), actor)
    return [
        Choice(park, law, procedure, law.force_on(today), open_case(park, law, procedure.key))
        for park in parks
        for law in laws_of(park)
        for procedure in law.procedures.values()
        # What offices apply for is in the rules already, and yet to be built here.
        if procedure.applicant.organisation == "operator"
        if procedure.first.hand.role == actor.role
    ]
