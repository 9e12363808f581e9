"""Parks from before the system: one workbook, foreseen, taken whole or not at all, undone."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from accounts.models import Organisation
from accounts.roles import Role
from parks.acts.takeover import apply_take_over, check_take_over, undo_take_over
from parks.models import Park, Recognition, Site, TakeOver
from parks.takeover.columns import LAYOUTS
from parks.takeover.template import template
from records import Refused
from records.actor import Actor
from records.models import Attachment, AuditEntry
from records.workbooks.writing import with_reasons
from tests.factories import (
    make_actor,
    make_area,
    make_bureau,
    make_credit_code,
    make_organisation,
    make_park,
    make_site,
)
from tests.parks.takeovers import (
    check,
    codes,
    faults,
    park_row,
    recognition_row,
    site_row,
    taken,
    workbook,
)
from tests.records.books import upload, with_part

pytestmark = pytest.mark.django_db


def test_checking_changes_nothing(reviewer: Actor) -> None:
    found = check(reviewer)
    assert found.state == "checked"
    assert found.summary == {
        "rows": 3, "unchanged": 0, "unread": [],
        "organisation": 1, "park": 1, "site": 1, "recognition": 1,
    }  # fmt: skip
    assert not Park.objects.exists()


def test_a_checked_workbook_fills_the_archive_and_marks_its_rows(reviewer: Actor) -> None:
    batch = taken(reviewer)
    park = Park.objects.get()
    assert (park.name, park.area_id, park.invested) == ("样例老园区", "140702", Decimal(12_000_000))
    assert (park.full_time_staff, park.construction) == (12, "converted")
    assert (park.operator.kind, park.operator.credit_code) == ("operator", make_credit_code(1))
    site = park.sites.get()
    assert (site.is_core, site.floor_area, site.opened_on) == (True, 6000, date(2019, 6, 1))
    recognition = park.recognitions.get()
    assert (recognition.level, recognition.edition) == ("city", "jinzhong-2022")
    assert (recognition.name, recognition.decided_on) == ("晋中样例老园区", date(2023, 5, 20))
    for row in (park, site, recognition):
        assert row.before_system
        assert row.take_over == batch


def test_a_take_over_is_one_entry_with_the_files_hash(reviewer: Actor) -> None:
    found = check(reviewer)
    apply_take_over(reviewer, found)
    apply_take_over(reviewer, found)
    entry = AuditEntry.objects.get(action="parks.apply_take_over")
    assert entry.after is not None
    assert (entry.after["sha256"], entry.after["park"]) == (found.sha256, 1)
    assert entry.area_path == reviewer.area_path
    assert not AuditEntry.objects.filter(action="parks.add_park").exists()


def test_the_same_file_twice_changes_nothing(reviewer: Actor) -> None:
    taken(reviewer)
    again = check(reviewer)
    assert (again.summary["unchanged"], again.changes, again.warnings) == (3, [], [])
    apply_take_over(reviewer, again)
    assert (Park.objects.count(), Site.objects.count(), Recognition.objects.count()) == (1, 1, 1)
    assert Organisation.objects.filter(kind="operator").count() == 1


def test_what_is_on_record_stays_and_the_difference_is_named(reviewer: Actor) -> None:
    taken(reviewer)
    again = check(reviewer, parks=[park_row(address="新路1号", contact="样例王某")])
    assert [(w["column"], w["code"]) for w in again.warnings] == [
        ("F", "stays_as_it_is"),
        ("G", "stays_as_it_is"),
    ]
    apply_take_over(reviewer, again)
    assert Park.objects.get().address == "样例路9号"


def test_an_operator_on_record_is_found_by_its_credit_code(reviewer: Actor) -> None:
    known = make_organisation(
        "operator", "140724", name="样例老园运营公司", credit_code=make_credit_code(1)
    )
    taken(reviewer)
    assert Park.objects.get().operator == known


def test_two_parks_of_one_operator_make_it_once(reviewer: Actor) -> None:
    taken(reviewer, parks=[park_row(), park_row(name="样例二园")], sites=[], recognitions=[])
    assert {park.operator.name for park in Park.objects.all()} == {"样例老园运营公司"}
    assert Organisation.objects.filter(kind="operator").count() == 1


def test_an_operator_of_another_bureau_is_not_touched(reviewer: Actor) -> None:
    far = make_organisation(
        "operator", "310118", name="样例沪上公司", credit_code=make_credit_code(1)
    )
    taken(reviewer)
    assert Park.objects.get().operator != far


def test_sites_and_recognitions_join_a_park_on_record(reviewer: Actor) -> None:
    park = make_park(name="样例老园区")
    taken(reviewer, parks=[])
    assert (park.sites.count(), park.recognitions.count()) == (1, 1)
    park.refresh_from_db()
    assert (park.before_system, park.version) == (False, 1)


def test_a_branch_stands_under_its_national_park_wherever_that_stands_in_the_file(
    reviewer: Actor,
) -> None:
    rows = [park_row(name="样例分园", parent="样例老园区"), park_row()]
    batch = taken(reviewer, parks=rows)
    assert Park.objects.get(name="样例分园").parent == Park.objects.get(name="样例老园区")
    undo_take_over(reviewer, batch)
    assert not Park.objects.exists()


def test_parks_of_one_name_are_told_apart_by_their_area(reviewer: Actor) -> None:
    both = [park_row(), park_row(area="140724")]
    found = check(reviewer, parks=both, recognitions=[])
    assert faults(found) == [("场地", 2, "A", "ambiguous_park")]
    taken(reviewer, parks=both, sites=[site_row(area="140724")], recognitions=[])
    assert Site.objects.get().park.area_id == "140724"


def test_a_recognition_older_than_the_rulebook_stands_without_one(reviewer: Actor) -> None:
    found = check(reviewer, recognitions=[recognition_row(decided_on="2019-05-20")])
    assert [w["code"] for w in found.warnings] == ["no_edition"]
    apply_take_over(reviewer, found)
    assert Recognition.objects.get().edition == ""


def test_a_revoked_recognition_is_history_beside_the_one_that_stands(reviewer: Actor) -> None:
    old = recognition_row(document_number="旧号", decided_on="2022-12-20", revoked_on="2023-01-20")
    taken(reviewer, recognitions=[old, recognition_row()])
    assert Recognition.objects.filter(revoked_on=None).count() == 1
    assert Recognition.objects.count() == 2


def test_one_word_for_the_citys_level_serves_a_municipality(reviewer: Actor) -> None:
    """市级 in a municipality is its own level, where the rulebook of the area has it."""
    make_area("500000")
    bureau = make_actor(Role.REVIEWER, make_bureau("500000"))
    row = recognition_row(decided_on="2022-05-20")
    taken(bureau, parks=[park_row(area="500000")], recognitions=[row])
    found = Recognition.objects.get()
    assert (found.level, found.edition) == ("municipal", "chongqing-2021")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.REVIEWER}))
def test_nobody_but_the_reviewer_takes_over(reviewer: Actor, role: str) -> None:
    batch = taken(reviewer)
    other = make_actor(role)
    for act in (
        lambda: check(other),
        lambda: apply_take_over(other, batch),
        lambda: undo_take_over(other, batch),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "role"


def test_a_take_over_of_another_bureau_does_not_exist(reviewer: Actor) -> None:
    batch = check(reviewer)
    stranger = make_actor(Role.REVIEWER, make_bureau("310000"))
    with pytest.raises(TakeOver.DoesNotExist):
        apply_take_over(stranger, batch)


def test_an_archive_that_changed_meanwhile_holds_the_take_over(reviewer: Actor) -> None:
    found = check(reviewer)
    make_site(make_park(name="样例老园区"), is_core=True)
    with pytest.raises(Refused) as refused:
        apply_take_over(reviewer, found)
    assert refused.value.code == "changed"


def test_what_is_no_sound_workbook_is_refused_and_not_kept(reviewer: Actor) -> None:
    macros = with_part(workbook(), "xl/vbaProject.bin", b"macro")
    for content, name, code in (
        (b"%PDF-1.7 no sheet", "表.pdf", "wrong_type"),
        (macros, "表.xlsx", "macros"),
        (workbook(parks=[], sites=[], recognitions=[{"x": 1}])[:200], "表.xlsx", "damaged"),
    ):
        with pytest.raises(Refused) as refused:
            check_take_over(reviewer, upload(content, name))
        assert refused.value.code == code
    assert not TakeOver.objects.exists()
    assert not Attachment.objects.exists()


def test_the_templates_examples_are_skipped(reviewer: Actor) -> None:
    assert codes(check_take_over(reviewer, upload(template()))) == ["no_rows"]


def test_the_file_comes_back_with_the_reasons_beside_its_rows(reviewer: Actor) -> None:
    content = workbook(sites=[site_row(opened_on="春天")])
    found = check_take_over(reviewer, upload(content))
    back = with_reasons(io.BytesIO(content), LAYOUTS, found.errors)
    sheet = openpyxl.load_workbook(io.BytesIO(back))["场地"]
    assert sheet["J1"].value == "错误原因"
    assert sheet["J2"].value.startswith("启用日期：")
    assert codes(check_take_over(reviewer, upload(back))) == ["date_form"]
