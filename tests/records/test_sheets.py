"""Workbooks that the system writes."""

import io
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from records import sheets
from records.workbooks.packages import unfit_cells

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=ZoneInfo("Asia/Shanghai"))


def written(rows: list[list[object]]) -> io.BytesIO:
    file = io.BytesIO()
    sheets.write_table(file, "表", ["一", "二"], rows, "样例 2026")
    return file


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_a_text_like_a_formula_stays_a_text(text: str):
    file = written([[text]])
    cell = load_workbook(file).active["A2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)
    assert unfit_cells(file) == {}


def test_numbers_days_and_moments_keep_their_kind():
    file = written([[Decimal("1.5"), date(2026, 1, 2), MOMENT, None]])
    row = [cell.value for cell in load_workbook(file).active[2]]
    assert row == [1.5, datetime(2026, 1, 2), datetime(2026, 1, 2, 3, 4, 5)]  # noqa: DTZ001


def test_more_rows_than_a_sheet_holds_go_on_on_the_next(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheets, "ROWS_A_SHEET", 2)
    book = load_workbook(written([[n] for n in range(5)]))
    assert [[row[0].value for row in sheet.rows][:-2] for sheet in book] == [
        ["一", 0, 1],
        ["一", 2, 3],
        ["一", 4],
    ]


def test_no_rows_make_a_sheet_with_its_header_alone():
    sheet = load_workbook(written([])).active
    assert [row[0].value for row in sheet.rows] == ["一", None, None, "※ 样例 2026"]
