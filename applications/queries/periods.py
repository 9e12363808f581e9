"""Periods of preparation: what stands of one, what was filed within it, whom it concerns."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Area
from accounts.scope import scoped
from applications.models import Application, Preparation
from applications.queries.requirements import filed_on
from casework.models import Case
from casework.seats import procedure_of
from records.actor import Actor
from records.queries import calendar
from rules.outcomes import Period
from rules.workdays import Due

#: Cases that were never handed in, or taken back: nothing was filed by them.
NOT_FILED = (Case.Status.DRAFT, Case.Status.WITHDRAWN)


def preparations(actor: Actor) -> QuerySet[Preparation]:
    """The preparations that the actor sees, those that end first before the others."""
    return scoped(Preparation.objects.select_related("case__area", "case__applicant"), actor)


def running_preparations(actor: Actor, area: Area) -> list[Preparation]:
    """Those of the actor's own organisation in the area that are open to a formal application."""
    own = preparations(actor).filter(
        case__applicant=actor.organisation_id,
        case__area__path__startswith=area.path,
        state=Preparation.State.RUNNING,
    )
    today = timezone.localdate()
    return [each for each in own if due_of(each).due >= today]


def period_of(preparation: Preparation) -> Period:
    """What the law says of this period."""
    period = procedure_of(preparation.case).outcome.period
    assert period is not None
    return period


def due_of(preparation: Preparation) -> Due:
    """Its last day by the calendar as it stands."""
    return period_of(preparation).due(preparation.approved_on, calendar())


def applied_on(preparation: Preparation) -> date | None:
    """The day on which a case that follows was first handed in, and not withdrawn."""
    rows = Application.objects.filter(follows=preparation.case).exclude(case__status__in=NOT_FILED)
    followers = rows.select_related("case").prefetch_related("case__steps")
    return min((filed_on(each.case) for each in followers), default=None)
