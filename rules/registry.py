"""The editions, found by listing the folder: a new jurisdiction is one new file there.

The files are read when an edition is first asked for, not when this module is imported.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib import import_module
from os import scandir
from typing import NamedTuple

from rules.edition import Edition
from rules.errors import UnknownKey
from rules.grades import Grading
from rules.scoring import Sheet
from rules.source import Force

# Imported first, so that in `rules` the function of that name stands over the folder's.
_FOLDER = import_module("rules.jurisdictions").__path__[0]


class InForce(NamedTuple):
    """The edition of a day; outside every edition's life the nearest, and `force` says so."""

    edition: Edition
    force: Force


@cache
def _editions() -> dict[str, Edition]:
    """All editions by key, those that were registered included."""
    files = (entry.name for entry in scandir(_FOLDER))
    names = sorted(n.removesuffix(".py") for n in files if n.endswith(".py") and n[0] != "_")
    modules = [import_module(f"rules.jurisdictions.{name}") for name in names]
    return {edition.key: edition for module in modules for edition in module.EDITIONS}


def register(added: Edition) -> None:
    """An edition from outside the folder, until it is forgotten. Raises ValueError for a key twice.

    For trying a new jurisdiction out; what is in force belongs into the folder.
    """
    known = _editions()
    if added.key in known:
        raise ValueError(f"{added.key} is there already")
    known[added.key] = added


def forget(key: str) -> None:
    """A registered edition is no more."""
    del _editions()[key]


def editions() -> tuple[Edition, ...]:
    """All editions, by key."""
    return tuple(edition for _, edition in sorted(_editions().items()))


def jurisdictions() -> tuple[str, ...]:
    """The names before the dash, each once."""
    return tuple(dict.fromkeys(edition.jurisdiction for edition in editions()))


def edition(key: str) -> Edition:
    """The edition of that key. Raises UnknownKey."""
    known = _editions()
    if key in known:
        return known[key]
    raise UnknownKey(f"unknown edition: {key}")


def law(key: str, procedure: str = "") -> Edition:
    """The edition as one of its procedures asks it, "" as it stands. Raises UnknownKey."""
    return edition(key).under(procedure) if procedure else edition(key)


def sheet(key: str) -> Sheet:
    """The score sheet of that edition. Raises UnknownKey."""
    found = _editions().get(key)
    if found is None or found.evaluation is None or found.evaluation.sheet is None:
        raise UnknownKey(f"unknown sheet: {key}")
    return found.evaluation.sheet


def grading(jurisdiction: str) -> Grading:
    """How the jurisdiction's latest edition turns scores into grades. Raises UnknownKey.

    Scores carry no day, so that no other edition can be meant.
    """
    evaluation = in_force(jurisdiction, date.max).edition.evaluation
    if evaluation is None or evaluation.grading is None:
        raise UnknownKey(f"{jurisdiction}: no grades are reckoned from scores")
    return evaluation.grading


def in_force(jurisdiction: str, day: date) -> InForce:
    """The jurisdiction's edition of that day, with its force. Raises UnknownKey."""
    candidates = [each for each in editions() if each.jurisdiction == jurisdiction]
    if not candidates:
        raise UnknownKey(f"unknown jurisdiction: {jurisdiction}")
    chosen = nearest(candidates, day)
    return InForce(chosen, chosen.force_on(day))


def nearest(candidates: Sequence[Edition], day: date) -> Edition:
    """The edition in force that day, else the one whose life is nearest.

    Of two in force at once the later one holds: it has replaced the earlier.
    """
    latest_first = sorted(candidates, key=lambda e: e.instrument.effective, reverse=True)
    return min(latest_first, key=lambda e: e.instrument.distance(day))
