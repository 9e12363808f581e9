"""Review periods that a bureau sets for itself, and what they do to the due dates."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

import rules
from accounts.models import Organisation
from accounts.roles import Role
from casework.acts.deadlines import due_of
from casework.clocks import sets_own_period
from casework.models import Case, StagePeriod
from records.actor import Actor, job_actor
from records.acts import record, record_move
from records.errors import Refused


@transaction.atomic
def set_period(
    actor: Actor, *, edition: str, procedure: str, stage: str, workdays: int | None
) -> None:
    """Give a stage `workdays` working days in the actor's bureau; None ends the period.

    Raises Refused for anybody but the administrator of the bureau that decides under the
    edition, and for a stage whose time the law itself sets.
    """
    bureau = _deciding(actor, edition, procedure, stage)
    key = dict[str, Any](bureau=bureau, edition=edition, procedure=procedure, stage=stage)
    before = StagePeriod.objects.filter(**key).values_list("workdays", flat=True).first()
    if before == workdays:
        return
    if workdays is None:
        StagePeriod.objects.filter(**key).delete()
    else:
        StagePeriod.objects.update_or_create(**key, defaults={"workdays": workdays})
    label = f"{edition} {procedure} {stage}"
    record(
        actor,
        "casework.set_period",
        bureau,
        label=label,
        before={"workdays": before},
        after={"workdays": workdays},
    )
    recompute(Case.objects.filter(**key), actor)


def _deciding(actor: Actor, edition: str, procedure: str, stage: str) -> Organisation:
    """The actor's bureau, where it may set a period for that stage. Raises Refused elsewhere."""
    law = rules.edition(edition)
    station = law.plan(procedure).stage(stage)
    bureau = Organisation.objects.get(pk=actor.organisation_id or -1)
    if actor.role != Role.ADMINISTRATOR or bureau.kind != Organisation.Kind.BUREAU:
        raise Refused(_("Only the bureau's administrator sets review periods."), "role")
    if bureau.area_id != law.area_code or not sets_own_period(station):
        raise Refused(_("Your bureau sets no period for this stage."))
    return bureau


@transaction.atomic
def recompute(cases: QuerySet[Case], actor: Actor) -> int:
    """Bring the due dates of open cases up to date with their rows; returns how many moved.

    A due date is an index: periods and the calendar may have changed since it was computed. Each
    that moves leaves its trace on the case's record.
    """
    moved = 0
    waiting = cases.exclude(status__in=(*Case.FINAL, Case.Status.DRAFT)).select_related(
        "area", "bureau"
    )
    for case in waiting.select_for_update(of=("self",)).iterator(chunk_size=500):
        before, case.due_on = case.due_on, due_of(case)
        if record_move(actor, "casework.move_due_date", case, before, case.area.path):
            case.save(update_fields=("due_on",))
            moved += 1
    return moved


def sweep_due_dates(_day: date) -> int:
    """Every open case's due date as the calendar and the periods stand now."""
    return recompute(Case.objects.order_by("pk"), job_actor("due_dates"))
