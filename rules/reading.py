"""What a program hands in, read strictly: a JSON object, a date."""

import json
from datetime import date
from typing import Any, NoReturn

from rules.errors import BadInput


def day_of(written: str) -> date:
    """The date of 2026-11-21 and of no other form. Raises BadInput, one line."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written:
        raise BadInput(f"not a date like 2026-11-21: {written}")
    return day


def object_of(name: str, raw: bytes) -> dict[str, Any]:
    """A JSON object in UTF-8, called `name` in what is wrong with it. Raises BadInput, one line."""
    try:
        given = json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except BadInput:
        raise
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name} is not JSON in UTF-8: {error}") from error
    if not isinstance(given, dict):
        raise BadInput(f"{name}: expected a JSON object")
    return given


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    given = dict(pairs)
    if len(given) < len(pairs):
        raise BadInput("a key stands twice in the same object")
    return given


def _no_fraction(written: str) -> NoReturn:
    raise BadInput(f"{written}: write a number with a fraction in quotes")
