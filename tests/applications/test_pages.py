"""The pages of an application: what they show, keep and refuse; and what they cost."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from applications import queries
from records.actor import Actor
from tests import factories as make
from tests.applications.test_sections import DEFECT, returned
from tests.applications.trial import World, make_world, pdf

#: The budget of a case page, the signed-in person's own queries included.
CASE_PAGE = 18


def signed_in(actor: Actor) -> Client:
    client = Client()
    user = User.objects.get(pk=actor.user_id)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def page(name: str, *args: Any) -> str:
    return reverse(f"applications:{name}", args=args)


def read(client: Client, url: str) -> str:
    return client.get(url).content.decode()


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


@pytest.mark.parametrize("park", ["0", "", "x", "9" * 30])
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
    sent = {"material": "policies", "files": [pdf("一", "甲.pdf"), bad]}
    answer = signed_in(world.operator).post(section(world, "materials"), sent)
    assert answer.status_code == 422
    assert [name for name, _reason in answer.context["faults"]] == ["程序.pdf"]
    assert world.content().application.materials.get().file_name == "甲.pdf"


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
    assert world.case.number in text
    assert world.case.district.name in text


def test_the_same_token_twice_hands_in_once(world: World) -> None:
    client = signed_in(world.fill().operator)
    sent = {"version": world.case.version, "token": "t1"}
    for _time in range(2):
        assert client.post(page("check", world.case.pk), sent).status_code == 302
    assert world.content().application.versions.count() == 1


def test_a_stale_check_page_does_not_hand_in(world: World) -> None:
    client, old = signed_in(world.fill().operator), world.case.version
    world.answer(contact="另一窗口")
    answer = client.post(page("check", world.case.pk), {"version": old, "token": "t1"})
    assert answer.status_code == 409
    world.case.refresh_from_db()
    assert world.case.status == "draft"


def test_the_reviewer_saves_figures_that_agree_and_one_that_does_not(world: World) -> None:
    world.to_bureau()
    agreed = {f"{row.fact.key}_agreed": "on" for row in world.content().facts}
    del agreed["floor_area_agreed"]
    sent = {"version": world.case.version, "floor_area": "3100", **agreed}
    answer = signed_in(world.reviewer).post(page("verify", world.case.pk), sent)
    verified = {row.fact.key: row.verified for row in world.content().facts}
    assert answer.status_code == 302
    assert verified["floor_area"] == "3100"
    assert verified["operating_agencies"] == 12


def test_agreeing_and_disagreeing_at_once_is_refused(world: World) -> None:
    world.to_bureau()
    sent = {"version": world.case.version, "floor_area": "3100", "floor_area_agreed": "on"}
    answer = signed_in(world.reviewer).post(page("verify", world.case.pk), sent)
    assert answer.status_code == 422
    assert all(row.verified is None for row in world.content().facts)


def test_judgements_are_recorded_together_and_a_faulty_one_keeps_its_words(world: World) -> None:
    world.to_bureau()
    sent = {
        "version": world.case.version,
        "JZ-9(1)-finding": "met",
        "JZ-9(1)-reason": "论证充分",
        "JZ-9(1)-document": "核查表",
        "JZ-9(5)-finding": "met",
        "JZ-9(5)-reason": "政策齐全",
    }
    answer = signed_in(world.reviewer).post(page("answer", world.case.pk), sent)
    assert answer.status_code == 422
    assert "政策齐全" in answer.content.decode()
    assert [one.leaf for one in world.content().judgements] == ["JZ-9(1)"]


def test_the_makers_confirm_button_is_shut_with_the_reason(world: World) -> None:
    made = world.to_bureau().judge("JZ-9(1)")
    text = read(signed_in(world.reviewer), page("review", world.case.pk))
    assert f'aria-describedby="refusal-judgement-{made.pk}"' in text


def test_the_second_person_confirms_on_the_page(world: World) -> None:
    made = world.to_bureau().judge("JZ-9(1)")
    url = page("settle", world.case.pk, "judgement", made.pk)
    signed_in(world.second).post(url, {"version": world.case.version, "confirm": "1"})
    made.refresh_from_db()
    assert made.confirmed_by_id == world.second.user_id


def test_the_county_director_does_not_open_the_bureaus_page(world: World) -> None:
    world.to_bureau()
    assert signed_in(world.head).get(page("review", world.case.pk)).status_code == 403


def test_the_applicant_reads_no_judgement_before_the_decision(world: World) -> None:
    world.to_bureau().judge("JZ-9(1)", reason="尚属内部")
    url = reverse("casework:case", args=[world.case.pk]) + "?tab=conditions"
    assert "尚属内部" not in read(signed_in(world.operator), url)
    assert "尚属内部" in read(signed_in(world.reviewer), url)


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


@pytest.mark.parametrize("stage", ["draft", "bureau_review", "decision"])
def test_a_case_page_costs_at_most_eighteen_queries(world: World, stage: str) -> None:
    reach = {
        "draft": lambda: world,
        "bureau_review": world.to_bureau,
        "decision": world.to_decision,
    }
    reach[stage]()
    costs = {
        (actor.role, tab): _queries(actor, world.case.pk, tab)
        for actor in ([world.operator] if stage == "draft" else [world.operator, world.hand()])
        for tab in ("content", "conditions", "materials", "versions")
    }
    assert {key: cost for key, cost in costs.items() if cost > CASE_PAGE} == {}


def test_a_draft_has_no_version_yet(world: World) -> None:
    url = reverse("casework:case", args=[world.case.pk]) + "?tab=versions"
    assert signed_in(world.operator).get(url).status_code == 200


def test_more_tenants_and_files_cost_no_more_queries(db: None) -> None:
    counts = [_cost(make_world(tenants=10), 1), _cost(make_world(tenants=40), 12)]
    assert counts[0] == counts[1]


def _queries(actor: Actor, case_id: int, tab: str) -> int:
    """What the second look at the tab costs; the first one is noted."""
    client, url = signed_in(actor), reverse("casework:case", args=[case_id]) + f"?tab={tab}"
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def _cost(world: World, files: int) -> int:
    for number in range(files):
        world.attach("policies", f"file {number}")
    client = signed_in(world.operator)
    with CaptureQueriesContext(connection) as captured:
        client.get(page("check", world.case.pk))
    return len(captured)
