"""Workbooks of parks from before the system, for tests."""

from collections.abc import Sequence
from typing import Any

from parks.acts.takeover import apply_take_over, check_take_over
from parks.models import TakeOver
from parks.takeover.columns import PARKS, RECOGNITIONS, SITES
from records.actor import Actor
from records.workbooks.columns import Layout
from tests.factories import make_credit_code
from tests.records.books import sheets_of, upload

Rows = Sequence[dict[str, Any]]

PAST = {"decided_on": "2015-03-01", "level": "区县级", "document_number": "区人社〔2015〕3号"}


def park_row(**cells: Any) -> dict[str, Any]:
    row = {
        "name": "样例老园区",
        "area": "140702",
        "operator": "样例老园运营公司",
        "credit_code": make_credit_code(1),
        "address": "样例路9号",
        "invested": 1200,
        "full_time_staff": 12,
        "construction": "改建",
        "registered_on": "2019年5月1日",
    }
    return row | cells


def site_row(**cells: Any) -> dict[str, Any]:
    row = {
        "park": "样例老园区",
        "name": "核心楼",
        "is_core": "是",
        "floor_area": "6000㎡",
        "opened_on": "2019.6.1",
    }
    return row | cells


def recognition_row(**cells: Any) -> dict[str, Any]:
    row = {
        "park": "样例老园区",
        "level": "市级",
        "name": "晋中样例老园区",
        "document_number": "市人社函〔2023〕7号",
        "decided_on": "2023-05-20",
        "issuer": "样例市人社局",
    }
    return row | cells


def workbook(
    parks: Rows | None = None, sites: Rows | None = None, recognitions: Rows | None = None
) -> bytes:
    """A workbook of one good row each, or of these; a sheet without rows is left out."""
    sheets = (
        (PARKS, [park_row()] if parks is None else parks),
        (SITES, [site_row()] if sites is None else sites),
        (RECOGNITIONS, [recognition_row()] if recognitions is None else recognitions),
    )
    return sheets_of({layout.title: _lines(layout, rows) for layout, rows in sheets if rows})


def _lines(layout: Layout, rows: Rows) -> list[list[Any]]:
    head = [column.heading + column.unit for column in layout.columns]
    return [head, *([row.get(column.key) for column in layout.columns] for row in rows)]


def check(reviewer: Actor, **sheets: Any) -> TakeOver:
    return check_take_over(reviewer, upload(workbook(**sheets)))


def taken(reviewer: Actor, **sheets: Any) -> TakeOver:
    found = check(reviewer, **sheets)
    assert not found.errors, found.errors
    return apply_take_over(reviewer, found)


def faults(found: TakeOver) -> list[tuple[str, int, str, str]]:
    return [(each["sheet"], each["row"], each["column"], each["code"]) for each in found.errors]


def codes(found: TakeOver) -> list[str]:
    return [each["code"] for each in found.errors]
