"""An approval adds a branch site to the park, as the form describes it."""

from datetime import date
from decimal import Decimal
from typing import Any

from applications.outcomes.papers import document_of, park_of
from applications.queries.content import Content
from casework.kinds import Attempt
from casework.models import Step
from parks.acts import open_branch_site


def make(attempt: Attempt, step: Step, content: Content) -> None:
    open_branch_site(
        attempt.actor, park_of(content), document_of(content, step), site_values(content)
    )


def site_values(content: Content) -> dict[str, Any]:
    """The site in the form's answers, as the archive keeps one."""
    told = content.answers
    service = told.get("site_public_service_area")
    return {
        "name": told["site_name"],
        "address": told["site_address"],
        "floor_area": Decimal(told["site_floor_area"]),
        "public_service_area": Decimal(service) if service else None,
        "opened_on": date.fromisoformat(told["site_opens_on"]),
    }
