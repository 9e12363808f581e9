"""Writing tables as xlsx in flat memory, with no text that a spreadsheet would run."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from typing import IO, Any, Final

import xlsxwriter
from django.utils.timezone import localtime
from xlsxwriter.worksheet import Worksheet

CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_A_SHEET: Final = 1_000_000
LONGEST_TEXT: Final = 32_767
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_table(
    file: IO[bytes],
    title: str,
    header: Sequence[str],
    rows: Iterable[Sequence[Any]],
    footer: str = "",
) -> None:
    """Write a header and rows to ``file``, on further sheets beyond a million rows.

    Texts are stored as texts, those that begin like a formula also marked as quoted, so that
    editing the cell does not bring them to life. ``footer`` (who, when) is printed on each page.
    """
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        formats = {
            "head": book.add_format({"bold": True, "text_wrap": True}),
            "quoted": book.add_format({"quote_prefix": True}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        }
        left = iter(rows)
        for number, first in enumerate(chain([next(left, ())], left), start=1):
            sheet = book.add_worksheet(title[:25] if number == 1 else f"{title[:25]} {number}")
            sheet.set_footer("&L" + footer.replace("&", "&&"))
            sheet.freeze_panes(1, 0)
            part = chain([header, first], islice(left, ROWS_A_SHEET - 1))
            for index, row in enumerate(part):
                _write_row(sheet, index, row, formats)


def _write_row(sheet: Worksheet, index: int, row: Sequence[Any], formats: dict[str, Any]) -> None:
    for column, value in enumerate(row):
        if index == 0:
            sheet.write_string(0, column, str(value), formats["head"])
        else:
            _write_cell(sheet, index, column, value, formats)


def _write_cell(
    sheet: Worksheet, row: int, column: int, value: Any, formats: dict[str, Any]
) -> None:
    if isinstance(value, datetime):
        sheet.write_datetime(row, column, localtime(value).replace(tzinfo=None), formats["moment"])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, formats["day"])
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        sheet.write_number(row, column, value)
    elif value is not None:
        text = str(value)[:LONGEST_TEXT]
        sheet.write_string(
            row, column, text, formats["quoted"] if text.startswith(_RISKY) else None
        )
