"""Reading a workbook into rows of raw cells, each of which knows its place."""

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

from records.errors import Refused
from records.fields import half_width
from records.inspection import formula_cells
from records.workbooks import extent
from records.workbooks.cells import is_nothing, written
from records.workbooks.columns import Column, Heading, Layout, letter, read_heading
from records.workbooks.reasons import Fault, Reason

MAX_ROWS: Final = 20_000
HEADER_WITHIN: Final = 30
EXAMPLE: Final = "【示例】"
TOTALS: Final = frozenset({"合计", "总计", "小计"})


@dataclass(frozen=True)
class Place:
    """A column in a sheet: where it stands, what its heading said."""

    column: Column
    index: int
    unit: Decimal | None

    @cached_property
    def letter(self) -> str:
        return letter(self.index)


@dataclass(frozen=True)
class RawRow:
    """A row of one sheet: its number as the spreadsheet shows it, its cells by column key."""

    number: int
    cells: dict[str, Any]


@dataclass
class RawSheet:
    """One sheet that carries the headings of a layout."""

    name: str
    layout: Layout
    places: dict[str, Place]
    rows: list[RawRow] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read(
    file: IO[bytes], layouts: Sequence[Layout], missing: str, year: int | None = None
) -> list[RawSheet]:
    """All visible sheets that carry the headings of one of the layouts.

    Raises Refused for what cannot be read at all: no headings found (for the reason `missing`),
    too many rows, a sheet that unfolds beyond bounds. `year` is the year of the figures; a
    heading of another is a fault.
    """
    extent.ensure_readable(file)
    try:
        book = CalamineWorkbook.from_filelike(file)
        formulas = _formulas(file)
        found = [_sheet(sheet, layouts, year, formulas) for sheet in _visible(book)]
    except CalamineError as error:
        raise extent.damaged() from error
    sheets = [sheet for sheet in found if sheet]
    if not sheets:
        raise Refused(str(Reason(missing)), missing)
    if sum(len(sheet.rows) for sheet in sheets) > MAX_ROWS:
        raise Refused(str(Reason("too_many_rows", {"limit": MAX_ROWS})), "too_many_rows")
    return sheets


def header(lines: Sequence[Sequence[Any]], layouts: Sequence[Layout]) -> tuple[int, Layout] | None:
    """The row of the headings, counted from 0, and the layout they belong to."""
    for index, cells in enumerate(lines[:HEADER_WITHIN]):
        for layout in layouts:
            if layout.is_header(cells):
                return index, layout
    return None


def _visible(book: CalamineWorkbook) -> Iterator[CalamineSheet]:
    for each in book.sheets_metadata:
        if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible:
            yield book.get_sheet_by_name(each.name)


def _formulas(file: IO[bytes]) -> set[str]:
    """The cells that hold a formula: its value was last computed somewhere, and is not taken."""
    file.seek(0)
    return set(formula_cells(file, limit=extent.MAX_CELLS))


def _sheet(
    sheet: CalamineSheet, layouts: Sequence[Layout], year: int | None, formulas: set[str]
) -> RawSheet | None:
    lines = sheet.to_python(skip_empty_area=False)
    at = header(lines, layouts)
    if at is None:
        return None
    start, layout = at
    found = _headings(RawSheet(sheet.name, layout, {}), start + 1, lines[start], year)
    for number, cells in enumerate(lines[start + 1 :], start + 2):
        row = {key: cells[place.index] for key, place in found.places.items()}
        computed = [p for p in found.places.values() if _at(sheet.name, p, number) in formulas]
        if _is_aside(row, layout) or not (computed or _says_something(row)):
            continue
        found.rows.append(RawRow(number, row))
        found.faults.extend(_computed(sheet.name, number, place, row) for place in computed)
    return found


def _at(sheet: str, place: Place, number: int) -> str:
    return f"{sheet}!{place.letter}{number}"


def _says_something(row: dict[str, Any]) -> bool:
    return any(not is_nothing(value) for value in row.values())


def _computed(sheet: str, number: int, place: Place, row: dict[str, Any]) -> Fault:
    key, heading = place.column.key, place.column.heading
    return _fault(sheet, number, place.letter, heading, written(row[key]), Reason("formula"))


def _headings(found: RawSheet, number: int, cells: Sequence[Any], year: int | None) -> RawSheet:
    for index, cell in enumerate(cells):
        if is_nothing(cell):
            continue
        heading = read_heading(cell)
        column = found.layout.column_of(heading)
        if reason := _objection(heading, column, found, year):
            found.faults.append(_fault(found.name, number, letter(index), str(cell), "", reason))
        elif column is None:
            found.unread.append(str(cell))
        else:
            found.places[column.key] = Place(column, index, heading.unit)
    return found


def _objection(
    heading: Heading, column: Column | None, found: RawSheet, year: int | None
) -> Reason | None:
    if heading.name in found.layout.doubtful:
        return Reason(found.layout.doubtful[heading.name])
    if column is None:
        return None
    if column.key in found.places:
        return Reason("heading_twice", {"column": found.places[column.key].letter})
    if column.kind == "amount" and year and heading.year not in (None, year):
        return Reason("heading_year", {"found": heading.year, "year": year})
    return None


def _is_aside(row: dict[str, Any], layout: Layout) -> bool:
    """The template's example, or a line of totals."""
    first = layout.columns[0].key
    name = half_width(str(row[first]))
    if name.startswith(EXAMPLE):
        return True
    return name in TOTALS and all(is_nothing(row[key]) for key in layout.marks - {first})


def _fault(sheet: str, row: int, column: str, heading: str, value: str, reason: Reason) -> Fault:
    return Fault(sheet, row, column, heading, value, reason.code, dict(reason.params))
