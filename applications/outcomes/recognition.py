"""An approval recognises the park, perhaps as a branch under another."""

from applications.outcomes.papers import document_of, entry_of, park_of
from applications.queries.content import Content
from casework.kinds import Attempt
from casework.models import Step
from parks.acts import place_under, recognise


def make(attempt: Attempt, step: Step, content: Content) -> None:
    outcome, park = content.procedure.outcome, park_of(content)
    assert outcome.level is not None
    if outcome.under_parent:
        chosen = content.application.under_id
        place_under(attempt.actor, park, outcome.level, content.law.area_code, chosen)
    recognise(
        attempt.actor,
        park,
        document_of(content, step),
        level=outcome.level,
        name=entry_of(content).name,
        plaque=outcome.plaque,
    )
