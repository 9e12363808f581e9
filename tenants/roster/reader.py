"""Reading a roster workbook into rows of raw cells, each of which knows its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import IO, Any, Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from records import Refused
from records.fields import half_width
from records.inspection import formula_cells
from tenants.reasons import Fault, Reason
from tenants.roster import extent
from tenants.roster.cells import is_nothing, written
from tenants.roster.columns import (
    VAGUE_REVENUE,
    Column,
    Heading,
    column_of,
    is_header,
    letter,
    read_heading,
)

MAX_ROWS: Final = 20_000
HEADER_WITHIN: Final = 30
EXAMPLE: Final = "【示例】"
TOTALS: Final = frozenset({"合计", "总计", "小计"})


@dataclass(frozen=True)
class Place:
    """A roster column in a sheet: where it stands, what its heading said."""

    column: Column
    index: int
    unit: Decimal | None

    @cached_property
    def letter(self) -> str:
        return letter(self.index)


@dataclass(frozen=True)
class RawRow:
    """A row of one sheet: its number as the spreadsheet shows it, its cells by column key."""

    sheet: str
    number: int
    cells: dict[str, Any]


@dataclass
class RawSheet:
    """One sheet that holds a roster."""

    name: str
    places: dict[str, Place]
    rows: list[RawRow]
    unread: list[str]
    faults: list[Fault] = field(default_factory=list)


def read(file: IO[bytes], year: int) -> list[RawSheet]:
    """All visible sheets that carry a roster's headings.

    Raises Refused for what cannot be read at all: no headings found, too many rows, a sheet
    that unfolds beyond bounds. `year` is the year of the figures; a heading of another is a fault.
    """
    extent.ensure_readable(file)
    try:
        book = CalamineWorkbook.from_filelike(file)
        formulas = _formulas(file)
        sheets = [found for sheet in _visible(book) if (found := _sheet(sheet, year, formulas))]
    except CalamineError as error:
        raise extent.damaged() from error
    if not sheets:
        raise Refused(str(Reason("no_header")), "no_header")
    if sum(len(sheet.rows) for sheet in sheets) > MAX_ROWS:
        raise Refused(str(Reason("too_many_rows", {"limit": MAX_ROWS})), "too_many_rows")
    return sheets


def _visible(book: CalamineWorkbook) -> Iterator[CalamineSheet]:
    for each in book.sheets_metadata:
        if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible:
            yield book.get_sheet_by_name(each.name)


def _formulas(file: IO[bytes]) -> set[str]:
    """The cells that hold a formula: its value was last computed somewhere, and is not taken."""
    file.seek(0)
    return set(formula_cells(file, limit=extent.MAX_CELLS))


def _sheet(sheet: CalamineSheet, year: int, formulas: set[str]) -> RawSheet | None:
    lines = sheet.to_python(skip_empty_area=False)
    header = next((i for i, cells in enumerate(lines[:HEADER_WITHIN]) if is_header(cells)), None)
    if header is None:
        return None
    found = _headings(sheet.name, header + 1, lines[header], year)
    for number, cells in enumerate(lines[header + 1 :], header + 2):
        row = {key: cells[place.index] for key, place in found.places.items()}
        computed = [p for p in found.places.values() if _at(sheet.name, p, number) in formulas]
        if _is_aside(row) or not (computed or any(not is_nothing(v) for v in row.values())):
            continue
        found.rows.append(RawRow(sheet.name, number, row))
        found.faults.extend(_computed(sheet.name, number, place, row) for place in computed)
    return found


def _at(sheet: str, place: Place, number: int) -> str:
    return f"{sheet}!{place.letter}{number}"


def _computed(sheet: str, number: int, place: Place, row: dict[str, Any]) -> Fault:
    key, heading = place.column.key, place.column.heading
    return _fault(sheet, number, place.letter, heading, written(row[key]), Reason("formula"))


def _headings(sheet: str, number: int, cells: Sequence[Any], year: int) -> RawSheet:
    found = RawSheet(sheet, {}, [], [])
    for index, cell in enumerate(cells):
        if is_nothing(cell):
            continue
        heading = read_heading(cell)
        column = column_of(heading)
        if reason := _objection(heading, column, found.places, year):
            found.faults.append(_fault(sheet, number, letter(index), str(cell), "", reason))
        elif column is None:
            found.unread.append(str(cell))
        else:
            found.places[column.key] = Place(column, index, heading.unit)
    return found


def _objection(
    heading: Heading, column: Column | None, places: dict[str, Place], year: int
) -> Reason | None:
    if heading.name in VAGUE_REVENUE:
        return Reason("heading_revenue")
    if column is None:
        return None
    if column.key in places:
        return Reason("heading_twice", {"column": places[column.key].letter})
    if column.kind == "amount" and heading.year not in (None, year):
        return Reason("heading_year", {"found": heading.year, "year": year})
    return None


def _is_aside(row: dict[str, Any]) -> bool:
    """The template's example, or a line of totals."""
    name = half_width(str(row["name"]))
    return name.startswith(EXAMPLE) or (name in TOTALS and is_nothing(row["credit_code"]))


def _fault(sheet: str, row: int, column: str, heading: str, value: str, reason: Reason) -> Fault:
    return Fault(sheet, row, column, heading, value, reason.code, dict(reason.params))
