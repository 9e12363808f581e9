"""Cases, their steps and opinions, as far as the actor may see them."""

from typing import Final

from django.db.models import Q, QuerySet

from accounts.roles import ASSIGNED_ROLES, OWN_ROLES
from accounts.scope import scoped
from casework.models import Case, Step
from casework.words import APPLICANTS_WORDS, INTERNAL, OFFICES_DATA, TOLD_APPLICANT
from records.actor import Actor

#: What every page of a case needs of other tables.
RELATED: Final = ("area", "park", "applicant", "district", "bureau", "holder")


def cases(actor: Actor) -> QuerySet[Case]:
    return scoped(Case.objects.all(), actor).select_related(*RELATED)


def case_of(actor: Actor, pk: int) -> Case:
    """The case. Raises Case.DoesNotExist where the actor may not see it."""
    return cases(actor).get(pk=pk)


def case_for_page(actor: Actor, pk: int) -> Case:
    """The case with its steps, notices, papers and bases, which half of the guards look at."""
    seen = (
        "steps",
        "notice_entries__notice",
        "notice_entries__objections",
        "papers__step",
        "bases__recorded_by",
    )
    return cases(actor).prefetch_related(*seen).get(pk=pk)


def is_outside(case: Case, actor: Actor) -> bool:
    """Whether the actor sees the case from the applicant's side of the counter.

    An applicant that also sits in a deciding seat stands behind it.
    """
    return actor.role in OWN_ROLES or (
        actor.organisation_id == case.applicant_id
        and case.applicant_id not in (case.district_id, case.bureau_id)
    )


def inside(found: QuerySet[Case], actor: Actor) -> QuerySet[Case]:
    """Those of the cases that the actor sees from behind the counter: the rest is `is_outside`."""
    if actor.role in OWN_ROLES:
        return found.none()
    own = actor.organisation_id
    return found.filter(~Q(applicant=own) | Q(district=own) | Q(bureau=own))


def reads_offices(case: Case, actor: Actor) -> bool:
    """Whether the actor reads what the offices found and wrote.

    The offices do at once, the applicant's side with the decision, experts and consulted
    organisations never: they judge from what was handed in. A withdrawn case was not decided.
    """
    if actor.role in ASSIGNED_ROLES:
        return False
    decided = case.is_final and case.status != Case.Status.WITHDRAWN
    return decided or not is_outside(case, actor)


def steps_of(case: Case, actor: Actor) -> list[Step]:
    """The timeline, oldest first; not to be saved.

    Who stands outside the offices does not see what stays inside them, and of a step that they
    do see no opinion which is not theirs to read.
    """
    steps = scoped(Step.objects.filter(case=case), actor).order_by("number")
    if actor.role not in ASSIGNED_ROLES and not is_outside(case, actor):
        return list(steps)
    seen = list(steps.exclude(action__in=INTERNAL))
    if not reads_offices(case, actor):
        _close(seen, actor)
    return seen


def _close(steps: list[Step], actor: Actor) -> None:
    """Take what the offices wrote and the actor must not read out of the steps."""
    told = frozenset() if actor.role in ASSIGNED_ROLES else TOLD_APPLICANT
    for step in steps:
        if step.action not in told | APPLICANTS_WORDS:
            step.opinion = ""
            step.data = {key: step.data[key] for key in step.data if key not in OFFICES_DATA}


def opinions_of(case: Case, actor: Actor) -> list[Step]:
    """The steps that carry words of somebody's and that the actor may read."""
    return [step for step in steps_of(case, actor) if step.opinion or step.data.get("heads")]
