"""Reading a roster: what is taken, and that every cell that is not is named with its reason."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from records import Refused
from tests.factories import make_credit_code
from tests.records.books import sheet_of
from tests.tenants.books import HEADINGS, book, good_row
from tests.tenants.checking import checked, places, value_of


def good_row_cells() -> list[Any]:
    return [good_row().get(key) for key in HEADINGS]


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


def test_the_same_code_twice_is_named_with_the_first_place() -> None:
    (fault,) = checked(book(good_row(), good_row())).faults
    assert (fault.row, fault.code, fault.params) == (3, "duplicate", {"row": 2, "sheet": "名册"})


def test_of_rows_that_contradict_each_other_all_are_named_once() -> None:
    other = good_row(name="样例另一公司")
    faults = checked(book(good_row(), other, other)).faults
    assert [(fault.row, fault.code, fault.params["row"]) for fault in faults] == [
        (2, "contradicted", 3),
        (3, "duplicate", 2),
        (4, "duplicate", 2),
    ]


def test_the_word_of_a_total_may_stand_under_the_running_number() -> None:
    lines = [
        ["序号", *HEADINGS.values()],
        ["1", *good_row_cells()],
        ["合 计", *[""] * 11, 6500000, "", ""],
    ]
    result = checked(sheet_of(lines))
    assert not result.faults
    assert len(result.rows) == 1


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
