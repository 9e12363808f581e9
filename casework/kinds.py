"""The registry of the kinds of case.

An app that has a kind of case registers it in its `AppConfig.ready`; casework asks the registry
and imports nothing from above.
"""

from collections.abc import Callable, Mapping, Sequence
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


Context = Callable[[Case, Actor], dict[str, Any]]


def always(case: Case) -> bool:
    return True


@dataclass(frozen=True)
class Pane:
    """A further tab of the case page, filled by the kind's app; `key` stands in the URL.

    `suits` says of which cases: what a procedure does not ask has no tab.
    """

    key: str
    label: str | Promise
    template: str
    context: Context
    suits: Callable[[Case], bool] = always


@dataclass(frozen=True)
class Digest:
    """A case in one line, for who decides: what its verdict says, and what was asked for.

    `shape` is a kind of the status component, `asked` the waivers and judgements.
    """

    words: str
    shape: str = "none"
    asked: tuple[str, ...] = ()


def no_work(case: Case, actor: Actor) -> tuple[str | Promise, str] | None:
    return None


def no_sections(case: Case) -> frozenset[str]:
    return frozenset()


def own_name(case: Case) -> str:
    return case.park.name if case.park else case.title


def no_receipt(case: Case) -> list[tuple[str, str]]:
    return []


def no_digests(cases: Sequence[Case]) -> Mapping[int, Digest]:
    return {}


@dataclass(frozen=True)
class Kind:
    """What an app adds to the common case.

    guards: by the names that procedures use. effects: what an action changes besides the case,
    inside the same transaction, after the step was written. content: the template and context
    of the case page's content tab, panes: further tabs. sections: (key, label) pairs a
    supplement may be asked for. digests: by case id, for many cases in few queries. work: what
    the hand on turn has to do in the content before it moves the case on, as label and URL.
    name: what the case is about, as it is called in notices and decisions. unchanged: the sections
    that stand as they were handed in last. receipt_rows: what a receipt repeats of what was filed,
    as label and value in Chinese.
    """

    key: str
    label: str | Promise
    guards: Mapping[str, Guard]
    effects: Mapping[str, Callable[[Attempt, Step], None]]
    content_template: str
    content: Context
    sections: Callable[[Case], list[tuple[str, str]]]
    edit_url: Callable[[Case], str]
    panes: tuple[Pane, ...] = ()
    digests: Callable[[Sequence[Case]], Mapping[int, Digest]] = no_digests
    work: Callable[[Case, Actor], tuple[str | Promise, str] | None] = no_work
    name: Callable[[Case], str] = own_name
    unchanged: Callable[[Case], frozenset[str]] = no_sections
    receipt_rows: Callable[[Case], list[tuple[str, str]]] = no_receipt


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; registering two under one key is a fault of ours."""
    if kind.key in _kinds:
        raise ValueError(f"case kind {kind.key} is registered twice")
    _kinds[kind.key] = kind


def kind_of(case: Case) -> Kind:
    return _kinds[case.kind]


def name_of(case: Case) -> str:
    """The park's name, or that of the park to come."""
    return kind_of(case).name(case)


def all_kinds() -> tuple[Kind, ...]:
    return tuple(_kinds.values())
