"""Work that is no case, which the apps above register: the desk counts it beside the cases."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise

from records.actor import Actor


class Waiting(NamedTuple):
    """How many wait for somebody today, and how many of them are overdue."""

    number: int
    late: int = 0


@dataclass(frozen=True)
class Errand:
    """What the number counts, as the words after it; the address's name of its list.

    `query` narrows the list to those that are counted.
    """

    label: str | Promise
    page: str
    waiting: Callable[[Actor], Waiting]
    query: str = ""


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
        Counted(found.number, each.label, reverse(each.page) + each.query, found.late)
        for each, found in counted
        if found.number
    ]
