"""Workbooks for tests, good and messy."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from xlsxwriter import Workbook

from tests.factories import make_credit_code

HEADINGS = {
    "name": "机构名称",
    "credit_code": "统一社会信用代码",
    "kind": "类型",
    "licence_number": "许可证/备案号",
    "licence_kind": "证件类型",
    "issued_on": "发证日期",
    "expires_on": "有效期至",
    "entered_on": "入驻日期",
    "left_on": "退出日期",
    "site": "所在园区(场地)",
    "floor_area": "面积",
    "gross_revenue": "上年营业收入(含代收代付)(元)",
    "net_revenue": "上年营业收入(不含)(元)",
    "prospective": "拟入驻",
}


def good_row(**cells: Any) -> dict[str, Any]:
    """A row that passes, with the cells given in place of its own."""
    row: dict[str, Any] = {
        "name": "样例人力资源有限公司",
        "credit_code": make_credit_code(1),
        "kind": "人力资源服务机构",
        "licence_number": "样例证字1号",
        "licence_kind": "人力资源服务许可证",
        "issued_on": "2024-03-01",
        "entered_on": "2024-04-01",
        "floor_area": 120.5,
        "gross_revenue": 6500000,
        "net_revenue": 1800000,
    }
    return row | cells


def book(*rows: Mapping[str, Any], headings: Mapping[str, str] | None = None) -> bytes:
    """A workbook with one sheet of these rows under our template's headings, or others."""
    columns = HEADINGS | dict(headings or {})
    lines: list[list[Any]] = [
        list(columns.values()),
        *([row.get(key) for key in columns] for row in rows),
    ]
    return sheet_of(lines)


def sheet_of(lines: Sequence[Sequence[Any]], name: str = "名册") -> bytes:
    """A workbook with these cells; a str that begins with "=" becomes a formula."""
    content = io.BytesIO()
    with Workbook(content, {"default_date_format": "yyyy-mm-dd"}) as workbook:
        sheet = workbook.add_worksheet(name)
        for number, cells in enumerate(lines):
            for index, value in enumerate(cells):
                if isinstance(value, date):
                    sheet.write_datetime(number, index, value)
                else:
                    sheet.write(number, index, value)
    return content.getvalue()


def with_part(content: bytes, part: str, text: bytes) -> bytes:
    """The workbook with one part of its package replaced or added."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, text)
    return made.getvalue()


def upload(content: bytes, name: str = "名册.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
