"""The roster's template, and the register in its form."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from records.workbooks.reading import EXAMPLE
from records.workbooks.writing import Sheet, book
from tenants.roster.columns import LAYOUT

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
    return book([Sheet(LAYOUT, [example], {"site": sites}, example=True)], GUIDE)


def filled(rows: Iterable[Mapping[str, Any]], note: str) -> bytes:
    """The register in the template's own form: uploaded again it changes nothing."""
    return book([Sheet(LAYOUT, rows)], GUIDE, note)
