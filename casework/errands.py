"""Work that is no case, which the apps above register: the desk counts it beside the cases."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from records.actor import Actor


@dataclass(frozen=True)
class Errand:
    """What the number counts, as the words after it; the address's name of its list.

    `waiting` says how many wait for the actor today, `late` how many of them are overdue. `query`
    narrows the list to those that are counted.
    """

    label: str | Promise
    page: str
    waiting: Callable[[Actor], int]
    query: str = ""
    late: Callable[[Actor], int] | None = None


@dataclass(frozen=True)
class Counted:
    """An errand with its number, never 0, how many are late, and the address of its list."""

    count: int
    label: str | Promise
    url: str
    late: int = 0


_errands: list[Errand] = []


def register(errand: Errand) -> None:
    """Add an errand, from ``AppConfig.ready``."""
    _errands.append(errand)


def waiting_for(actor: Actor) -> list[Counted]:
    """What waits for the actor, in the order in which the apps stand."""
    counted = [(errand, errand.waiting(actor)) for errand in _errands]
    return [
        Counted(
            count,
            each.label,
            reverse(each.page) + each.query,
            each.late(actor) if each.late else 0,
        )
        for each, count in counted
        if count
    ]
