"""The columns of a roster, found by their headings however an office writes them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from records.fields import half_width

Kind = Literal["text", "code", "date", "amount", "area", "flag", "choice"]


@dataclass(frozen=True)
class Column:
    """One column: its key, the heading of our template, other headings for it, what it holds."""

    key: str
    heading: str
    kind: Kind
    others: tuple[str, ...] = ()
    limit: int = 0
    choices: Mapping[str, str] | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        return (self.heading, *self.others)


KINDS: Final = {
    "人力资源服务机构": "agency",
    "人力资源机构": "agency",
    "人力资源": "agency",
    "配套服务机构": "supporting",
    "配套机构": "supporting",
    "配套服务": "supporting",
    "配套": "supporting",
}
LICENCE_KINDS: Final = {
    "人力资源服务许可证": "permit",
    "人力资源服务许可": "permit",
    "许可证": "permit",
    "许可": "permit",
    "备案凭证": "filing",
    "人力资源服务备案凭证": "filing",
    "备案": "filing",
    "劳务派遣经营许可证": "dispatch",
    "劳务派遣许可证": "dispatch",
    "劳务派遣": "dispatch",
}

COLUMNS: Final = (
    Column("name", "机构名称", "text", ("企业名称", "单位名称", "公司名称", "机构全称"), 80),
    Column("credit_code", "统一社会信用代码", "code", ("社会信用代码", "信用代码")),
    Column("kind", "类型", "choice", ("机构类型", "机构类别", "类别"), choices=KINDS),
    Column(
        "licence_number",
        "许可证/备案号",
        "text",
        ("许可证号", "许可证编号", "备案号", "证件编号", "证件号", "许可证或备案凭证编号"),
        60,
    ),
    Column("licence_kind", "证件类型", "choice", ("证照类型", "证件种类"), choices=LICENCE_KINDS),
    Column("issued_on", "发证日期", "date", ("发证时间", "备案日期")),
    Column("expires_on", "有效期至", "date", ("有效期", "有效期止", "到期日期")),
    Column("entered_on", "入驻日期", "date", ("入驻时间", "入园日期", "入园时间")),
    Column("left_on", "退出日期", "date", ("退出时间", "离园日期", "退园日期")),
    Column(
        "site", "所在园区(场地)", "text", ("所在园区", "所在场地", "场地", "园区", "分园区"), 60
    ),
    Column("floor_area", "面积", "area", ("使用面积", "入驻面积", "办公面积", "建筑面积")),
    Column(
        "gross_revenue",
        "上年营业收入(含代收代付)",
        "amount",
        ("营业收入(含代收代付)", "营业收入(含)", "上年营业收入(含)"),
    ),
    Column(
        "net_revenue",
        "上年营业收入(不含)",
        "amount",
        ("上年营业收入(不含代收代付)", "营业收入(不含代收代付)", "营业收入(不含)"),
    ),
    Column("prospective", "拟入驻", "flag", ("是否拟入驻",)),
)
BY_KEY: Final = {column.key: column for column in COLUMNS}
ERROR_HEADING: Final = "错误原因"
#: Revenue without a word on money passed through: it cannot be told which column it is.
VAGUE_REVENUE: Final = frozenset({"营业收入", "上年营业收入", "年营业收入"})
UNITS: Final = {"亿元": Decimal(10**8), "万元": Decimal(10**4), "元": Decimal(1)}

_UNIT = re.compile(r"\(?(?:单位:?)?(亿元|万元|元|m2|平方米|平米)\)?$")
_YEAR = re.compile(r"(20\d\d)年度?")
_LAST_YEAR = re.compile(r"上一?年度?|去年")


@dataclass(frozen=True)
class Heading:
    """A heading taken apart: what it names, its unit in yuan (None: it says none), its year."""

    name: str
    unit: Decimal | None
    year: int | None


def read_heading(raw: Any) -> Heading:
    """Take a heading cell apart; blanks, line breaks, asterisks and full width do not matter."""
    text = re.sub(r"[\s*]", "", half_width(str(raw)))
    unit = _UNIT.search(text)
    if unit and unit.start() > 0:
        text = text[: unit.start()]
    year = _YEAR.search(text)
    name = _LAST_YEAR.sub("上年", _YEAR.sub("", text))
    return Heading(
        _bare(name), UNITS.get(unit[1]) if unit else None, int(year[1]) if year else None
    )


def column_of(heading: Heading) -> Column | None:
    """The roster's column that this heading names."""
    return _BY_NAME.get(heading.name)


def letter(index: int) -> str:
    """The letter of the column at `index`, counted from 0: A, Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def is_header(cells: Sequence[Any]) -> bool:
    """Whether a row is the headings: it names the agency and its credit code."""
    found = {column.key for cell in cells if (column := column_of(read_heading(cell)))}
    return {"name", "credit_code"} <= found


def _bare(name: str) -> str:
    return re.sub(r"[^\w]", "", name)


_BY_NAME = {_bare(half_width(name)): column for column in COLUMNS for name in column.headings}
