"""The cells of a roster: dates, amounts, areas and credit codes as people type them."""

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from records import credit_code
from tests.factories import make_credit_code
from tests.records.books import with_part
from tests.tenants.books import HEADINGS, book, good_row
from tests.tenants.checking import checked, places, value_of

AT_NINE = datetime.combine(date(2026, 1, 5), time(9))


def code_of(key: str, raw: Any) -> str:
    """Why one cell is not taken."""
    result = checked(book(good_row(**{key: raw})))
    (fault,) = result.faults
    assert fault.heading == {**HEADINGS}[key].replace("(元)", "")
    assert fault.row == 2
    return fault.code


def openpyxl_part(file: io.BytesIO, part: str) -> bytes:
    from zipfile import ZipFile

    with ZipFile(file) as package:
        return package.read(part)


@pytest.mark.parametrize(
    "written",
    [
        "2026-1-5", "2026.1.5", "2026/1/5", "2026年1月5日", "２０２６年１月５日", " 2026-01-05 ",
        46027, "46027", 20260105, "20260105", date(2026, 1, 5), AT_NINE,
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_form(written: Any) -> None:
    assert value_of("entered_on", written) == date(2026, 1, 5)


@pytest.mark.parametrize(
    "written",
    ["2026年1月", "1/5/2026", "26.1.5", "去年春天", 1.5, True],
)
def test_a_date_in_another_form_is_named(written: Any) -> None:
    assert code_of("entered_on", written) == "date_form"


@pytest.mark.parametrize("written", ["2026/13/9", "2026-02-30", "20260230", "2026年2月30日"])
def test_a_day_that_no_calendar_has_is_said_to_be_none(written: str) -> None:
    assert code_of("entered_on", written) == "no_such_day"


@pytest.mark.parametrize("written", ["1900-01-01", "2206-1-5"])
def test_a_date_outside_all_reason_is_named(written: str) -> None:
    assert code_of("issued_on", written) == "date_range"


def test_a_workbook_that_counts_from_1904_gives_the_same_days() -> None:
    content = book(good_row(entered_on=46027 - 1462))
    workbook = b'<workbookPr date1904="1" '
    with io.BytesIO(content) as file:
        original = openpyxl_part(file, "xl/workbook.xml")
    changed = original.replace(b"<workbookPr ", workbook)
    (row,) = checked(with_part(content, "xl/workbook.xml", changed)).rows
    assert row.values["entered_on"] == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("written", "yuan"),
    [
        (1234.5, "1234.50"), ("1,234.50", "1234.50"), ("１２３４．５", "1234.50"),
        ("120万元", "1200000.00"), ("120 万", "1200000.00"), ("1200000元", "1200000.00"),
        ("0.3亿元", "30000000.00"), (0, "0.00"), (0.1 + 0.2, "0.30"), (" 5 ", "5.00"),
    ],
)  # fmt: skip
def test_an_amount_is_read_in_yuan(written: Any, yuan: str) -> None:
    (row,) = checked(book(good_row(gross_revenue=written, net_revenue=None))).rows
    assert str(row.values["gross_revenue"]) == yuan


@pytest.mark.parametrize(
    "heading", ["上年营业收入（含代收代付）（万元）", "上年营业收入(含代收代付)\n单位：万元"]
)
def test_the_headings_unit_counts_for_its_column(heading: str) -> None:
    read = value_of("gross_revenue", 650, {"gross_revenue": heading})
    assert read == Decimal(6500000)


def test_a_unit_in_the_cell_goes_before_the_headings() -> None:
    heading = {"gross_revenue": "上年营业收入(含代收代付)(万元)"}
    assert value_of("gross_revenue", "6500000元", heading) == Decimal(6500000)


def test_an_amount_without_any_unit_is_named() -> None:
    heading = {"gross_revenue": "上年营业收入(含代收代付)"}
    result = checked(book(good_row(gross_revenue=650), headings=heading))
    assert places(result) == [(2, "L", "no_unit")]


@pytest.mark.parametrize(
    ("written", "code"),
    [("约650万", "number_form"), ("1.2.3", "number_form"), (True, "number_form"),
     (-1, "negative"), ("-5元", "negative"), (10**15, "too_large")],
)  # fmt: skip
def test_an_amount_that_is_none_is_named(written: Any, code: str) -> None:
    assert code_of("gross_revenue", written) == code


@pytest.mark.parametrize("nothing", ["", "  ", "/", "—", "无", "\u3000"])
def test_a_dash_or_a_blank_says_nothing_and_is_never_zero(nothing: str) -> None:
    (row,) = checked(book(good_row(gross_revenue=nothing, net_revenue=nothing))).rows
    assert not {"gross_revenue", "net_revenue"} & set(row.values)


@pytest.mark.parametrize("written", ["120.5㎡", "120.5平方米", "１２０．５ m2"])
def test_an_area_may_carry_its_unit(written: str) -> None:
    assert value_of("floor_area", written) == Decimal("120.50")


def test_an_area_in_mu_is_named() -> None:
    assert code_of("floor_area", "2亩") == "number_form"


def test_a_credit_code_is_read_however_it_is_typed() -> None:
    code = make_credit_code(1)
    typed = f" {code[:8].lower()} {code[8:]}\u3000".translate({ord("1"): "１"})
    assert value_of("credit_code", typed) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (None, "blank"),
        ("9114070", "code_shape"),
        ("91140700MA0O000101", "code_shape"),
        (make_credit_code(1)[:17] + "?", "code_shape"),
        (9.11407e17, "code_digits"),
    ],
)
def test_a_wrong_credit_code_is_named(written: Any, code: str) -> None:
    assert code_of("credit_code", written) == code


def test_a_wrong_18th_character_is_an_error() -> None:
    code = make_credit_code(1)
    wrong = code[:17] + ("1" if code[17] != "1" else "2")
    assert code_of("credit_code", wrong) == "code_check"


def test_a_wrong_17th_character_is_a_warning() -> None:
    code = make_credit_code(1)
    first17 = code[:16] + ("1" if code[16] != "1" else "2")
    wrong = first17 + credit_code.check_character(first17)
    result = checked(book(good_row(credit_code=wrong)))
    assert not result.faults
    assert [(w.row, w.column, w.code) for w in result.warnings] == [(2, "B", "code_body")]
