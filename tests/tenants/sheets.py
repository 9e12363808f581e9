"""Sheets of events to file, for tests."""

from datetime import date
from typing import Any

from records.actor import Actor
from records.models import Attachment
from tenants import acts
from tenants.filing_book.columns import WORDS
from tenants.filing_book.plan import Plan
from tenants.models import Event, Tenancy
from tenants.queries.filings import DAY_OF
from tests.records.books import sheet_of, upload

HEADINGS = {
    "name": "机构名称",
    "credit_code": "统一社会信用代码",
    "park": "园区名称",
    "event": "备案事项",
    "event_on": "发生日期",
    "file": "是否备案",
    "late_reason": "逾期原因",
    "remark": "备注",
}
AUGUST_3 = date(2026, 8, 3)


def marked(stay: Tenancy, what: Event = Event.ENTRY, **cells: Any) -> dict[str, Any]:
    """The stay's event as a row to be filed, with the cells given in place of its own."""
    row = {
        "name": stay.agency.name,
        "credit_code": stay.agency.credit_code,
        "park": stay.park.name,
        "event": WORDS[what],
        "event_on": getattr(stay, DAY_OF[what]),
        "file": "是",
    }
    return row | cells


def book(*rows: dict[str, Any]) -> bytes:
    return sheet_of([list(HEADINGS.values()), *([r.get(key) for key in HEADINGS] for r in rows)])


def sent(actor: Actor, *rows: dict[str, Any]) -> Attachment:
    """A sheet of these rows, uploaded."""
    return acts.keep_book(actor, upload(book(*rows), "备案.xlsx"))


def plan_of(actor: Actor, *rows: dict[str, Any]) -> Plan:
    return acts.foresee_book(actor, sent(actor, *rows))


def faults_of(plan: Plan) -> list[tuple[int, str, str]]:
    """Row, heading and code of each fault."""
    return [(fault.row, fault.heading, fault.code) for fault in plan.checked.faults]
