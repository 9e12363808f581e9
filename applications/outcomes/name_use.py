"""A use of the park's name was filed or authorised."""

from applications.models import NameUse
from applications.queries.content import Content
from applications.queries.names import days_of
from casework.kinds import Attempt
from casework.models import Step
from records.acts import record


def make(attempt: Attempt, step: Step, content: Content) -> None:
    told, days = content.answers, days_of(content.answers)
    assert days is not None
    filed = attempt.move.action == "acknowledge"
    made = NameUse.objects.create(
        case=content.case,
        basis=NameUse.Basis.FILED if filed else NameUse.Basis.AUTHORISED,
        name=told["name_used"],
        activity=told["activity"],
        user=content.applicant_of_record,
        place=told["place"],
        begins_on=days[0],
        ends_on=days[1],
    )
    after = {"name": made.name, "activity": made.activity, "begins_on": days[0], "ends_on": days[1]}
    path = content.case.area.path
    record(attempt.actor, "applications.name_use", made, after=after, area_path=path)
