"""Thirty-eight rosters as offices send them, against the table of what is in them."""

import io
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from records import Refused
from records.workbooks.checking import Checked
from tenants.roster.check import check
from tests.factories import make_credit_code
from tests.tenants.messy import made, raw, text

YEAR = 2025
FILES = raw.FILES | text.FILES | made.FILES
Expected = dict[str, dict[str, str]]


def table() -> Expected:
    """What `expected.txt` says: file -> cell -> what is to be found there."""
    found: Expected = defaultdict(dict)
    for line in (Path(__file__).parent / "messy" / "expected.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            file, cell, what = (part.strip() for part in line.split("|"))
            found[file][cell] = what
    return found


EXPECTED = table()


def place(sheet: str, letter: str, number: int, many: bool) -> str:
    return f"{sheet}!{letter}{number}" if many else f"{letter}{number}"


def shown(value: Any) -> str:
    """A value as the table writes it."""
    codes = {make_credit_code(number): f"code{number}" for number in range(1, 7)}
    return value.isoformat() if isinstance(value, date) else codes.get(value, str(value))


def found_in(checked: Checked) -> dict[str, str]:
    """What the reader found, in the words of the table."""
    many = len({row.sheet for row in checked.rows}) > 1
    found = {"rows": f"={checked.total}", "faults": f"={len(checked.faults)}"}
    for row in checked.rows:
        for key, value in row.values.items():
            found[place(row.sheet, row.letters[key], row.number, many)] = f"={shown(value)}"
    for fault in checked.faults:
        found[place(fault.sheet, fault.column, fault.row, many)] = f"!{fault.code}"
    return found


def test_the_table_and_the_files_are_the_same() -> None:
    assert set(EXPECTED) == set(FILES)
    assert len(FILES) >= 30


@pytest.mark.parametrize("name", FILES)
def test_a_messy_roster_is_read_as_the_table_says(name: str) -> None:
    try:
        found = found_in(check(io.BytesIO(FILES[name]()), YEAR))
    except Refused as refused:
        found = {"file": f"!{refused.code}"}
    assert {cell: found.get(cell) for cell in EXPECTED[name]} == EXPECTED[name]
