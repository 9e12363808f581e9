"""Reading a roster: what is taken, and that every cell that is not is named with its reason."""

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from records import Refused, credit_code
from records.workbooks.checking import Checked
from tenants.roster.check import check
from tests.factories import make_credit_code
from tests.records.books import sheet_of, with_part
from tests.tenants.books import HEADINGS, book, good_row

YEAR = 2025
AT_NINE = datetime.combine(date(2026, 1, 5), time(9))


def checked(content: bytes) -> Checked:
    return check(io.BytesIO(content), YEAR)


def places(result: Checked) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.code) for fault in result.faults]


def value_of(key: str, raw: Any, headings: dict[str, str] | None = None) -> Any:
    """What one cell is read as; the row beside it is good."""
    result = checked(book(good_row(**{key: raw}), headings=headings))
    assert not result.faults, result.faults
    return result.rows[0].values.get(key)


def code_of(key: str, raw: Any) -> str:
    """Why one cell is not taken."""
    result = checked(book(good_row(**{key: raw})))
    (fault,) = result.faults
    assert fault.heading == {**HEADINGS}[key].replace("(元)", "")
    assert fault.row == 2
    return fault.code


def test_a_good_row_is_read_whole() -> None:
    (row,) = checked(book(good_row())).rows
    assert row.values == {
        "name": "样例人力资源有限公司",
        "credit_code": make_credit_code(1),
        "kind": "agency",
        "licence_number": "样例证字1号",
        "licence_kind": "permit",
        "issued_on": date(2024, 3, 1),
        "entered_on": date(2024, 4, 1),
        "floor_area": Decimal("120.50"),
        "gross_revenue": Decimal("6500000.00"),
        "net_revenue": Decimal("1800000.00"),
    }


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
    ["2026年1月", "1/5/2026", "26.1.5", "2026-13-01", "2026-02-30", "去年春天", 1.5, True],
)
def test_a_date_in_another_form_is_named(written: Any) -> None:
    assert code_of("entered_on", written) == "date_form"


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


def openpyxl_part(file: io.BytesIO, part: str) -> bytes:
    from zipfile import ZipFile

    with ZipFile(file) as package:
        return package.read(part)


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


def test_the_same_code_twice_is_named_with_the_first_place() -> None:
    result = checked(book(good_row(), good_row(name="样例另一公司")))
    (fault,) = result.faults
    assert (fault.row, fault.code, fault.params) == (3, "duplicate", {"row": 2, "sheet": "名册"})


def test_a_formula_is_refused_where_it_stands() -> None:
    content = book(good_row(gross_revenue="=650*10000"))
    assert places(checked(content)) == [(2, "L", "formula")]


def test_a_row_of_formulas_without_values_is_not_passed_over() -> None:
    formulas = dict.fromkeys(HEADINGS, "=A9")
    result = checked(book(formulas))
    assert {fault.code for fault in result.faults} == {"formula"}
    assert len(result.faults) == len(HEADINGS)


def test_a_formula_in_a_line_of_totals_or_an_unread_column_does_no_harm() -> None:
    lines = [
        [*HEADINGS.values(), "序号"],
        [*good_row_cells(), "=ROW()"],
        ["合计", *[""] * 10, "=SUM(L2:L2)"],
    ]
    result = checked(sheet_of(lines))
    assert not result.faults
    assert result.unread == ["序号"]
    assert len(result.rows) == 1


def good_row_cells() -> list[Any]:
    return [good_row().get(key) for key in HEADINGS]


@pytest.mark.parametrize("name", ["+样例公司", "-样例公司", "@样例公司"])
def test_text_that_looks_like_a_formula_stays_text(name: str) -> None:
    assert value_of("name", name) == name


def test_text_that_begins_with_an_equals_sign_stays_text() -> None:
    content = io.BytesIO()
    book_ = openpyxl.load_workbook(io.BytesIO(book(good_row())))
    cell = book_.active["A2"]
    cell.value = "=样例公司"
    cell.data_type = "s"
    book_.save(content)
    (row,) = checked(content.getvalue()).rows
    assert row.values["name"] == "=样例公司"


