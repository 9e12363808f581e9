"""The change log of agencies and stays reads in words where the trail keeps keys of the law."""

from typing import Any

import pytest

from parks.history import Change, changes
from records.acts import record
from records.models import AuditEntry
from tests import factories as make

pytestmark = pytest.mark.django_db


def logged(row: Any, after: dict[str, Any]) -> Change:
    actor = make.make_actor("officer", make.make_district_office("310118"))
    record(actor, "tenants.sample", row, after=after, area_path=actor.area_path)
    (change,) = changes(AuditEntry.objects.filter(action="tenants.sample"))
    return change


def test_an_order_is_told_by_its_kind_and_cause() -> None:
    stay = make.make_licensed_tenancy(make.make_park(area="310118"))
    change = logged(stay, {"kind": "rectify", "cause": "irregular", "outcome": "not_done"})
    assert {field.name: field.after for field in change.fields} == {
        "事由": "违规运营",
        "责令内容": "责令整改",
        "结果": "未完成",
    }


def test_what_is_on_record_against_an_agency_is_told_by_its_name() -> None:
    agency = make.make_licensed_tenancy(make.make_park(area="310118")).agency
    (field,) = logged(agency, {"key": "accident"}).fields
    assert field.after == "安全责任事故"


def test_an_agencys_own_kind_is_its_own() -> None:
    agency = make.make_licensed_tenancy(make.make_park(area="310118")).agency
    (field,) = logged(agency, {"kind": agency.kind}).fields
    assert field.after == agency.get_kind_display()
