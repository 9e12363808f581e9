"""Recomputes the due date of a case from its rows."""

from datetime import date

from django.utils import timezone

from casework.clocks import Visit, review_due
from casework.models import Case, StagePeriod
from casework.rounds import standing_entry
from casework.seats import stage_of
from records.queries import calendar


def due_of(case: Case) -> date | None:
    """The day by which the case must move on, None where nothing runs.

    No regulation prints a review period: one runs only where the bureau set it for the stage.
    """
    if case.is_final:
        return None
    if case.status == Case.Status.RETURNED:
        return supplement_due(case)
    if stage_of(case).notice:
        return notice_end(case)
    return _period_due(case)


def supplement_due(case: Case) -> date | None:
    """The date that the office gave with its last return, if it gave one."""
    last = case.steps.filter(action="return_for_supplement").order_by("-number").first()
    given = last.data.get("answer_by") if last else None
    return date.fromisoformat(given) if given else None


def notice_end(case: Case) -> date | None:
    entry = standing_entry(case)
    return entry.notice.ends_on if entry else None


def _period_due(case: Case) -> date | None:
    period = StagePeriod.objects.filter(
        bureau=case.bureau, edition=case.edition, procedure=case.procedure, stage=case.stage
    ).first()
    if period is None:
        return None
    return review_due(visits(case, case.stage), period.workdays, calendar())


def visits(case: Case, stage: str) -> list[Visit]:
    """The stays of the case in one stage, from its steps, oldest first."""
    found: list[Visit] = []
    for step in case.steps.order_by("number"):
        day = timezone.localtime(step.at).date()
        if step.to_stage == stage and step.from_stage != stage:
            found.append(Visit(day))
        elif step.from_stage == stage and step.to_stage != stage and found:
            found[-1] = Visit(found[-1].came, day)
    return found
