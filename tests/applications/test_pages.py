"""The pages of an application: what they show, keep and refuse."""

from typing import Any

import pytest

from accounts.roles import Role
from applications import queries
from records.models import AuditEntry
from tests import factories as make
from tests.applications.browsing import page, read, signed_in
from tests.applications.test_sections import DEFECT, returned
from tests.applications.trial import World, pdf


def section(world: World, key: str) -> str:
    return page("section", world.case.pk, key)


def typed(world: World, key: str = "form", **fields: Any) -> dict[str, Any]:
    sign = queries.seen(world.content().application, key)
    return {"seen": sign, **fields}


def test_begin_leads_to_the_task_list(db: None) -> None:
    park = make.make_park()
    make.make_bureau()
    make.make_district_office()
    client = signed_in(make.make_actor(Role.OPERATOR, park.operator))
    sent = {"park": park.pk, "edition": "jinzhong-2022", "procedure": "recognition"}
    answer = client.post(page("begin"), sent)
    assert answer.status_code == 302
    assert "市级人力资源服务产业园认定" in read(client, answer["Location"])


@pytest.mark.parametrize("park", ["0", "x", "9" * 30])
def test_an_unknown_park_is_not_found(world: World, park: str) -> None:
    sent = {"park": park, "edition": "jinzhong-2022", "procedure": "recognition"}
    assert signed_in(world.operator).post(page("begin"), sent).status_code == 404


@pytest.mark.parametrize("key", ["park", "sites", "roster", "facts", "form", "materials", "basis"])
def test_every_section_opens(world: World, key: str) -> None:
    assert signed_in(world.operator).get(section(world, key)).status_code == 200


def test_an_unknown_section_is_not_found(world: World) -> None:
    assert signed_in(world.operator).get(section(world, "poem")).status_code == 404


@pytest.mark.parametrize("name", ["tasks", "check", "receipt", "versions", "review"])
def test_another_area_gets_404(world: World, name: str) -> None:
    world.to_bureau()
    role = Role.REVIEWER if name == "review" else Role.OFFICER
    office = make.make_bureau("310000") if name == "review" else make.make_district_office("140724")
    client = signed_in(make.make_actor(role, office))
    assert client.get(page(name, world.case.pk)).status_code == 404


def test_the_office_reads_the_case_but_not_the_parks_task_list(world: World) -> None:
    world.submit()
    assert signed_in(world.officer).get(page("tasks", world.case.pk)).status_code == 403


def test_saving_leads_back_to_the_list(world: World) -> None:
    client = signed_in(world.operator)
    answer = client.post(section(world, "form"), typed(world, contact="甲"))
    assert answer.status_code == 302
    assert world.content().application.form["contact"] == "甲"


