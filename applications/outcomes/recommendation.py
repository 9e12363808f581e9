"""An approval recommends the park for a level above."""

from applications.outcomes.papers import document_of, park_of
from applications.queries.content import Content
from casework.kinds import Attempt
from casework.models import Step
from parks.acts import recommend


def make(attempt: Attempt, step: Step, content: Content) -> None:
    level = content.procedure.outcome.level
    assert level is not None
    recommend(attempt.actor, park_of(content), document_of(content, step), level)
