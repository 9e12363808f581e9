"""How far the sheets of a workbook reach, found out before anything reads them.

The reader lays a sheet out as a full rectangle: a file of a few kilobytes with one cell in
XFD1048576 would ask for half a terabyte and end the process. So the bytes are looked at first.
"""

import re
from collections.abc import Iterator
from typing import IO, Final
from zipfile import ZipFile

from django.utils.translation import gettext as _

from records import Refused
from records.workbooks.columns import index_of, letter
from records.workbooks.reasons import Reason
from records.workbooks.tables import MAX_ROWS

MAX_CELLS: Final = 2_000_000

_PLACE = re.compile(rb"<(?:\w+:)?(?:row|c)\b[^<>]*?\sr\s*=\s*[\"']([A-Za-z]*)(\d+)[\"']")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)[\s>]")
_BLOCK = 1 << 20
_LONGEST_TAG = 1 << 10
_1904 = re.compile(rb"date1904\s*=\s*[\"'](1|true)[\"']")


def ensure_readable(file: IO[bytes]) -> None:
    """Raise Refused where a sheet would unfold to more than `MAX_CELLS` cells.

    Where its rows are filled the reason is their number, else the emptiness that it reaches over.
    """
    with ZipFile(file) as package:
        for part in package.namelist():
            if part.startswith("xl/") and part.endswith(".xml"):
                columns, rows, values = _reach(_blocks(package, part))
                if columns * rows > MAX_CELLS:
                    raise too_many() if values > rows > MAX_ROWS else _too_wide(columns, rows)
    file.seek(0)


def too_many() -> Refused:
    """The refusal of a file that holds more rows than are taken."""
    return Refused(str(Reason("too_many_rows", {"limit": MAX_ROWS})), "too_many_rows")


def _too_wide(columns: int, rows: int) -> Refused:
    place = f"{letter(columns - 1)}{rows}"
    return Refused(str(Reason("too_wide", {"cell": place})), "too_wide")


def counts_from_1904(file: IO[bytes]) -> bool:
    """Whether the workbook counts its days from 1904, as old Macintosh files do."""
    with ZipFile(file) as package:
        found = _1904.search(package.read("xl/workbook.xml")) is not None
    file.seek(0)
    return found


def damaged() -> Refused:
    """The refusal of a workbook that cannot be read as one."""
    return Refused(_("The file is damaged and cannot be opened."), "damaged")


def _reach(blocks: Iterator[tuple[bytes, bytes]]) -> tuple[int, int, int]:
    """The last column, the last row, and about how many cells hold something."""
    columns, rows, values = 1, 1, 0
    for tail, block in blocks:
        values += len(_VALUE.findall(block))
        for name, row in _PLACE.findall(tail + block):
            rows = max(rows, int(row[:8]))
            if name:
                columns = max(columns, index_of(name[:8].decode()) + 1)
    return columns, rows, values


def _blocks(package: ZipFile, part: str) -> Iterator[tuple[bytes, bytes]]:
    """The part in pieces, each with so much of the one before as a cell's tag is long."""
    tail = b""
    with package.open(part) as stream:
        while block := stream.read(_BLOCK):
            if b"\0" in block:  # UTF-16 would hide its cells from the search above
                raise damaged()
            yield tail, block
            tail = block[-_LONGEST_TAG:]
