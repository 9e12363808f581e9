"""Daily work that finds in the rows what time has brought about: warnings, lapses, to-dos.

A sweep is told the day. It takes all that has come by then and was not done yet, so that a day
missed loses nothing, and each row under its lock, so that two at once double nothing.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise

#: Does what the day brought; returns how many rows it changed.
Sweep = Callable[[date], int]

_sweeps: dict[str, Sweep] = {}
_labels: dict[str, str | Promise] = {}


def register(key: str, label: str | Promise, sweep: Sweep) -> None:
    """Make a sweep known, from ``AppConfig.ready``; two under one key are a fault of ours.

    They run in the order of the apps, those below first.
    """
    if key in _sweeps:
        raise ValueError(f"sweep {key} is registered twice")
    _sweeps[key], _labels[key] = sweep, label


def all_sweeps() -> Mapping[str, Sweep]:
    return MappingProxyType(_sweeps)


def label_of(key: str) -> str:
    """What the sweep does, for people; its key where it is no longer known."""
    return str(_labels.get(key, key))
