"""Cases, their steps and opinions, as far as the actor may see them."""

from typing import Final

from django.db.models import QuerySet

from accounts.roles import OWN_ROLES, Role
from accounts.scope import scoped
from casework.models import Case, Step
from casework.words import INTERNAL
from records.actor import Actor

#: What every page of a case needs of other tables.
RELATED: Final = ("area", "park", "applicant", "district", "bureau", "holder")


def cases(actor: Actor) -> QuerySet[Case]:
    return scoped(Case.objects.all(), actor).select_related(*RELATED)


def case_of(actor: Actor, pk: int) -> Case:
    """The case. Raises Case.DoesNotExist where the actor may not see it."""
    return cases(actor).get(pk=pk)


def case_for_page(actor: Actor, pk: int) -> Case:
    """The case with its steps, notices and bases, which half of the guards look at."""
    seen = ("steps", "notice_entries__notice", "bases__recorded_by")
    return cases(actor).prefetch_related(*seen).get(pk=pk)


def is_outside(case: Case, actor: Actor) -> bool:
    """Whether the actor sees the case from the applicant's side of the counter."""
    return actor.role in OWN_ROLES or (
        actor.organisation_id == case.applicant_id and case.applicant_id != case.district_id
    )


def steps_of(case: Case, actor: Actor) -> QuerySet[Step]:
    """The timeline, oldest first; the applicant does not see what stays inside the offices."""
    steps = scoped(Step.objects.filter(case=case), actor).order_by("number")
    if actor.role in (Role.EXPERT, Role.CONSULTEE) or is_outside(case, actor):
        steps = steps.exclude(action__in=INTERNAL)
    return steps


def opinions_of(case: Case, actor: Actor) -> QuerySet[Step]:
    """The steps that carry an opinion and that the actor may read."""
    return steps_of(case, actor).exclude(opinion="")
