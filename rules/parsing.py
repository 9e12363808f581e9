"""Numbers as handed in: JSON integers, and decimals in quotes. Never a float."""

import re
from decimal import Decimal

from rules.errors import BadInput

_DECIMAL = re.compile(r"\d+(\.\d+)?", re.ASCII)
_LONGEST = 40
_TOO_LARGE = 10**_LONGEST


def count_of(key: str, raw: object, least: int = 0, most: int | None = None) -> int:
    """A whole number within its range. Raises BadInput, one line."""
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise BadInput(f"{key}: expected a whole number")
    if most is not None and not least <= raw <= most:
        raise BadInput(f"{key}: expected a whole number from {least} to {most}")
    if not least <= raw < _TOO_LARGE:
        raise BadInput(f"{key}: expected a whole number of {least} or more")
    return raw


def decimal_of(key: str, raw: object, signed: bool = False) -> Decimal:
    """A plain decimal number, below zero only where `signed`. Raises BadInput, one line."""
    if isinstance(raw, int) and not (signed and _negative(raw)):
        return Decimal(count_of(key, raw))
    written = format(raw, "f") if isinstance(raw, Decimal | int) else raw
    if not isinstance(written, str):
        raise BadInput(f"{key}: expected a decimal number in quotes, or a whole number")
    digits = written.removeprefix("-") if signed else written
    if len(written) > _LONGEST or not _DECIMAL.fullmatch(digits):
        plain = "a plain decimal number" if signed else "a plain decimal number of 0 or more"
        raise BadInput(f"{key}: expected {plain}")
    return Decimal(written)


def _negative(raw: int) -> bool:
    # True and False are integers to Python.
    return not isinstance(raw, bool) and raw < 0
