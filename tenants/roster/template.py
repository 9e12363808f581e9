"""The workbooks that we hand out: the empty template, the register, the same file with reasons.

Text is always written as text, so that a name that begins with = + - or @ stays harmless.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import IO, Any, Final

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tenants.reasons import say
from tenants.roster.columns import COLUMNS, ERROR_HEADING, is_header, letter
from tenants.roster.reader import EXAMPLE, HEADER_WITHIN, MAX_ROWS

SHEET: Final = "名册"
UNITS: Final = {"floor_area": "(平方米)", "gross_revenue": "(元)", "net_revenue": "(元)"}
WIDTHS: Final = {
    "name": 34,
    "credit_code": 22,
    "licence_number": 22,
    "licence_kind": 18,
    "site": 18,
}
OFFERED: Final = {
    "kind": ["人力资源服务机构", "配套服务机构"],
    "licence_kind": ["人力资源服务许可证", "备案凭证", "劳务派遣经营许可证"],
    "prospective": ["是", "否"],
}
EXAMPLE_ROW: Final[dict[str, Any]] = {
    "name": f"{EXAMPLE}某某人力资源有限公司（此行不导入）",
    "credit_code": "91140700MA0000001X",
    "kind": "人力资源服务机构",
    "licence_number": "（晋）人服证字〔2024〕第000001号",
    "licence_kind": "人力资源服务许可证",
    "issued_on": date(2024, 3, 1),
    "expires_on": date(2029, 2, 28),
    "entered_on": date(2024, 4, 1),
    "floor_area": Decimal("120.5"),
    "gross_revenue": Decimal("6500000"),
    "net_revenue": Decimal("1800000"),
    "prospective": "否",
}
GUIDE: Final = (
    "每行填写一家机构；机构名称和统一社会信用代码必填，其余不掌握的留空，空格不改动已登记内容。",
    "统一社会信用代码18位，单元格须为文本格式；同一代码只能出现一次。",
    "日期可写作 2026-1-5、2026.1.5、2026/1/5、2026年1月5日；许可证无终止日期的写“长期”。",
    "营业收入为上一自然年度数；单位写在表头括号内（元或万元），单元格内另写单位的以单元格为准。",
    "所在园区(场地)须与系统登记的场地名称一致；尚未入驻的，拟入驻填“是”，不填入驻日期。",
    "不要使用公式；以“【示例】”开头的行和合计行不导入。",
)


def blank_template(sites: Sequence[str]) -> bytes:
    """The workbook to fill in, with an example row that an upload skips."""
    example = EXAMPLE_ROW | {"site": sites[0] if sites else ""}
    return _book([example], sites, example=True)


def filled(rows: Iterable[Mapping[str, Any]], sites: Sequence[str]) -> bytes:
    """The register in the template's own form: uploaded again it changes nothing."""
    return _book(rows, sites, example=False)


def _book(rows: Iterable[Mapping[str, Any]], sites: Sequence[str], *, example: bool) -> bytes:
    content = BytesIO()
    with Workbook(content, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet(SHEET)
        _lay_out(book, sheet, sites)
        style = book.add_format({"italic": True, "font_color": "#5A6270"}) if example else None
        for number, row in enumerate(rows, 1):
            for index, column in enumerate(COLUMNS):
                _write(sheet, number, index, row.get(column.key), style)
        guide = book.add_worksheet("填写说明")
        guide.set_column(0, 0, 100)
        for number, line in enumerate(GUIDE):
            guide.write_string(number, 0, f"{number + 1}. {line}")
    return content.getvalue()


def _lay_out(book: Workbook, sheet: Worksheet, sites: Sequence[str]) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#DCE6F2", "border": 1})
    as_text = book.add_format({"num_format": "@"})
    offered = OFFERED | ({"site": list(sites)} if 0 < len(",".join(sites)) < 250 else {})
    sheet.freeze_panes(1, 1)
    for index, column in enumerate(COLUMNS):
        style = as_text if column.kind in ("text", "code") else None
        sheet.set_column(index, index, WIDTHS.get(column.key, 14), style)
        sheet.write_string(0, index, column.heading + UNITS.get(column.key, ""), head)
        if column.key in offered:
            choice = {"validate": "list", "source": offered[column.key], "error_type": "warning"}
            sheet.data_validation(1, index, MAX_ROWS, index, choice)


def with_reasons(file: IO[bytes], errors: Sequence[Mapping[str, Any]]) -> bytes:
    """The same rows back, the bad cells marked, with a last column 错误原因.

    `errors` are faults as `RosterImport` keeps them; the reasons are in the active language.
    """
    content = BytesIO()
    with Workbook(content, {"default_date_format": "yyyy-mm-dd"}) as book:
        bad = book.add_format({"bg_color": "#F9D9D6"})
        for name, lines in _roster_sheets(file):
            mine = [error for error in errors if error["sheet"] == name]
            _copy(book.add_worksheet(name), lines, mine, bad)
    return content.getvalue()


def _roster_sheets(file: IO[bytes]) -> Iterator[tuple[str, list[list[Any]]]]:
    source = CalamineWorkbook.from_filelike(file)
    for name in source.sheet_names:
        lines = source.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if any(is_header(cells) for cells in lines[:HEADER_WITHIN]):
            yield name, lines


def _copy(
    sheet: Worksheet, lines: list[list[Any]], errors: list[Mapping[str, Any]], bad: Format
) -> None:
    header = next(i for i, cells in enumerate(lines) if is_header(cells))
    at = _reason_column(lines[header])
    marked = {(error["row"], error["column"]) for error in errors}
    reasons = _by_row(errors)
    for number, cells in enumerate(lines):
        for index, value in enumerate(cells):
            if index != at:
                place = (number + 1, letter(index))
                _write(sheet, number, index, value, bad if place in marked else None)
        text = ERROR_HEADING if number == header else reasons.get(number + 1, "")
        _write(sheet, number, at, text, None)
    sheet.set_column(at, at, 60)


def _reason_column(cells: list[Any]) -> int:
    """Where the reasons go: over those of the upload before, else behind the last heading."""
    return cells.index(ERROR_HEADING) if ERROR_HEADING in cells else len(cells)


def _by_row(errors: list[Mapping[str, Any]]) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for error in errors:
        said = say(error["code"], error["params"])
        found.setdefault(error["row"], []).append(f"{error['heading'] or error['value']}：{said}")
    return {row: "；".join(reasons) for row, reasons in found.items()}


def _write(sheet: Worksheet, row: int, column: int, value: Any, style: Format | None) -> None:
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
