"""The sheet of events to file: its columns, and how it is handed out."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from records.workbooks.columns import Column, Layout
from records.workbooks.writing import Sheet, book
from tenants.models import Event
from tenants.queries import Owed

EVENTS: Final = {
    "入驻": Event.ENTRY,
    "迁入": Event.ENTRY,
    "入园": Event.ENTRY,
    "退出": Event.EXIT,
    "迁出": Event.EXIT,
    "退园": Event.EXIT,
    "离园": Event.EXIT,
}
WORDS: Final = {Event.ENTRY: "入驻", Event.EXIT: "退出"}
#: What a filing keeps of each text; the form has the same limit.
LONGEST: Final = 500

#: `due_on` stands there for who fills in; the last day is always reckoned anew.
LAYOUT: Final = Layout(
    title="备案",
    columns=(
        Column(
            "name",
            "机构名称",
            "text",
            ("企业名称", "单位名称", "公司名称", "机构全称"),
            80,
            width=34,
        ),
        Column("credit_code", "统一社会信用代码", "code", ("社会信用代码", "信用代码"), width=22),
        Column("park", "园区名称", "text", ("园区", "产业园", "所在园区"), 60, width=30),
        Column("event", "备案事项", "choice", ("事项", "入驻或退出"), choices=EVENTS),
        Column("event_on", "发生日期", "date", ("入驻或退出日期", "日期")),
        Column("due_on", "备案期限", "date", ("最晚备案日期",)),
        Column("file", "是否备案", "flag", ("备案",)),
        Column("late_reason", "逾期原因", "text", ("逾期说明",), LONGEST, width=34),
        Column("remark", "备注", "text", (), LONGEST, width=24),
    ),
    marks=frozenset({"credit_code", "event", "file"}),
    required=frozenset({"credit_code", "park", "event", "event_on"}),
)
GUIDE: Final = (
    "每行为一个待备案事项；要备案的，“是否备案”填“是”，留空或填“否”的行不备案。",
    "备案期限已过的，须填写逾期原因。",
    "机构、园区、事项和日期须与入驻机构登记一致；登记有误的，先在系统中更正登记。",
    "可以删行，也可以添加已登记的其他事项；同一事项只能出现一次，已备案的行不会重复备案。",
    "不要使用公式；以“【示例】”开头的行和合计行不读取。",
)


def sheet_of(events: Iterable[Owed], note: str) -> bytes:
    """The workbook to fill in, a row for each event; nothing is marked yet.

    `note`: who took it away, and when.
    """
    return book([Sheet(LAYOUT, map(_row, events))], GUIDE, note)


def _row(one: Owed) -> Mapping[str, Any]:
    return {
        "name": one.tenancy.agency.name,
        "credit_code": one.tenancy.agency.credit_code,
        "park": one.tenancy.park.name,
        "event": WORDS[one.event],
        "event_on": one.on,
        "due_on": one.deadline.due,
    }
