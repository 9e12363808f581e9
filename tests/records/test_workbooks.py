"""What any workbook is read by: its reach, its cells, its headings, its reasons."""

import io
from datetime import date
from decimal import Decimal
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from records import Refused
from records.workbooks import cells, extent, packages, reasons
from records.workbooks.checking import check
from records.workbooks.columns import Column, Layout
from records.workbooks.writing import Sheet, book, with_reasons
from tests.records.books import sheet_of, with_part

THINGS = Layout(
    "物品",
    (
        Column("name", "名称", "text", limit=10),
        Column("number", "数量", "count", ("个数",)),
        Column("price", "价格", "amount", unit="(元)"),
    ),
    marks=frozenset({"name", "number"}),
    required=frozenset({"name", "price"}),
)
PLACES = Layout(
    "地点",
    (Column("place", "地点", "text", limit=10), Column("open", "开放", "flag")),
    marks=frozenset({"place", "open"}),
    required=frozenset({"place"}),
)
BOTH = (THINGS, PLACES)


@pytest.mark.parametrize(("raw", "read"), [(3, 3), (3.0, 3), ("１，２００", 1200), ("0", 0)])
def test_a_count_is_read(raw: Any, read: int) -> None:
    assert cells.count(raw) == read


@pytest.mark.parametrize(
    ("raw", "code"), [(1.5, "count_form"), ("三", "number_form"), (-1, "negative")]
)
def test_a_count_that_is_none_is_named(raw: Any, code: str) -> None:
    with pytest.raises(cells.BadCell) as bad:
        cells.count(raw)
    assert bad.value.reason.code == code


def test_each_sheet_is_known_by_its_headings() -> None:
    content = io.BytesIO()
    made = openpyxl.Workbook()
    made.active.append(["地点", "开放"])
    made.active.append(["样例楼", "是"])
    things = made.create_sheet("随便什么名字")
    things.append(["个数", "名称", "价格(万元)"])
    things.append([2, "样例桌", 1.5])
    made.save(content)
    rows = check(content, BOTH, "no_rows").rows
    assert [(row.layout.title, row.values) for row in rows] == [
        ("地点", {"place": "样例楼", "open": True}),
        ("物品", {"name": "样例桌", "number": 2, "price": Decimal(15000)}),
    ]


def test_a_required_column_that_is_not_there_is_named_in_each_row() -> None:
    content = io.BytesIO(sheet_of([["名称", "数量"], ["样例桌", 1], ["样例椅", 2]]))
    faults = check(content, BOTH, "no_rows").faults
    assert [(f.row, f.heading, f.code) for f in faults] == [
        (2, "价格", "blank"),
        (3, "价格", "blank"),
    ]


def test_what_we_write_we_read_again() -> None:
    row = {"name": "=样例", "number": 3, "price": Decimal("1.50")}
    content = io.BytesIO(book([Sheet(THINGS, [row]), Sheet(PLACES)], ["说明"]))
    (read,) = check(content, BOTH, "no_rows").rows
    assert read.values == row


def test_every_sheet_comes_back_with_its_own_reasons() -> None:
    content = io.BytesIO(
        book(
            [
                Sheet(THINGS, [{"name": "样例桌", "number": "许多", "price": 1}]),
                Sheet(PLACES, [{"place": "样例楼", "open": "也许"}]),
            ],
            [],
        )
    )
    errors = [fault.plain() for fault in check(content, BOTH, "no_rows").faults]
    content.seek(0)
    made = openpyxl.load_workbook(io.BytesIO(with_reasons(content, BOTH, errors)))
    assert made.sheetnames == ["物品", "地点"]
    assert made["物品"]["D1"].value == made["地点"]["C1"].value == "错误原因"
    assert made["物品"]["D2"].value.startswith("数量：")
    assert made["地点"]["C2"].value.startswith("开放：")


def test_a_reason_has_one_sentence() -> None:
    with pytest.raises(ValueError, match="blank"):
        reasons.register({"blank": "another sentence"})


