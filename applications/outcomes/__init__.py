"""What an approval makes, one module a kind; `effects.approve` looks the kind up here."""

from collections.abc import Callable, Mapping
from typing import Final

from applications.outcomes import (
    carrier,
    name_use,
    preparation,
    recognition,
    recommendation,
    site,
)
from applications.queries.content import Content
from casework.kinds import Attempt
from casework.models import Step
from rules.outcomes import Kind

Make = Callable[[Attempt, Step, Content], None]

OUTCOMES: Final[Mapping[Kind, Make]] = {
    "recognition": recognition.make,
    "preparation": preparation.make,
    "site": site.make,
    "carrier": carrier.make,
    "recommendation": recommendation.make,
    "name_use": name_use.make,
}

__all__ = ["OUTCOMES"]
