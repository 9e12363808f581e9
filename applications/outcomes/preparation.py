"""An approval opens a period within which another application may follow."""

from applications.models import Preparation
from applications.outcomes.papers import entry_of
from applications.queries.content import Content
from casework.kinds import Attempt
from casework.models import Step
from records.acts import record
from records.queries import calendar


def make(attempt: Attempt, step: Step, content: Content) -> None:
    period = content.procedure.outcome.period
    assert period is not None
    approved_on = entry_of(content).decision.decided_on
    made = Preparation.objects.create(
        case=content.case,
        approved_on=approved_on,
        due_on=period.due(approved_on, calendar()).due,
    )
    after = {"approved_on": made.approved_on, "due_on": made.due_on}
    path = content.case.area.path
    record(attempt.actor, "applications.open_period", made, after=after, area_path=path)
