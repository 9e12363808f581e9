"""An approval moves the park's main premises."""

from applications.outcomes.papers import document_of, park_of
from applications.outcomes.site import site_values
from applications.queries.content import Content
from casework.kinds import Attempt
from casework.models import Step
from parks.acts import move_premises


def make(attempt: Attempt, step: Step, content: Content) -> None:
    move_premises(attempt.actor, park_of(content), document_of(content, step), site_values(content))
