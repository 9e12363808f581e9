"""What must stand before a procedure may be begun, handed in and approved."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from applications.models import Application
from casework.models import Case, DecisionCase
from parks.models import Park
from records.actor import Actor
from records.queries import calendar
from rules.applicants import Follows
from rules.edition import Edition
from rules.procedure import Procedure
from rules.refusal import Refusal

#: Ends of a case that leave what it followed free for another.
GIVEN_UP = (Case.Status.WITHDRAWN, Case.Status.REFUSED, Case.Status.LAPSED)


def follows_of(procedure: Procedure) -> Follows | None:
    """The requirement that the procedure comes after another, if it has one."""
    return next((each for each in procedure.requires if isinstance(each, Follows)), None)


def unmet(
    procedure: Procedure, park: Park | None, followed: Case | None, filed_on: date
) -> Refusal | None:
    """The first requirement that does not stand for that park, or after that case."""
    for requirement in procedure.requires:
        if isinstance(requirement, Follows):
            refusal = requirement.refusal(approved_on(followed), filed_on, calendar())
        else:
            refusal = requirement.refusal(park is not None and holds(park, requirement.level))
        if refusal:
            return refusal
    return None


def holds(park: Park, level: str) -> bool:
    """Whether a recognition of the level stands; reads `park.standing` where it was fetched."""
    standing = getattr(park, "standing", None)
    if standing is None:
        standing = park.recognitions.filter(revoked_on__isnull=True)
    return any(recognition.level == level for recognition in standing)


def approved_on(case: Case | None) -> date | None:
    """The day of the decision that approved the case, None where none did."""
    entries = _entries(case) if case else ()
    days = [e.decision.decided_on for e in entries if e.decision.outcome == Case.Status.APPROVED]
    # A correction has a later day of its own and moves no period.
    return min(days, default=None)


def _entries(case: Case) -> QuerySet[DecisionCase]:
    """The case's decisions, from what was fetched with it where anything was."""
    fetched = "decision_entries" in getattr(case, "_prefetched_objects_cache", {})
    entries = case.decision_entries.all()
    return entries if fetched else entries.select_related("decision")


def filed_on(case: Case) -> date:
    """The day on which the case was handed in the first time, today while it was not.

    A supplement completes what was handed in on time.
    """
    handed_in = [step for step in case.steps.all() if step.action == "submit"]
    first = min(handed_in, key=lambda step: step.number, default=None)
    return timezone.localdate(first.at) if first else timezone.localdate()


def to_follow(actor: Actor, law: Edition, procedure: str) -> QuerySet[Case]:
    """The actor's own approved cases of that procedure that nothing follows yet."""
    taken = Application.objects.exclude(case__status__in=GIVEN_UP).values("follows")
    found = Case.objects.filter(
        applicant=actor.organisation_id,
        edition__startswith=f"{law.jurisdiction}-",
        procedure=procedure,
        status=Case.Status.APPROVED,
    )
    entries = Prefetch("decision_entries", DecisionCase.objects.select_related("decision"))
    return (
        found.exclude(pk__in=taken.filter(follows__isnull=False))
        .select_related("application")
        .prefetch_related(entries)
    )


def running(cases: Iterable[Case], requirement: Follows, today: date) -> tuple[Case, ...]:
    """Those of the cases within whose period the next can still be handed in."""
    return tuple(
        case for case in cases if requirement.refusal(approved_on(case), today, calendar()) is None
    )
