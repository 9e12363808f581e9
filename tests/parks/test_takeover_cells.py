"""What a take-over's cells cannot hold is named at once, and nothing is taken."""

from typing import Any

import pytest

from parks.acts.takeover import apply_take_over
from parks.models import Park
from records import Refused
from records.actor import Actor
from tests.factories import (
    make_credit_code,
    make_organisation,
)
from tests.parks.takeovers import (
    PAST,
    check,
    codes,
    faults,
    park_row,
    recognition_row,
    site_row,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"area": "310118"}, "unknown_area"),
        ({"area": "999999"}, "unknown_area"),
        ({"operator": "另一公司"}, "operator_name_differs"),
        ({"credit_code": make_credit_code(2)}, "operator_name_taken"),
        ({"registered_on": "2099-01-01"}, "future_day"),
        ({"parent": "无此园区"}, "unknown_parent"),
        ({"parent": "样例老园区"}, "unknown_parent"),
        ({"full_time_staff": 1.5}, "count_form"),
        ({"invested": "很多"}, "number_form"),
        ({"address": None}, "blank"),
        ({"credit_code": "91"}, "code_shape"),
    ],
)
def test_what_a_park_cannot_be_is_named(reviewer: Actor, cells: dict[str, Any], code: str) -> None:
    make_organisation("operator", name="样例老园运营公司", credit_code=make_credit_code(1))
    assert codes(check(reviewer, parks=[park_row(**cells)], sites=[], recognitions=[])) == [code]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"park": "无此园区"}, "unknown_park"),
        ({"name": "核心楼"}, "site_twice"),
        ({"name": "二楼", "is_core": "是"}, "second_core"),
        ({"name": "二楼", "closed_on": "2019-01-01"}, "closes_before_opens"),
        ({"name": "二楼", "opened_on": "2099-01-01"}, "future_day"),
        ({"name": "二楼", "floor_area": "=1+1"}, "formula"),
        ({"name": "二楼", "is_core": "也许"}, "choice"),
    ],
)
def test_what_a_site_cannot_be_is_named(reviewer: Actor, cells: dict[str, Any], code: str) -> None:
    second = site_row(**({"is_core": "否"} | cells))
    assert codes(check(reviewer, sites=[site_row(), second])) == [code]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({}, "recognised_twice"),
        ({"document_number": "另号"}, "recognised_already"),
        (PAST | {"revoked_on": "2014-01-01"}, "revoked_before_decided"),
        (PAST | {"decided_on": "2099-01-01"}, "future_day"),
        (PAST | {"edition": "市级人力资源服务产业园管理办法（试行）"}, "edition_not_here"),
        (PAST | {"level": "街道级"}, "choice"),
    ],
)
def test_what_a_recognition_cannot_be_is_named(
    reviewer: Actor, cells: dict[str, Any], code: str
) -> None:
    rows = [recognition_row(), recognition_row(**cells)]
    assert codes(check(reviewer, recognitions=rows)) == [code]


def test_every_bad_cell_of_every_sheet_is_named_at_once_and_nothing_is_taken(
    reviewer: Actor,
) -> None:
    bad = {"area": "1", "credit_code": "91", "registered_on": "2099-01-01"}
    found = check(
        reviewer,
        parks=[park_row(), park_row(name="样例二园", **bad)],
        sites=[
            site_row(opened_on="春天"),
            site_row(park="样例二园", floor_area=-1),
            site_row(park="无此园区", is_core="也许"),
        ],
        recognitions=[recognition_row(decided_on="去年", level="特级")],
    )
    assert found.state == "rejected"
    assert set(faults(found)) == {
        ("园区", 3, "B", "unknown_area"),
        ("园区", 3, "D", "code_shape"),
        ("园区", 3, "J", "future_day"),
        ("场地", 2, "H", "date_form"),
        ("场地", 3, "F", "negative"),
        ("场地", 4, "A", "unknown_park"),
        ("场地", 4, "D", "choice"),
        ("认定", 2, "C", "choice"),
        ("认定", 2, "F", "date_form"),
    }
    with pytest.raises(Refused):
        apply_take_over(reviewer, found)
    assert not Park.objects.exists()


def test_a_site_of_a_park_whose_own_row_is_bad_is_not_blamed_for_it(reviewer: Actor) -> None:
    assert codes(check(reviewer, parks=[park_row(area="999999")])) == ["unknown_area"]
