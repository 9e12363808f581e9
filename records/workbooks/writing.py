"""The workbooks that we hand out: templates, filled tables, an upload with its reasons.

Text is always written as text, so that a name that begins with = + - or @ stays harmless.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import IO, Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from records.sheets import AMOUNT, COUNT, DAY, write_csv
from records.workbooks.columns import ERROR_HEADING, Layout, letter
from records.workbooks.reading import header, tables_of
from records.workbooks.reasons import say
from records.workbooks.tables import MAX_ROWS, Table, is_package

GUIDE_TITLE: Final = "填写说明"
_LONGEST_LIST: Final = 250
AS_TEXT: Final = {"num_format": "@"}
AS_DATE: Final = {"num_format": DAY}
#: How the cells of a column show, by its kind.
STYLES: Final = {
    "text": AS_TEXT,
    "code": AS_TEXT,
    "date": AS_DATE,
    "amount": {"num_format": AMOUNT},
    "area": {"num_format": AMOUNT},
    "count": {"num_format": COUNT},
}
EXAMPLE_LOOK: Final = {"italic": True, "font_color": "#5A6270"}

#: How a cell is set apart: any value, and a date, which without its own format shows as a number.
Look = tuple[Format, Format]


@dataclass(frozen=True)
class Sheet:
    """A sheet to write. `offered` are words to choose from beside the columns' own.

    The rows of an `example` are set apart; their first cell begins with `reading.EXAMPLE`.
    """

    layout: Layout
    rows: Iterable[Mapping[str, Any]] = ()
    offered: Mapping[str, Sequence[str]] = field(default_factory=dict)
    example: bool = False


def book(sheets: Iterable[Sheet], guide: Sequence[str], note: str = "") -> bytes:
    """A workbook of these sheets under our own headings, and one that says how to fill them in.

    `note` (who took it away, when) stands below that and is printed on each page.
    """
    content = BytesIO()
    with Workbook(content, {"default_date_format": DAY}) as made:
        for each in sheets:
            sheet = made.add_worksheet(each.layout.title)
            if note:
                sheet.set_footer("&L" + note.replace("&", "&&"))
            _fill(made, sheet, each)
        page = made.add_worksheet(GUIDE_TITLE)
        page.set_column(0, 0, 100)
        for number, line in enumerate(guide):
            page.write_string(number, 0, f"{number + 1}. {line}")
        if note:
            page.write_string(len(guide) + 1, 0, note)
    return content.getvalue()


def _fill(made: Workbook, sheet: Worksheet, said: Sheet) -> None:
    _lay_out(made, sheet, said)
    look = _look(made, EXAMPLE_LOOK) if said.example else None
    number = 0
    for number, row in enumerate(said.rows, 1):
        for index, column in enumerate(said.layout.columns):
            _write(sheet, number, index, row.get(column.key), look)
    if not said.example:
        sheet.autofilter(0, 0, number, len(said.layout.columns) - 1)


def _look(made: Workbook, said: Mapping[str, Any]) -> Look:
    return made.add_format(said), made.add_format({**said, **AS_DATE})


def _lay_out(made: Workbook, sheet: Worksheet, said: Sheet) -> None:
    head = made.add_format({"bold": True, "text_wrap": True, "bg_color": "#DCE6F2", "border": 1})
    styles = {kind: made.add_format(style) for kind, style in STYLES.items()}
    sheet.freeze_panes(1, 1)
    for index, column in enumerate(said.layout.columns):
        sheet.set_column(index, index, column.width, styles.get(column.kind))
        sheet.write_string(0, index, column.headed, head)
        words = list(said.offered.get(column.key, column.offered))
        if 0 < len(",".join(words)) < _LONGEST_LIST:
            choice = {"validate": "list", "source": words, "error_type": "warning"}
            sheet.data_validation(1, index, MAX_ROWS, index, choice)


def with_reasons(
    file: IO[bytes], layouts: Sequence[Layout], errors: Sequence[Mapping[str, Any]]
) -> bytes:
    """The same rows back, the bad cells marked, with a last column 错误原因.

    `errors` are faults as JSON keeps them; the reasons are in the active language. What came as
    csv goes back as csv.
    """
    known = [
        (each, at[0]) for each in tables_of(file, layouts) if (at := header(each.lines, layouts))
    ]
    content = BytesIO()
    if not is_package(file):
        for table, start in known:
            write_csv(content, *_with_column(table, start, errors))
        return content.getvalue()
    with Workbook(content, {"default_date_format": DAY}) as made:
        bad = _look(made, {"bg_color": "#F9D9D6"})
        for table, start in known:
            mine = [error for error in errors if error["sheet"] == table.name]
            _copy(made.add_worksheet(table.name), table.lines, start, mine, bad)
    return content.getvalue()


def _with_column(
    table: Table, start: int, errors: Sequence[Mapping[str, Any]]
) -> tuple[list[Any], Iterator[list[Any]]]:
    """The first line and the others, each with its reasons behind the columns of the headings."""
    at, reasons = _reason_column(table.lines[start]), _told(errors, start)
    lines = (
        [*(line + [""] * at)[:at], reasons.get(number, ""), *line[at + 1 :]]
        for number, line in enumerate(table.lines, 1)
    )
    return next(lines), lines


def _copy(
    sheet: Worksheet,
    lines: list[list[Any]],
    start: int,
    errors: Sequence[Mapping[str, Any]],
    bad: Look,
) -> None:
    at = _reason_column(lines[start])
    marked = {(error["row"], error["column"]) for error in errors}
    reasons = _told(errors, start)
    for number, cells in enumerate(lines):
        for index, value in enumerate(cells):
            if index != at:
                place = (number + 1, letter(index))
                _write(sheet, number, index, value, bad if place in marked else None)
        _write(sheet, number, at, reasons.get(number + 1, ""), None)
    sheet.set_column(at, at, 60)


def _reason_column(cells: list[Any]) -> int:
    """Where the reasons go: over those of the upload before, else behind the last heading."""
    before = (index for index, cell in enumerate(cells) if str(cell).startswith(ERROR_HEADING))
    return next(before, len(cells))


def _told(errors: Sequence[Mapping[str, Any]], start: int) -> dict[int, str]:
    """What is written into the column of reasons, by row: the headings' own stand in its head."""
    reasons = _by_row(errors)
    of_headings = reasons.get(start + 1)
    reasons[start + 1] = f"{ERROR_HEADING}（{of_headings}）" if of_headings else ERROR_HEADING
    return reasons


def _by_row(errors: Sequence[Mapping[str, Any]]) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for error in errors:
        reason = say(error["code"], error["params"])
        found.setdefault(error["row"], []).append(f"{error['heading'] or error['value']}：{reason}")
    return {row: "；".join(each.rstrip("。.") for each in said) for row, said in found.items()}


def _write(sheet: Worksheet, row: int, column: int, value: Any, look: Look | None) -> None:
    style = look[isinstance(value, date)] if look else None
    if value is None or value == "":
        sheet.write_blank(row, column, None, style) if style else None
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, column, value, style)
    else:
        sheet.write_string(row, column, str(value), style)
