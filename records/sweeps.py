"""Daily work that finds in the rows what time has brought about: warnings, lapses, to-dos.

A sweep is told the day. It takes all that has come by then and was not done yet, so that a day
missed loses nothing, and each row under its lock, so that two at once double nothing.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

#: Does what the day brought; returns how many rows it changed.
Sweep = Callable[[date], int]

_sweeps: dict[str, Sweep] = {}


def register(key: str, sweep: Sweep) -> None:
    """Make a sweep known, from ``AppConfig.ready``; two under one key are a fault of ours."""
    if key in _sweeps:
        raise ValueError(f"sweep {key} is registered twice")
    _sweeps[key] = sweep


def all_sweeps() -> Mapping[str, Sweep]:
    return MappingProxyType(_sweeps)
