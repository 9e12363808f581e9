"""Rosters for tests."""

from collections.abc import Mapping
from typing import Any

from tests.factories import make_credit_code
from tests.records.books import sheet_of

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
