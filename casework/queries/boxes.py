"""待办 已办 我发起的 草稿: computed from stage, role and scope, never stored."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

import rules
from accounts.models import Area
from accounts.roles import AREA_ROLES, Role
from accounts.scope import scoped
from casework.models import Case, Step
from casework.queries.cases import cases
from casework.queries.consultations import questions_waiting
from casework.queries.panels import seats_waiting
from casework.queries.rows import SOON_DAYS
from records.actor import Actor

#: Counts on tabs go no further: an exact count of a long list costs more than its page.
COUNT_LIMIT: Final = 1_001


def turn_of(actor: Actor) -> Q:
    """The cases whose stage waits for the actor's role, in the actor's organisation.

    One condition for each stage of the laws in the house, not one for each case.
    """
    waiting = Q(pk__in=[])
    for law in rules.editions():
        for procedure in law.plans():
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
    """What waits for the actor; what a colleague accepted waits for the colleague."""
    if actor.role == Role.EXPERT:
        return cases(actor).filter(pk__in=seats_waiting(actor).values("panel__case"))
    if actor.role == Role.CONSULTEE:
        return cases(actor).filter(pk__in=questions_waiting(actor).values("case"))
    free = Q(holder__isnull=True) | Q(holder_id__in=actor.persons)
    return cases(actor).filter(turn_of(actor) & free).exclude(status=Case.Status.DRAFT)


def done(actor: Actor) -> QuerySet[Case]:
    """Cases in which the actor made a step."""
    made = Step.objects.filter(actor_id__in=actor.persons).exclude(action__in=("create", "save"))
    return cases(actor).filter(pk__in=made.values("case"))


def started(actor: Actor) -> QuerySet[Case]:
    own = cases(actor).filter(applicant_id=actor.organisation_id)
    return own.exclude(status=Case.Status.DRAFT)


def under_way(actor: Actor) -> QuerySet[Case]:
    """What the actor's organisation handed in and nobody decided yet, the latest first."""
    return started(actor).exclude(status__in=Case.FINAL).order_by("-submitted_at", "-pk")


def drafts(actor: Actor) -> QuerySet[Case]:
    return cases(actor).filter(applicant_id=actor.organisation_id, status=Case.Status.DRAFT)


BOXES: Final[Mapping[str, Callable[[Actor], QuerySet[Case]]]] = {
    "todo": todo,
    "done": done,
    "started": started,
    "drafts": drafts,
}


def box(actor: Actor, name: str) -> QuerySet[Case]:
    """The cases of a box, unordered. Raises KeyError for an unknown name."""
    return BOXES[name](actor)


def urgent(found: QuerySet[Case]) -> QuerySet[Case]:
    """Most urgent first: by due date, then by how long they have been waiting."""
    return found.order_by(F("due_on").asc(nulls_last=True), "stage_since", "pk")


def narrowed(found: QuerySet[Case], wanted: Mapping[str, Any]) -> QuerySet[Case]:
    """Cases by area (with all below it), edition, status and words (all optional)."""
    if wanted.get("area"):
        found = found.filter(area__path__startswith=wanted["area"].path)
    for field in ("edition", "status"):
        if wanted.get(field):
            found = found.filter(**{field: wanted[field]})
    words = (wanted.get("q") or "").strip()
    if words:
        found = found.filter(
            Q(title__contains=words)
            | Q(number__contains=words)
            | Q(applicant__name__contains=words)
        )
    return found


def areas(actor: Actor) -> QuerySet[Area]:
    """The areas that a list may be narrowed to: none for who has one organisation only."""
    if actor.role not in AREA_ROLES:
        return Area.objects.none()
    return scoped(Area.objects.all(), actor)


def box_counts(actor: Actor) -> dict[str, int]:
    """How many lie in each box, counted no further than COUNT_LIMIT."""
    return {name: _capped(find(actor)) for name, find in BOXES.items()}


def _capped(found: QuerySet[Case]) -> int:
    return found.order_by()[:COUNT_LIMIT].count()


def counters(actor: Actor) -> dict[str, int]:
    """The desk's four counters: to do, late soon (the late included), returned, new in a day."""
    soon = timezone.localdate() + timedelta(days=SOON_DAYS)
    day_ago = timezone.now() - timedelta(days=1)
    counted = todo(actor).aggregate(
        todo=Count("pk"),
        late=Count("pk", filter=Q(due_on__lte=soon)),
        new=Count("pk", filter=Q(stage_since__gte=day_ago)),
    )
    return counted | {"returned": came_back(actor).count()}


def came_back(actor: Actor) -> QuerySet[Case]:
    """What the actor's organisation handed in and has to mend, or sent on and got back."""
    moves = Step.objects.filter(case=OuterRef("pk")).exclude(from_stage=F("to_stage"))
    last = Subquery(moves.order_by("-number").values("action")[:1])
    mine = Q(status=Case.Status.RETURNED, applicant_id=actor.organisation_id)
    got_back = turn_of(actor) & Q(last_move="send_back")
    return urgent(cases(actor).annotate(last_move=last).filter(mine | got_back))


def due_within(actor: Actor, days: int) -> QuerySet[Case]:
    """Open cases of the actor whose date falls within so many days, the nearest first."""
    today = timezone.localdate()
    mine = turn_of(actor) | Q(applicant_id=actor.organisation_id)
    near = cases(actor).filter(mine, due_on__range=(today, today + timedelta(days=days)))
    return near.exclude(status__in=Case.FINAL).order_by("due_on", "pk")