def test_a_slip_in_one_field_loses_nothing(world: World) -> None:
    sent = typed(world, contact="甲", registered_on="gestern")
    answer = signed_in(world.operator).post(section(world, "form"), sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "gestern" in text
    assert "error-summary" in text
    assert world.content().application.form["contact"] == "甲"


@pytest.mark.parametrize(
    "written", ["2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日", "２０２６－０１－０５"]
)
def test_a_date_is_read_as_offices_write_it(world: World, written: str) -> None:
    signed_in(world.operator).post(section(world, "form"), typed(world, registered_on=written))
    assert world.content().application.form["registered_on"] == "2026-01-05"


def test_typing_saves_and_says_when(world: World) -> None:
    client = signed_in(world.operator)
    answer = client.post(
        section(world, "form"), typed(world, contact="甲"), headers={"HX-Request": "true"}
    )
    text = answer.content.decode()
    sign = queries.seen(world.content().application, "form")
    assert "<html" not in text
    assert f'value="{sign}" hx-swap-oob="true"' in text


def test_the_page_of_the_slower_window_shows_both_texts(world: World) -> None:
    client, old = signed_in(world.operator), typed(world, contact="慢")
    client.post(section(world, "form"), typed(world, contact="快"))
    answer = client.post(section(world, "form"), old)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "快" in text
    assert 'value="慢"' in text
    assert world.content().application.form["contact"] == "快"


def test_saving_again_after_the_comparison_is_meant(world: World) -> None:
    client, old = signed_in(world.operator), typed(world, contact="慢")
    client.post(section(world, "form"), typed(world, contact="快"))
    shown = client.post(section(world, "form"), old)
    again = shown.context["form"].data.dict() | {"contact": "慢"}
    assert client.post(section(world, "form"), again).status_code == 302
    assert world.content().application.form["contact"] == "慢"


@pytest.mark.parametrize(
    ("key", "written", "stored"),
    [
        ("operating_agencies", "１２", 12),
        ("gross_revenue", "3,600万", "36000000"),
        ("floor_area", "3600.50", "3600.5"),
        ("agency_gross_revenues", "100万\n\n2,000,000\n", ["1000000", "2000000"]),
        ("operating_agencies", "", None),
    ],
)
def test_a_figure_is_read_as_offices_write_it(
    world: World, key: str, written: str, stored: Any
) -> None:
    signed_in(world.operator).post(section(world, "facts"), typed(world, "facts", **{key: written}))
    row = next(row for row in world.content().facts if row.fact.key == key)
    assert row.declared == stored


@pytest.mark.parametrize("written", ["-3", "viel", "1.5"])
def test_a_wrong_count_is_refused_beside_its_field(world: World, written: str) -> None:
    sent = typed(world, "facts", operating_agencies=written)
    answer = signed_in(world.operator).post(section(world, "facts"), sent)
    assert answer.status_code == 422
    assert "operating_agencies" in answer.context["form"].errors


def test_a_returned_application_shows_the_shut_sections_without_a_form(world: World) -> None:
    client = signed_in(returned(world, DEFECT).operator)
    assert 'name="seen"' in read(client, section(world, "form"))
    assert 'name="seen"' not in read(client, section(world, "facts"))
    assert 'type="file"' not in read(client, section(world, "materials"))


def test_files_are_handed_in_and_each_refusal_is_named(world: World) -> None:
    bad = pdf("", "程序.pdf")
    bad.file.seek(0)
    bad.file.write(b"MZ" + b"\0" * 100)
    sent = {"material": "policies", "files-policies": [pdf("一", "甲.pdf"), bad]}
    answer = signed_in(world.operator).post(section(world, "materials"), sent)
    assert answer.status_code == 422
    assert [name for _key, name, _why in answer.context["faults"]] == ["程序.pdf"]
    assert world.content().application.materials.get().file_name == "甲.pdf"


def test_one_button_hands_in_what_is_chosen_for_every_material(world: World) -> None:
    chosen = {"files-policies": pdf("一", "甲.pdf"), "files-letter": pdf("二", "乙.pdf")}
    sent = {"material": "letter", **chosen}
    signed_in(world.operator).post(section(world, "materials"), sent)
    kept = world.content().application.materials.values_list("key", "file_name")
    assert set(kept) == {("policies", "甲.pdf"), ("letter", "乙.pdf")}


def test_no_file_chosen_is_said(world: World) -> None:
    sent = {"material": "letter"}
    answer = signed_in(world.operator).post(section(world, "materials"), sent)
    assert answer.status_code == 422


def test_a_file_is_taken_out_by_its_button(world: World) -> None:
    material = world.attach("letter")
    sent = {"material": "letter", "remove": material.pk}
    signed_in(world.operator).post(section(world, "materials"), sent)
    assert not world.content().application.materials.exists()


def test_the_check_page_says_why_it_cannot_be_handed_in(world: World) -> None:
    text = read(signed_in(world.operator), page("check", world.case.pk))
    assert "申请函件" in text
    assert "disabled" in text


def test_submission_leads_to_the_receipt_with_number_and_next_hand(world: World) -> None:
    client = signed_in(world.fill().operator)
    sent = {"version": world.case.version, "token": "t1"}
    answer = client.post(page("check", world.case.pk), sent)
    text = read(client, answer["Location"])
    world.case.refresh_from_db()
    assert world.case.number
    assert world.case.number in text
    assert world.case.district.name in text


def test_the_same_token_twice_hands_in_once(world: World) -> None:
    client = signed_in(world.fill().operator)
    sent = {"version": world.case.version, "token": "t1"}
    for _time in range(2):
        assert client.post(page("check", world.case.pk), sent).status_code == 302
    assert world.content().application.versions.count() == 1


def test_the_check_page_names_every_reason_at_once(world: World) -> None:
    answer = signed_in(world.operator).get(page("check", world.case.pk))
    reasons = " ".join(answer.context["closed"])
    assert "材料不齐" in reasons
    assert "请先登记继续适用依据" in reasons


def test_a_refused_submission_is_on_record_once_under_its_name(world: World) -> None:
    client = signed_in(world.operator)
    client.post(page("check", world.case.pk), {"version": world.case.version, "token": "t1"})
    refused = AuditEntry.objects.filter(after__refused=True)
    assert [entry.action for entry in refused] == ["casework.submit"]


def test_a_refused_basis_is_on_record_under_its_name(world: World) -> None:
    world.fill().do("submit")
    client, url = signed_in(world.operator), page("section", world.case.pk, "basis")
    sent = {"version": world.case.version, "token": "t1", "document": "样例", "reason": "样例"}
    client.post(url, sent)
    assert AuditEntry.objects.get(after__refused=True).action == "casework.record_basis"


def test_a_stale_check_page_does_not_hand_in(world: World) -> None:
    client, old = signed_in(world.fill().operator), world.case.version
    world.answer(contact="另一窗口")
    answer = client.post(page("check", world.case.pk), {"version": old, "token": "t1"})
    assert answer.status_code == 409
    world.case.refresh_from_db()
    assert world.case.status == "draft"


def test_versions_show_what_the_supplement_changed(world: World) -> None:
    returned(world, DEFECT).answer(contact="补正联系人")
    world.do("submit")
    text = read(signed_in(world.officer), page("versions", world.case.pk))
    assert "补正联系人" in text
    assert "样例联系人" in text


@pytest.mark.parametrize("key", ["jinzhong-2022"])
def test_a_rulebook_opens_for_everybody_signed_in(world: World, key: str) -> None:
    client = signed_in(world.operator)
    assert key in read(client, page("rulebooks"))
    assert client.get(page("rulebook", key)).status_code == 200


def test_an_unknown_rulebook_is_not_found(world: World) -> None:
    assert signed_in(world.operator).get(page("rulebook", "mars-2022")).status_code == 404
