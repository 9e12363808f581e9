"""Workbooks that the system writes."""

import io
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from records import sheets
from records.workbooks.columns import Column, Layout
from records.workbooks.packages import unfit_cells
from records.workbooks.writing import Sheet, book

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


def test_amounts_and_counts_show_their_thousands_and_years_do_not():
    sheet = load_workbook(written([[Decimal("1234567.5"), 1234567, sheets.Serial(2026)]])).active
    assert [cell.number_format for cell in sheet[2]] == ["#,##0.00", "#,##0", "General"]
    assert [cell.value for cell in sheet[2]] == [1234567.5, 1234567, 2026]


def test_the_rows_can_be_filtered_under_their_headings_and_the_remark_is_none_of_them():
    sheet = load_workbook(written([["a", 1], ["b", 2]])).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")
    assert [cell.value for cell in sheet["A"]] == ["一", "a", "b", None, "※ 样例 2026"]


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


def test_a_filled_template_shows_its_thousands_and_can_be_filtered():
    columns = (Column("name", "名称", "text"), Column("sum", "金额", "amount"))
    layout = Layout("物品", columns, frozenset({"name"}), frozenset({"name"}))
    content = book([Sheet(layout, [{"name": "样例", "sum": Decimal("1234.5")}])], ["说明"])
    sheet = load_workbook(io.BytesIO(content))["物品"]
    assert (sheet["B2"].value, sheet["B2"].number_format) == (1234.5, "#,##0.00")
    assert sheet.auto_filter.ref == "A1:B2"
