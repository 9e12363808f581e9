"""Reading a table file into rows of raw cells, each of which knows its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import IO, Any, Final

from records.errors import Refused
from records.fields import half_width
from records.sheets import REMARK
from records.workbooks import delimited, extent, packages
from records.workbooks.cells import is_nothing, written
from records.workbooks.columns import Column, Heading, Layout, letter, read_heading
from records.workbooks.reasons import Fault, Reason
from records.workbooks.tables import HEADER_WITHIN, MAX_ROWS, Table, is_package

EXAMPLE: Final = "【示例】"
TOTALS: Final = frozenset({"合计", "总计", "小计", "累计"})
#: What stands under a table: who made it, who checked it, remarks.
SIGNED: Final = re.compile(
    r"(制表|填表|填报|审核|复核|经办|负责|联系|单位盖章|备注|注|说明)[^:,]{0,8}:.*"
)


@dataclass(frozen=True)
class Place:
    """A column in a sheet: where it stands, what its heading said."""

    column: Column
    index: int
    unit: Decimal | None

    @cached_property
    def letter(self) -> str:
        return letter(self.index)


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of one sheet: its number as the spreadsheet shows it, its cells by column key."""

    number: int
    cells: dict[str, Any]


@dataclass
class RawSheet:
    """One sheet that carries the headings of a layout."""

    table: Table
    layout: Layout
    places: dict[str, Place] = field(default_factory=dict)
    rows: list[RawRow] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.table.name


def tables_of(file: IO[bytes], layouts: Sequence[Layout]) -> list[Table]:
    """The visible sheets of a workbook, or the one of a csv file. Raises Refused."""
    if is_package(file):
        return packages.tables(file)
    return delimited.tables(file, lambda line: any(each.is_header(line) for each in layouts))


def read(
    file: IO[bytes], layouts: Sequence[Layout], missing: str, year: int | None = None
) -> list[RawSheet]:
    """All visible sheets that carry the headings of one of the layouts.

    Raises Refused for what cannot be read at all: no headings found (for the reason `missing`),
    too many rows, a sheet that unfolds beyond bounds. `year` is the year of the figures; a
    heading of another is a fault.
    """
    found = [_sheet(table, layouts, year) for table in tables_of(file, layouts)]
    sheets = [sheet for sheet in found if sheet]
    if not sheets:
        raise Refused(str(Reason(missing)), missing)
    if sum(len(sheet.rows) for sheet in sheets) > MAX_ROWS:
        raise extent.too_many()
    return sheets


def header(lines: Sequence[Sequence[Any]], layouts: Sequence[Layout]) -> tuple[int, Layout] | None:
    """The row of the headings, counted from 0, and the layout they belong to."""
    for index, cells in enumerate(lines[:HEADER_WITHIN]):
        for layout in layouts:
            if layout.is_header(cells):
                return index, layout
    return None


def _sheet(table: Table, layouts: Sequence[Layout], year: int | None) -> RawSheet | None:
    at = header(table.lines, layouts)
    if at is None:
        return None
    start, layout = at
    found = _headings(RawSheet(table, layout), start + 1, table.lines[start], year)
    for number, line in enumerate(table.lines[start + 1 :], start + 2):
        if _is_head_again(line, found):
            _drop_title(found)
            continue
        row = {key: _cell(line, place.index) for key, place in found.places.items()}
        faults = list(_unfit(found, number, row))
        if not _is_aside(row, line, layout) and (faults or _says_something(row)):
            if len(found.rows) > MAX_ROWS:
                raise extent.too_many()
            found.rows.append(RawRow(number, row))
            found.faults.extend(faults)
    return found


def _cell(line: Sequence[Any], index: int) -> Any:
    """A cell; lines of csv may end before their last."""
    return line[index] if index < len(line) else ""


def _is_head_again(line: Sequence[Any], found: RawSheet) -> bool:
    """Whether the headings stand here once more, as on each page of a print."""
    marks = [found.places[key] for key in found.layout.marks if key in found.places]
    return all(read_heading(_cell(line, place.index)).name in place.column.names for place in marks)


def _drop_title(found: RawSheet) -> None:
    """Take off the rows right above repeated headings that hold one cell alone: a title."""
    first = found.layout.columns[0].key
    while found.rows and all(
        is_nothing(value) for key, value in found.rows[-1].cells.items() if key != first
    ):
        found.rows.pop()


def _says_something(row: dict[str, Any]) -> bool:
    return any(not is_nothing(value) for value in row.values())


def _unfit(found: RawSheet, number: int, row: dict[str, Any]) -> Iterator[Fault]:
    """The row's cells whose value is not to be had."""
    if not found.table.unfit:
        return
    for key, place in found.places.items():
        if code := found.table.unfit.get((number, place.index)):
            heading, value = place.column.heading, written(row[key])
            yield _fault(found.name, number, place.letter, heading, value, Reason(code))


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


def _is_aside(row: dict[str, Any], line: Sequence[Any], layout: Layout) -> bool:
    """The template's example, a remark of ours, a line of totals, or who signed below.

    The word of a total may stand before the columns that are read, as under 序号.
    """
    first = layout.columns[0].key
    name = half_width(written(row.get(first, "")))
    if name.startswith((EXAMPLE, REMARK)):
        return True
    alone = all(is_nothing(row.get(key)) for key in layout.marks - {first})
    foremost = next((cell for cell in line if not is_nothing(cell)), "")
    return alone and (_is_total(name) or _is_total(foremost) or bool(SIGNED.fullmatch(name)))


def _is_total(cell: Any) -> bool:
    return isinstance(cell, str) and "".join(half_width(cell).split()) in TOTALS


def _fault(sheet: str, row: int, column: str, heading: str, value: str, reason: Reason) -> Fault:
    return Fault(sheet, row, column, heading, value, reason.code, dict(reason.params))
