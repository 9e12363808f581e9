"""Checking of rosters, for tests."""

import io
from typing import Any

from records.workbooks.checking import Checked
from tenants.roster.check import check
from tests.tenants.books import book, good_row

YEAR = 2025


def checked(content: bytes) -> Checked:
    return check(io.BytesIO(content), YEAR)


def places(result: Checked) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.code) for fault in result.faults]


def value_of(key: str, raw: Any, headings: dict[str, str] | None = None) -> Any:
    """What one cell is read as; the row beside it is good."""
    result = checked(book(good_row(**{key: raw}), headings=headings))
    assert not result.faults, result.faults
    return result.rows[0].values.get(key)
