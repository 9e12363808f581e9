"""待办 已办 我发起的 草稿: computed from stage, role and scope, never stored."""

from collections.abc import Callable
from datetime import timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

import rules
from accounts.roles import Role
from casework.models import Case, Step
from casework.queries.cases import cases
from records.actor import Actor

#: A due date this near counts as "late soon" [the system's own default].
SOON = timedelta(days=3)


def turn_of(actor: Actor) -> Q:
    """The cases whose stage waits for the actor's role, in the actor's organisation.

    One condition for each stage of the laws in the house, not one for each case.
    """
    waiting = Q(pk__in=[])
    for law in rules.editions():
        for procedure in law.procedures.values():
            for stage in procedure.stages:
                if stage.hand.role == actor.role:
                    waiting |= Q(
                        edition=law.key,
                        procedure=procedure.key,
                        stage=stage.key,
                        **{f"{stage.hand.seat}_id": actor.organisation_id},
                    )
    return waiting & ~Q(status__in=Case.FINAL)


def todo(actor: Actor) -> QuerySet[Case]:
    """What waits for the actor, most urgent first; a colleague's accepted cases are theirs."""
    if actor.role == Role.EXPERT:
        mine = Q(
            panels__seats__expert_id=actor.user_id,
            panels__seats__given_at__isnull=True,
            panels__seats__recused_at__isnull=True,
            panels__closed_at__isnull=True,
        )
        return cases(actor).filter(mine).distinct().order_by("pk")
    if actor.role == Role.CONSULTEE:
        asked = Q(
            consultations__organisation_id=actor.organisation_id,
            consultations__answered_at__isnull=True,
        )
        return cases(actor).filter(asked).distinct().order_by("pk")
    free = Q(holder__isnull=True) | Q(holder_id__in=actor.persons)
    waiting = cases(actor).filter(turn_of(actor) & free).exclude(status=Case.Status.DRAFT)
    return waiting.order_by(F("due_on").asc(nulls_last=True), "stage_since", "pk")


def done(actor: Actor) -> QuerySet[Case]:
    """Cases in which the actor made a step, the latest first."""
    made = Step.objects.filter(actor_id__in=actor.persons).exclude(action__in=("create", "save"))
    return cases(actor).filter(pk__in=made.values("case")).order_by("-pk")


def started(actor: Actor) -> QuerySet[Case]:
    own = cases(actor).filter(applicant_id=actor.organisation_id)
    return own.exclude(status=Case.Status.DRAFT).order_by("-pk")


def drafts(actor: Actor) -> QuerySet[Case]:
    own = cases(actor).filter(applicant_id=actor.organisation_id, status=Case.Status.DRAFT)
    return own.order_by("-pk")


BOXES: dict[str, Callable[[Actor], QuerySet[Case]]] = {
    "todo": todo,
    "done": done,
    "started": started,
    "drafts": drafts,
}


def box(actor: Actor, name: str) -> QuerySet[Case]:
    """The cases of a box. Raises KeyError for an unknown name."""
    return BOXES[name](actor)


def counters(actor: Actor) -> dict[str, int]:
    """The desk's four counters: to do, late soon, returned, new today."""
    waiting = todo(actor)
    today = timezone.localdate()
    mine = cases(actor).filter(applicant_id=actor.organisation_id)
    return {
        "todo": waiting.count(),
        "late": waiting.filter(due_on__lte=today + SOON).count(),
        "returned": mine.filter(status=Case.Status.RETURNED).count(),
        "new": waiting.filter(stage_since__gte=timezone.now() - timedelta(days=1)).count(),
    }
