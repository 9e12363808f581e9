"""A roster from upload to register: foreseen, applied whole or not at all, once."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from accounts.roles import Role
from parks.models import Park
from records import Refused
from records.actor import Actor
from records.models import Attachment, AuditEntry
from records.workbooks.writing import with_reasons
from tenants.acts import apply_roster, check_roster
from tenants.models import Agency, AnnualFigure, Licence, RosterImport, Tenancy
from tenants.roster.columns import LAYOUT
from tenants.roster.template import blank_template
from tests.factories import (
    make_actor,
    make_agency,
    make_credit_code,
    make_park,
    make_site,
    make_tenancy,
)
from tests.records.books import upload, with_part
from tests.tenants.books import book, good_row

pytestmark = pytest.mark.django_db

YEAR = 2025


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Actor:
    return make_actor(Role.OPERATOR, park.operator)


def check(actor: Actor, park: Park, *rows: dict[str, Any]) -> RosterImport:
    return check_roster(actor, park, upload(book(*rows)), YEAR)


def codes(found: RosterImport) -> list[str]:
    return [error["code"] for error in found.errors]


def test_checking_changes_nothing(operator: Actor, park: Park) -> None:
    found = check(operator, park, good_row())
    assert found.state == "checked"
    counted = {"rows": 1, "new": 1, "changed": 0, "unchanged": 0, "good": 1}
    assert found.summary == counted | {"unread": []}
    assert not Agency.objects.exists()


def test_a_checked_roster_fills_the_register(operator: Actor, park: Park) -> None:
    site = make_site(park, name="核心园区")
    row = good_row(site="核心园区", expires_on="2029-02-28")
    found = apply_roster(operator, check(operator, park, row))
    assert found.state == "applied"
    tenancy = Tenancy.objects.get(park=park)
    assert (tenancy.agency.credit_code, tenancy.site) == (make_credit_code(1), site)
    assert (tenancy.entered_on, tenancy.floor_area) == (date(2024, 4, 1), Decimal("120.50"))
    licence = Licence.objects.get(agency=tenancy.agency)
    assert (licence.kind, licence.expires_on) == ("permit", date(2029, 2, 28))
    figure = AnnualFigure.objects.get(tenancy=tenancy, year=YEAR)
    assert (figure.gross_revenue, figure.net_revenue) == (Decimal(6500000), Decimal(1800000))


def test_the_same_file_a_second_time_changes_nothing(operator: Actor, park: Park) -> None:
    apply_roster(operator, check(operator, park, good_row(), second_row()))
    again = check(operator, park, good_row(), second_row())
    assert again.summary["unchanged"] == 2
    assert again.changes == []
    versions = list(Tenancy.objects.values_list("pk", "version"))
    apply_roster(operator, again)
    assert list(Tenancy.objects.values_list("pk", "version")) == versions
    assert Licence.objects.count() == 2


def second_row(**cells: Any) -> dict[str, Any]:
    values = {"credit_code": make_credit_code(2), "name": "样例乙公司", "licence_number": "样例2号"}
    return good_row(**(values | cells))


def test_applying_twice_has_one_effect_and_one_entry(operator: Actor, park: Park) -> None:
    found = check(operator, park, good_row())
    apply_roster(operator, found)
    apply_roster(operator, found)
    entry = AuditEntry.objects.get(action="tenants.apply_roster")
    assert entry.after is not None
    assert entry.after["sha256"] == found.sha256
    assert entry.area_path == park.area.path


def test_a_changed_row_keeps_its_values_before_and_after(operator: Actor, park: Park) -> None:
    apply_roster(operator, check(operator, park, good_row()))
    found = check(operator, park, good_row(floor_area=200, left_on="2025-12-31"))
    apply_roster(operator, found)
    found.refresh_from_db()
    (change,) = found.changes
    assert change["before"] == {"left_on": None, "floor_area": "120.50"}
    assert change["after"] == {"left_on": "2025-12-31", "floor_area": "200.00"}
    assert not change["is_new"]


def test_a_blank_cell_leaves_what_is_on_record(operator: Actor, park: Park) -> None:
    apply_roster(operator, check(operator, park, good_row()))
    found = check(operator, park, good_row(floor_area=None, gross_revenue="/", net_revenue=None))
    assert found.summary["unchanged"] == 1


def test_one_bad_row_keeps_all_out(operator: Actor, park: Park) -> None:
    found = check(operator, park, good_row(), second_row(entered_on="春天"))
    assert found.state == "rejected"
    with pytest.raises(Refused) as refused:
        apply_roster(operator, found)
    assert refused.value.code == "rejected"
    assert not Agency.objects.exists()


def test_an_unknown_site_is_named_with_those_there_are(operator: Actor, park: Park) -> None:
    make_site(park, name="核心园区")
    found = check(operator, park, good_row(site="南区"))
    (error,) = found.errors
    assert (error["column"], error["code"]) == ("J", "unknown_site")
    assert error["params"] == {"sites": "核心园区"}


def test_a_closed_site_takes_no_tenant(operator: Actor, park: Park) -> None:
    make_site(park, name="老楼", closed_on=date(2025, 6, 30))
    assert codes(check(operator, park, good_row(site="老楼"))) == ["closed_site"]
    assert codes(check(operator, park, good_row(site="老楼", left_on="2025-6-30"))) == []


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"left_on": "2024-03-31"}, "exit_before_entry"),
        ({"entered_on": None}, "entry_missing"),
        ({"entered_on": "2099-01-01"}, "future_entry"),
        ({"prospective": "是"}, "entry_of_prospective"),
        ({"issued_on": "2024-03-01", "expires_on": "2024-02-01"}, "expiry_before_issue"),
        ({"net_revenue": 6500001}, "net_above_gross"),
    ],
)
def test_what_cannot_be_is_named(
    operator: Actor, park: Park, cells: dict[str, Any], code: str
) -> None:
    assert codes(check(operator, park, good_row(**cells))) == [code]


def test_a_cell_that_cannot_be_read_is_named_once(operator: Actor, park: Park) -> None:
    assert codes(check(operator, park, good_row(entered_on="春天"))) == ["date_form"]


def test_a_prospective_tenant_that_comes_keeps_its_stay(operator: Actor, park: Park) -> None:
    row = good_row(entered_on=None, prospective="是", gross_revenue=None, net_revenue=None)
    apply_roster(operator, check(operator, park, row))
    stay = Tenancy.objects.get(prospective=True)
    apply_roster(operator, check(operator, park, good_row()))
    stay.refresh_from_db()
    assert (stay.prospective, stay.entered_on) == (False, date(2024, 4, 1))
    assert Tenancy.objects.count() == 1


def test_an_agency_that_comes_back_has_a_second_stay(operator: Actor, park: Park) -> None:
    agency = make_agency(credit_code=make_credit_code(1), name=good_row()["name"])
    make_tenancy(park, agency, entered_on=date(2020, 1, 1), left_on=date(2022, 12, 31))
    apply_roster(operator, check(operator, park, good_row()))
    assert Tenancy.objects.filter(agency=agency).count() == 2


def test_an_operator_does_not_rename_an_agency_that_is_elsewhere_too(
    operator: Actor, park: Park
) -> None:
    agency = make_agency(credit_code=make_credit_code(1), name="另一名称公司")
    make_tenancy(make_park(area="140724"), agency)
    found = check(operator, park, good_row())
    assert codes(found) == ["name_differs"]
    assert "另一名称公司" not in str(found.errors)


def test_an_office_renames_an_agency_that_is_in_its_area(park: Park) -> None:
    officer = make_actor(Role.OFFICER)
    agency = make_agency(credit_code=make_credit_code(1), name="旧名公司")
    make_tenancy(park, agency, entered_on=date(2024, 4, 1))
    make_tenancy(make_park(area="140724"), agency)
    apply_roster(officer, check(officer, park, good_row()))
    agency.refresh_from_db()
    assert (agency.name, agency.version) == (good_row()["name"], 2)


def test_brackets_of_another_width_are_no_other_name(operator: Actor, park: Park) -> None:
    apply_roster(operator, check(operator, park, good_row(name="样例（晋中）公司")))
    found = check(operator, park, good_row(name="样例(晋中)公司"))
    assert found.summary["unchanged"] == 1


def test_a_register_that_changed_meanwhile_holds_the_import(operator: Actor, park: Park) -> None:
    site = make_site(park, name="核心园区")
    found = check(operator, park, good_row(site="核心园区"))
    site.closed_on = date(2025, 1, 1)
    site.save()
    with pytest.raises(Refused) as refused:
        apply_roster(operator, found)
    assert refused.value.code == "changed"
    assert not Agency.objects.exists()


def test_another_role_is_refused_with_a_reason(park: Park) -> None:
    reviewer = make_actor(Role.REVIEWER)
    with pytest.raises(Refused) as refused:
        check(reviewer, park, good_row())
    assert refused.value.code == "role"
    assert str(refused.value.reason)


def test_a_park_of_another_area_does_not_exist(park: Park) -> None:
    elsewhere = make_actor(Role.OPERATOR, make_park(area="140724").operator)
    with pytest.raises(Park.DoesNotExist):
        check(elsewhere, park, good_row())


def test_what_is_no_workbook_is_refused_and_not_kept(operator: Actor, park: Park) -> None:
    with pytest.raises(Refused) as refused:
        check_roster(operator, park, upload(b"%PDF-1.7 not a sheet", "名册.pdf"), YEAR)
    assert refused.value.code == "wrong_type"
    assert not Attachment.objects.exists()


def test_a_workbook_with_macros_is_refused(operator: Actor, park: Park) -> None:
    content = with_part(book(good_row()), "xl/vbaProject.bin", b"macro")
    with pytest.raises(Refused) as refused:
        check_roster(operator, park, upload(content), YEAR)
    assert refused.value.code == "macros"


def test_a_damaged_workbook_is_refused(operator: Actor, park: Park) -> None:
    content = with_part(book(good_row()), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>")
    with pytest.raises(Refused) as refused:
        check_roster(operator, park, upload(content), YEAR)
    assert refused.value.code in {"damaged", "no_header"}


def test_the_filled_template_is_taken_and_its_example_skipped(operator: Actor, park: Park) -> None:
    found = check_roster(operator, park, upload(blank_template(["核心园区"])), YEAR)
    assert codes(found) == ["no_rows"]


def test_the_file_comes_back_with_the_reasons_beside_its_rows(operator: Actor, park: Park) -> None:
    content = book(good_row(), second_row(entered_on="春天", name="@样例"))
    found = check_roster(operator, park, upload(content), YEAR)
    back = with_reasons(io.BytesIO(content), (LAYOUT,), found.errors)
    lines = CalamineWorkbook.from_filelike(io.BytesIO(back)).get_sheet_by_index(0).to_python()
    assert lines[0][-1] == "错误原因"
    assert lines[1][-1] == ""
    assert lines[2][-1].startswith("入驻日期：")
    assert lines[2][0] == "@样例"
    again = check_roster(operator, park, upload(back), YEAR)
    assert [(e["row"], e["code"]) for e in again.errors] == [(3, "date_form")]


def test_a_hundred_rows_ask_no_more_queries_than_ten(operator: Actor, park: Park) -> None:
    def rows(count: int) -> list[dict[str, Any]]:
        return [good_row(credit_code=make_credit_code(100 + n)) for n in range(count)]

    with CaptureQueriesContext(connection) as ten:
        check(operator, park, *rows(10))
    with CaptureQueriesContext(connection) as hundred:
        check(operator, park, *rows(100))
    assert len(hundred) == len(ten)
