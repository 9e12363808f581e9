"""csv as Excel, WPS and old systems save it: in whatever encoding, with whatever between cells."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import IO, Final

from records.errors import Refused
from records.sheets import QUOTE, RISKY
from records.workbooks import extent
from records.workbooks.reasons import Reason
from records.workbooks.tables import HEADER_WITHIN, MAX_ROWS, IsHeader, Table

#: What a sheet of csv is called where a place in the file is named.
NAME: Final = "CSV"
DELIMITERS: Final = (",", ";", "\t")

_BLOCK: Final = 1 << 20
_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
#: UTF-8, else what a Chinese Excel writes.
_UNMARKED: Final = ("utf-8", "gb18030")
#: How spreadsheets are made to keep a number as text: ="0123".
_KEPT: Final = re.compile(r'="([^"]*)"')


def tables(file: IO[bytes], is_header: IsHeader) -> list[Table]:
    """The one table of the file. Raises Refused for what is no text, and for too many rows."""
    encoding = encoding_of(file)
    try:
        made = Table(NAME, [])
        for number, line in enumerate(_lines(file, encoding, is_header), 1):
            made.lines.append([_taken(cell, (number, at), made) for at, cell in enumerate(line)])
            if number > MAX_ROWS + HEADER_WITHIN:
                raise extent.too_many()
    except csv.Error as error:
        raise extent.damaged() from error
    return [made]


def encoding_of(file: IO[bytes]) -> str:
    """The encoding in which all of the file can be read. Raises Refused where there is none."""
    file.seek(0)
    head = file.read(4)
    for mark, name in _MARKS.items():
        if head.startswith(mark):
            return name
    found = next((name for name in _UNMARKED if _is_in(file, name)), None)
    if found is None:
        raise Refused(str(Reason("encoding")), "encoding")
    return found


def _is_in(file: IO[bytes], encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while block := file.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _lines(file: IO[bytes], encoding: str, is_header: IsHeader) -> Iterator[list[str]]:
    """The lines, split at the delimiter under which the headings are found, else at commas."""
    for delimiter in DELIMITERS:
        first = islice(_split(file, encoding, delimiter), HEADER_WITHIN)
        if any(is_header(line) for line in first):
            return _split(file, encoding, delimiter)
    return _split(file, encoding, DELIMITERS[0])


def _split(file: IO[bytes], encoding: str, delimiter: str) -> Iterator[list[str]]:
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        yield from csv.reader(text, delimiter=delimiter)
    finally:
        text.detach()  # the file is not ours to close


def _taken(cell: str, at: tuple[int, int], table: Table) -> str:
    """The cell without the marks that keep it a text; a formula is noted as one."""
    kept = _KEPT.fullmatch(cell.strip())
    if kept:
        return kept[1]
    if cell.startswith("="):
        table.unfit[at] = "formula"
    if cell.startswith(QUOTE) and cell[1:].startswith(RISKY):
        return cell[1:]
    return cell