def test_a_sheet_that_reaches_to_the_last_cell_is_refused_before_it_is_read() -> None:
    """The reader would ask for half a terabyte, and the process would be ended."""
    content = io.BytesIO()
    made = openpyxl.load_workbook(io.BytesIO(sheet_of([["名称", "数量"], ["样例", 1]])))
    made.active.cell(1_048_576, 16_384, "x")
    made.save(content)
    with pytest.raises(Refused) as refused:
        extent.ensure_readable(content)
    assert refused.value.code == "too_wide"
    assert "XFD1048576" in str(refused.value)


@pytest.mark.parametrize(
    "tag",
    [
        b'<row r="1048576"><c r="A1048576"/></row>',
        b"<row r='1048576' spans='1:1'><c/></row>",
        b'<x:row spans="1:2" r = "1048576"/>',
    ],
)
def test_the_reach_is_found_however_the_tags_are_written(tag: bytes) -> None:
    part = b'<worksheet><sheetData><c r="ABC1"/>' + tag + b"</sheetData></worksheet>"
    content = with_part(sheet_of([["x"]]), "xl/worksheets/sheet1.xml", part)
    with pytest.raises(Refused):
        extent.ensure_readable(io.BytesIO(content))


def test_a_sheet_in_utf16_is_refused_since_its_reach_cannot_be_seen() -> None:
    part = '<worksheet><c r="XFD1048576"/></worksheet>'.encode("utf-16")
    content = with_part(sheet_of([["x"]]), "xl/worksheets/sheet1.xml", part)
    with pytest.raises(Refused):
        extent.ensure_readable(io.BytesIO(content))


DAYS = Layout(
    "日期",
    (Column("name", "名称", "text", limit=10), Column("day", "日子", "date")),
    marks=frozenset({"name", "day"}),
    required=frozenset({"name", "day"}),
)


@pytest.mark.parametrize("example", [True, False])
def test_a_date_that_we_write_is_shown_as_a_date(example: bool) -> None:
    row = {"name": "样例", "day": date(2024, 3, 1)}
    made = openpyxl.load_workbook(io.BytesIO(book([Sheet(DAYS, [row], example=example)], [])))
    assert made["日期"]["B2"].number_format == "yyyy-mm-dd"
    assert made["日期"].column_dimensions["B"].number_format == "yyyy-mm-dd"


def test_a_date_that_is_marked_as_wrong_stays_a_date() -> None:
    content = io.BytesIO(book([Sheet(DAYS, [{"name": "样例", "day": date(2024, 3, 1)}])], []))
    fault = {"sheet": "日期", "row": 2, "column": "B", "heading": "日子", "value": ""}
    errors = [fault | {"code": "blank", "params": {}}]
    made = openpyxl.load_workbook(io.BytesIO(with_reasons(content, (DAYS,), errors)))
    assert made["日期"]["B2"].number_format == "yyyy-mm-dd"


@pytest.mark.parametrize("piece", [1, 2, 7, 61])
def test_a_formula_is_found_wherever_the_reading_pauses(
    monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    made, workbook = io.BytesIO(), openpyxl.Workbook()
    workbook.active["B2"] = "=1+1"
    workbook.save(made)
    monkeypatch.setattr(packages, "PIECE", piece)
    assert packages.unfit_cells(made) == {"Sheet": {(2, 1): "formula"}}


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_formula_is_found_in_a_part_written_as_strict(part: str) -> None:
    made = sheet_of([["名称", "=1+1"]])
    with ZipFile(io.BytesIO(made)) as package:
        text = package.read(part)
    host = b"schemas.openxmlformats.org/"
    text = text.replace(host + b"spreadsheetml/2006", b"purl.oclc.org/ooxml/spreadsheetml")
    text = text.replace(host + b"officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument")
    strict = io.BytesIO(with_part(made, part, text))
    assert packages.unfit_cells(strict) == {"名册": {(1, 1): "formula"}}
