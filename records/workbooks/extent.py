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
from records.workbooks.columns import letter
from records.workbooks.reasons import Reason

MAX_CELLS: Final = 2_000_000

_PLACE = re.compile(rb"<(?:\w+:)?(?:row|c)\b[^<>]*?\sr\s*=\s*[\"']([A-Za-z]*)(\d+)[\"']")
_BLOCK = 1 << 20
_LONGEST_TAG = 1 << 10
_1904 = re.compile(rb"date1904\s*=\s*[\"'](1|true)[\"']")


def ensure_readable(file: IO[bytes]) -> None:
    """Raise Refused where a sheet would unfold to more than `MAX_CELLS` cells."""
    with ZipFile(file) as package:
        for part in package.namelist():
            if part.startswith("xl/") and part.endswith(".xml"):
                columns, rows = _reach(_blocks(package, part))
                if columns * rows > MAX_CELLS:
                    place = f"{letter(columns - 1)}{rows}"
                    raise Refused(str(Reason("too_wide", {"cell": place})), "too_wide")
    file.seek(0)


def counts_from_1904(file: IO[bytes]) -> bool:
    """Whether the workbook counts its days from 1904, as old Macintosh files do."""
    with ZipFile(file) as package:
        found = _1904.search(package.read("xl/workbook.xml")) is not None
    file.seek(0)
    return found


def damaged() -> Refused:
    """The refusal of a workbook that cannot be read as one."""
    return Refused(_("The file is damaged and cannot be opened."), "damaged")


def _reach(blocks: Iterator[bytes]) -> tuple[int, int]:
    columns, rows = 1, 1
    for block in blocks:
        for name, row in _PLACE.findall(block):
            rows = max(rows, int(row[:8]))
            if name:
                columns = max(columns, _index(name))
    return columns, rows


def _blocks(package: ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that overlap by more than a cell's tag is long."""
    tail = b""
    with package.open(part) as stream:
        while block := stream.read(_BLOCK):
            if b"\0" in block:  # UTF-16 would hide its cells from the search above
                raise damaged()
            yield tail + block
            tail = block[-_LONGEST_TAG:]


def _index(name: bytes) -> int:
    index = 0
    for character in name[:8].upper():
        index = index * 26 + character - 64
    return index
