"""Workbooks that openpyxl makes: what people do to a sheet in Excel and WPS."""

import io
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment

from tests.tenants.messy.raw import CODE, HEAD

_NAMES = ("样例甲公司", "样例乙公司", "样例丙公司", "样例丁公司", "样例戊公司", "样例己公司")


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def book(*rows: list[Any], head: tuple[Any, ...] = HEAD) -> Workbook:
    made = Workbook()
    for each in (list(head), *rows):
        made.active.append(each)
    return made


def one(which: int, *more: Any) -> list[Any]:
    """A row with the name and the good code of this number, and these cells behind them."""
    return [_NAMES[which - 1], CODE[which], *more]


def days() -> bytes:
    forms: list[Any] = [
        datetime.combine(date(2026, 1, 5), time(9, 30)),
        "２０２６年１月５日",
        " 2026 . 1 . 5 ",
        "20260105",
        "46027",
        "2026年1月",
        date(1905, 1, 1),
        "五月初",
    ]
    rows = [["样例公司", f"code{n}", each] for n, each in enumerate(forms)]
    made = book(*rows)
    for at, code in enumerate((*CODE.values(), None, None), start=2):
        made.active.cell(at, 2, code)
    made.active["B8"], made.active["B9"] = more_codes()
    return saved(made)


def more_codes() -> tuple[str, str]:
    from tests.factories import make_credit_code

    return make_credit_code(7), make_credit_code(8)


def money() -> bytes:
    head = (*HEAD[:3], "上年营业收入(含代收代付)\n（万元）", HEAD[4])
    values: list[Any] = [650, "6,500,000元", "６５０", "约650", "-650", "650~700"]
    return saved(book(*(one(n, None, each) for n, each in enumerate(values, 1)), head=head))


def unitless() -> bytes:
    head = (*HEAD[:3], "上年营业收入(含代收代付)", HEAD[4])
    return saved(book(one(1, None, 650), one(2, None, "650万元"), head=head))


def twice() -> bytes:
    wide = "".join(chr(ord(each) + 0xFEE0) for each in CODE[1])
    rows = (one(1), one(2), ["样例甲（分）公司", CODE[1].lower()], ["样例甲公司", wide])
    return saved(book(*rows))


def blanks() -> bytes:
    made = book(["\u3000样例\u00a0\u3000甲公司\t", f"\u00a0{CODE[1][:8]} {CODE[1][8:]}\u3000"])
    made.active["A4"], made.active["B5"], made.active["C6"] = "\u3000", " ", "\u00a0"
    made.active["D9"].number_format = "0.00"
    made.active["A2"].comment = Comment("样例批注", "样例")
    return saved(made)


def mistyped() -> bytes:
    last = "0" if CODE[1][-1] != "0" else "1"
    codes = (CODE[1][:17] + last, CODE[2][:17], CODE[3].replace("M", "O"), " ")
    return saved(book(*([name, code] for name, code in zip(_NAMES, codes, strict=False))))


def totals() -> bytes:
    rows = (one(1, None, 100), one(2, None, 200), ["合  计", None, None, "=SUM(D2:D3)"])
    return saved(book(*rows, ["制表人：样例", None, None, None]))


def ornaments() -> bytes:
    head = (
        " 机构 名称*",
        "统一社会信用代码（必填）\n",
        "入驻\n日期 *",
        "上年营业收入\n(含代收代付)\n单位：万元",
        "拟入驻",
    )
    return saved(book(one(1, "2026-1-5", 650), head=head))


def another_year() -> bytes:
    head = (*HEAD[:3], "2023年营业收入(含代收代付)(元)", HEAD[4])
    return saved(book(one(1, None, 650), head=head))


def two_sheets() -> bytes:
    made = book(one(1))
    made.active.title = "东区"
    west = made.create_sheet("西区")
    west.append(HEAD)
    west.append(one(1))
    made.create_sheet("说明").append(["随便写的话"])
    return saved(made)


def ticks() -> bytes:
    head = (*HEAD, "类型")
    rows = (
        one(1, None, None, "√", "配套"),
        one(2, "2026-1-5", None, "否", "其他机构"),
        one(3, None, None, "也许", None),
    )
    return saved(book(*rows, head=head))


FILES = {
    "all forms of a day": days,
    "ten thousands and yuan": money,
    "no unit anywhere": unitless,
    "twice in one file": twice,
    "blanks of every width": blanks,
    "mistyped codes": mistyped,
    "totals at the end": totals,
    "headings with ornaments": ornaments,
    "a heading of another year": another_year,
    "two sheets, one agency": two_sheets,
    "ticks and words": ticks,
}
