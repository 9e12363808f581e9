"""The file that comes back with its reasons: whose they are, and how they are written."""

import io
from typing import Any

import pytest
from django.utils import translation
from python_calamine import CalamineWorkbook

from accounts.roles import Role
from parks.models import Park
from records.actor import Actor
from records.workbooks.writing import with_reasons
from tenants.acts import check_roster
from tenants.roster.columns import LAYOUT
from tests.factories import make_actor, make_park
from tests.records.books import upload
from tests.tenants.books import book, good_row
from tests.tenants.uploads import YEAR

pytestmark = pytest.mark.django_db


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Actor:
    return make_actor(Role.OPERATOR, park.operator)


def first_sheet(file: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(file)).get_sheet_by_index(0).to_python()


def test_both_rows_that_contradict_each_other_come_back_with_their_reason(
    operator: Actor, park: Park
) -> None:
    content = book(good_row(), good_row(floor_area=999))
    found = check_roster(operator, park, upload(content), YEAR)
    lines = first_sheet(with_reasons(io.BytesIO(content), (LAYOUT,), found.errors))
    assert all(line[-1].startswith("统一社会信用代码：") for line in lines[1:])


def test_the_reason_of_a_heading_comes_back_in_the_head_of_the_reasons(
    operator: Actor, park: Park
) -> None:
    content = book(good_row(), headings={"gross_revenue": "营业收入(元)"})
    found = check_roster(operator, park, upload(content), YEAR)
    back = with_reasons(io.BytesIO(content), (LAYOUT,), found.errors)
    lines = first_sheet(back)
    assert lines[0][-1].startswith("错误原因（营业收入(元)：")
    again = first_sheet(with_reasons(io.BytesIO(back), (LAYOUT,), found.errors))
    assert len(again[0]) == len(lines[0])


def test_several_reasons_of_a_row_are_joined_by_one_mark(operator: Actor, park: Park) -> None:
    content = book(good_row(entered_on="春天", floor_area="很大"))
    found = check_roster(operator, park, upload(content), YEAR)
    with translation.override("zh-hans"):
        back = first_sheet(with_reasons(io.BytesIO(content), (LAYOUT,), found.errors))
    assert back[1][-1].count("；") == 1
    assert back[1][-1].partition("；")[0][-1] not in "。."
