"""Further parts of a park's page, which the apps above register: what they know of the park."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from parks.models import Park
from records.actor import Actor


@dataclass(frozen=True)
class Part:
    """A template, included in the page, and what it shows to that reader."""

    template: str
    context: Callable[[Park, Actor], dict[str, Any]]


_parts: list[Part] = []


def register(part: Part) -> None:
    """Add a part, from ``AppConfig.ready``."""
    _parts.append(part)


def shown(park: Park, actor: Actor) -> list[tuple[str, dict[str, Any]]]:
    """The templates with their contexts, in the order in which the apps stand."""
    return [(part.template, part.context(park, actor)) for part in _parts]