def test_merged_titles_above_and_blank_rows_between_do_not_matter() -> None:
    """A workbook not of our own writer, as an office keeps it."""
    made = openpyxl.Workbook()
    made.active.title = "封面"
    sheet = made.create_sheet("2025年 名册")
    sheet["A1"] = "样例产业园入驻机构名册"
    sheet.merge_cells("A1:E1")
    sheet["A2"] = "填报单位：样例运营公司        单位：元"
    sheet.append([])
    sheet.append(
        [
            "序号",
            " 机 构 名 称 ",
            "统一社会\n信用代码*",
            "入驻时间",
            "２０２５年营业收入（含代收代付）（万元）",
        ]
    )
    sheet.append([1, "样例甲公司", make_credit_code(1), "2025.3.1", "６５０"])
    sheet.append([None, "  ", None, None, None])
    sheet.append([2, "样例乙公司 ", make_credit_code(2), date(2025, 4, 1), 1.25])
    sheet.append(["合计", None, None, None, None])
    content = io.BytesIO()
    made.save(content)
    result = checked(content.getvalue())
    assert not result.faults
    assert [row.number for row in result.rows] == [5, 7]
    assert result.rows[0].values["gross_revenue"] == Decimal(6500000)
    assert result.rows[1].values == {
        "name": "样例乙公司",
        "credit_code": make_credit_code(2),
        "entered_on": date(2025, 4, 1),
        "gross_revenue": Decimal(12500),
    }


def test_the_templates_example_row_is_skipped() -> None:
    result = checked(book(good_row(name="【示例】某某公司", credit_code="?"), good_row()))
    assert not result.faults
    assert [row.number for row in result.rows] == [3]


def test_a_hidden_sheet_is_not_read() -> None:
    made = openpyxl.load_workbook(io.BytesIO(book(good_row())))
    made.copy_worksheet(made.active).sheet_state = "hidden"
    content = io.BytesIO()
    made.save(content)
    assert len(checked(content.getvalue()).rows) == 1


def test_every_bad_cell_is_named_at_once() -> None:
    result = checked(
        book(
            good_row(credit_code="91", entered_on="春天", gross_revenue="很多"),
            good_row(kind="其他", floor_area=-1),
        )
    )
    assert places(result) == [
        (2, "B", "code_shape"),
        (2, "H", "date_form"),
        (2, "L", "number_form"),
        (3, "C", "choice"),
        (3, "K", "negative"),
    ]
    assert [fault.value for fault in result.faults][:3] == ["91", "春天", "很多"]


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("上年营业收入(万元)", "heading_revenue"),
        ("2024年营业收入(含代收代付)(元)", "heading_year"),
    ],
)
def test_a_heading_that_leaves_a_doubt_is_named(heading: str, code: str) -> None:
    result = checked(book(good_row(), headings={"gross_revenue": heading}))
    assert places(result) == [(1, "L", code)]


def test_a_heading_twice_is_named() -> None:
    result = checked(book(good_row(), headings={"left_on": "入驻时间"}))
    assert places(result) == [(1, "I", "heading_twice")]


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"licence_kind": None}, ("E", "licence_kind_missing")),
        ({"licence_number": None}, ("D", "licence_number_missing")),
        ({"prospective": "也许"}, ("N", "choice")),
        ({"name": "样" * 81}, ("A", "too_long")),
        ({"name": None}, ("A", "blank")),
    ],
)
def test_what_a_row_leaves_out_is_named(cells: dict[str, Any], place: tuple[str, str]) -> None:
    assert places(checked(book(good_row(**cells)))) == [(2, *place)]


def test_a_licence_without_end_has_none() -> None:
    (row,) = checked(book(good_row(expires_on="长期"))).rows
    assert row.values["expires_on"] is None


def test_a_sheet_without_rows_says_so() -> None:
    assert [fault.code for fault in checked(book()).faults] == ["no_rows"]


def test_a_workbook_without_the_headings_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        checked(sheet_of([["姓名", "电话"], ["样例", "1"]]))
    assert refused.value.code == "no_header"


def test_more_than_twenty_thousand_rows_are_refused() -> None:
    rows = [["样例公司", make_credit_code(1)]] * 20_001
    with pytest.raises(Refused) as refused:
        checked(sheet_of([["机构名称", "统一社会信用代码"], *rows]))
    assert refused.value.code == "too_many_rows"
    assert "20000" in str(refused.value)
