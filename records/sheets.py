"""Writing tables as xlsx and csv in flat memory, with no text that a spreadsheet would run."""

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from typing import IO, Any, Final

import xlsxwriter
from django.utils.timezone import localtime
from xlsxwriter.worksheet import Worksheet

CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE: Final = "text/csv; charset=utf-8"
ROWS_A_SHEET: Final = 1_000_000
LONGEST_TEXT: Final = 32_767
COLUMN_WIDTH: Final = 18
#: What begins so is a remark on the table, no row of it; our own reader passes it over.
REMARK: Final = "※"
RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
#: What a spreadsheet takes for "this is text" and does not show.
QUOTE: Final = "'"
DAY: Final = "yyyy-mm-dd"
MOMENT: Final = "yyyy-mm-dd hh:mm:ss"
COUNT: Final = "#,##0"
AMOUNT: Final = "#,##0.00"


class Serial(int):
    """A year or a running number: it names and does not count, so nothing parts its digits."""


def write_table(
    file: IO[bytes],
    title: str,
    header: Sequence[str],
    rows: Iterable[Sequence[Any]],
    footer: str = "",
) -> None:
    """Write a header and rows to ``file``, on further sheets beyond a million rows.

    Texts are stored as texts, those that begin like a formula also marked as quoted, so that
    editing the cell does not bring them to life. The rows can be filtered; ``footer`` (who, when)
    stands under the last of them behind a gap, out of the filter's reach, and is printed on each
    page.
    """
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        formats = {
            "head": book.add_format({"bold": True, "text_wrap": True}),
            "quoted": book.add_format({"quote_prefix": True}),
            "day": book.add_format({"num_format": DAY}),
            "moment": book.add_format({"num_format": MOMENT}),
            "count": book.add_format({"num_format": COUNT}),
            "amount": book.add_format({"num_format": AMOUNT}),
        }
        left = iter(rows)
        for number, first in enumerate(chain([next(left, ())], left), start=1):
            sheet = book.add_worksheet(title[:25] if number == 1 else f"{title[:25]} {number}")
            _lay_out(sheet, header, footer, formats)
            part = chain([first], islice(left, ROWS_A_SHEET - 1))
            last = 0
            for last, row in enumerate(part, start=1):
                for column, value in enumerate(row):
                    _write_cell(sheet, last, column, value, formats)
            sheet.autofilter(0, 0, last, len(header) - 1)
            if footer:
                sheet.write_string(last + 2, 0, remark(footer))


def write_csv(
    file: IO[bytes], header: Sequence[str], rows: Iterable[Sequence[Any]], footer: str = ""
) -> None:
    """Write a header and rows as csv that spreadsheets open rightly: UTF-8 with its mark."""
    file.write(codecs.BOM_UTF8)
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    lines = csv.writer(text)
    lines.writerow([harmless(each) for each in header])
    lines.writerows([_plain(value) for value in row] for row in rows)
    if footer:
        lines.writerows([[], [remark(footer)]])
    text.detach()


def remark(words: str) -> str:
    """A line of words under a table, known as one when the file comes back."""
    return f"{REMARK} {words}"


def harmless(text: str) -> str:
    """The text so that a spreadsheet that opens a csv file does not run it."""
    return QUOTE + text if text.startswith(RISKY) else text


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return f"{localtime(value):%Y-%m-%d %H:%M:%S}"
    if value is None or isinstance(value, bool | date | int | float | Decimal):
        return value
    return harmless(str(value))


def _lay_out(sheet: Worksheet, header: Sequence[str], footer: str, formats: dict[str, Any]) -> None:
    if footer:
        sheet.set_footer("&L" + footer.replace("&", "&&"))
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(header) - 1, COLUMN_WIDTH)
    for column, heading in enumerate(header):
        sheet.write_string(0, column, str(heading), formats["head"])


def _write_cell(
    sheet: Worksheet, row: int, column: int, value: Any, formats: dict[str, Any]
) -> None:
    if isinstance(value, datetime):
        sheet.write_datetime(row, column, localtime(value).replace(tzinfo=None), formats["moment"])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, formats["day"])
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        sheet.write_number(row, column, value, _number_format(value, formats))
    elif value is not None:
        text = str(value)[:LONGEST_TEXT]
        sheet.write_string(row, column, text, formats["quoted"] if text.startswith(RISKY) else None)


def _number_format(value: Any, formats: dict[str, Any]) -> Any:
    if isinstance(value, Serial):
        return None
    return formats["count" if isinstance(value, int) else "amount"]


#: How a table is written, by the ending of the file's name.
Write = Callable[[IO[bytes], str, Sequence[str], Iterable[Sequence[Any]], str], None]
WRITERS: Final[dict[str, tuple[Write, str]]] = {
    "xlsx": (write_table, CONTENT_TYPE),
    "csv": (
        lambda file, _title, header, rows, footer: write_csv(file, header, rows, footer),
        CSV_TYPE,
    ),
}
