"""The registry of the kinds of case.

An app that has a kind of case registers it in its `AppConfig.ready`; casework asks the registry
and imports nothing from above.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from casework.models import Case, Step
from records.actor import Actor
from rules.procedure import Move


@dataclass(frozen=True)
class Attempt:
    """A move somebody wants to make, as guards and effects see it. `data` is the form's extra."""

    case: Case
    move: Move
    actor: Actor
    opinion: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


Check = Callable[[Attempt], str | Promise | None]


@dataclass(frozen=True)
class Guard:
    """A check that lets a move pass (None) or says in one sentence why not.

    early: it depends on what is stored alone, so that the page can show its reason beside the
    disabled button; a late one reads what the person is about to send.
    """

    check: Check
    early: bool = True


@dataclass(frozen=True)
class Kind:
    """What an app adds to the common case.

    guards: by the names that procedures use. effects: what an action changes besides the case,
    inside the same transaction, after the step was written. content: the template and context
    of the case page's content tab. sections: (key, label) pairs a supplement may be asked for.
    """

    key: str
    label: str | Promise
    guards: Mapping[str, Guard]
    effects: Mapping[str, Callable[[Attempt, Step], None]]
    content_template: str
    content: Callable[[Case, Actor], dict[str, Any]]
    sections: Callable[[Case], list[tuple[str, str]]]
    edit_url: Callable[[Case], str]


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; registering two under one key is a fault of ours."""
    if kind.key in _kinds:
        raise ValueError(f"case kind {kind.key} is registered twice")
    _kinds[kind.key] = kind


def kind_of(case: Case) -> Kind:
    return _kinds[case.kind]


def all_kinds() -> tuple[Kind, ...]:
    return tuple(_kinds.values())
