"""The page of one action: what it asks, what it keeps, and what it refuses."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from casework.models import Basis, Case, Decision, DecisionCase, Step
from records.models import AuditEntry
from tests.casework.browsing import client_of, form_values, text_of
from tests.casework.trial import World, today

pytestmark = pytest.mark.django_db
#: A day as an input method for Chinese writes it.
FULL_WIDTH = str.maketrans("0123456789-", "０１２３４５６７８９．")


def url(world: World, action: str) -> str:
    return f"/cases/{world.case.pk}/do/{action}/"


def send(world: World, client: Client, action: str, **typed: Any) -> Any:
    values = form_values(client, url(world, action)) | typed
    return client.post(url(world, action), values)


def test_an_opinion_moves_the_case_on(world: World) -> None:
    world.reach("county_review")
    answer = send(world, client_of(world.officer), "forward", opinion="材料齐全，同意上报")
    assert answer.url == f"/cases/{world.case.pk}/"
    world.case.refresh_from_db()
    assert world.case.stage == "county_sign"
    assert world.case.steps.latest("number").opinion == "材料齐全，同意上报"


def test_a_step_that_needs_an_opinion_asks_for_it_beside_the_field(world: World) -> None:
    world.reach("county_review")
    answer = send(world, client_of(world.officer), "forward", opinion=" ")
    assert answer.context["form"].errors["opinion"]
    assert answer.content.decode().count(str(answer.context["form"].errors["opinion"][0])) == 2


def test_a_stale_page_says_who_did_what_and_keeps_every_word(world: World) -> None:
    world.reach("bureau_review")
    client = client_of(world.reviewer)
    values = form_values(client, url(world, "return_for_supplement"))
    world.do("accept", world.second)
    typed = {"defect_materials": "第三页缺公章", "opinion": "请补正", "answer_by": "2030-01-05"}
    answer = client.post(url(world, "return_for_supplement"), values | typed)
    assert answer.status_code == 409
    shown = text_of(answer)
    assert world.second.name in shown
    assert "第三页缺公章" in shown
    assert "请补正" in shown
    assert 'value="2030-01-05"' in answer.content.decode()


def test_what_a_stale_page_kept_can_be_sent_again(world: World) -> None:
    world.reach("bureau_review")
    client = client_of(world.reviewer)
    values = form_values(client, url(world, "send_back")) | {"opinion": "请县局复核面积"}
    world.do("accept", world.second)
    stale = client.post(url(world, "send_back"), values)
    values["version"] = stale.context["form"]["version"].value()
    assert client.post(url(world, "send_back"), values).status_code == 302
    assert world.case.steps.latest("number").opinion == "请县局复核面积"


def test_a_page_of_a_case_that_went_on_keeps_the_text_without_a_button(world: World) -> None:
    world.reach("bureau_review")
    client = client_of(world.reviewer)
    values = form_values(client, url(world, "send_back")) | {"opinion": "请县局复核面积"}
    world.do("forward", world.second)
    answer = client.post(url(world, "send_back"), values)
    assert answer.status_code == 409
    assert "请县局复核面积" in text_of(answer)


def test_pressing_twice_has_one_effect(world: World) -> None:
    world.reach("bureau_review")
    client = client_of(world.reviewer)
    values = form_values(client, url(world, "accept"))
    first, second = (client.post(url(world, "accept"), values) for _time in range(2))
    assert first.status_code == second.status_code == 302
    assert world.case.steps.filter(action="accept").count() == 1


def test_every_form_has_a_token_of_its_own(world: World) -> None:
    world.reach("bureau_review")
    client = client_of(world.reviewer)
    tokens = {form_values(client, url(world, "accept"))["token"] for _time in range(2)}
    assert len(tokens) == 2


def test_a_return_names_its_defects_section_by_section(world: World) -> None:
    world.reach("county_review")
    client = client_of(world.officer)
    day = timezone.localdate() + timedelta(days=7)
    send(
        world,
        client,
        "return_for_supplement",
        defect_materials="规划报告缺页",
        answer_by=f"{day:%Y年%m月%d日}",
    )
    world.case.refresh_from_db()
    assert (world.case.status, world.case.due_on) == ("returned", day)
    assert [one.text for one in world.case.defects.all()] == ["规划报告缺页"]


def test_a_return_without_a_defect_is_asked_for_one(world: World) -> None:
    world.reach("county_review")
    answer = send(world, client_of(world.officer), "return_for_supplement", opinion="请补正")
    assert answer.context["form"].non_field_errors()
    world.case.refresh_from_db()
    assert world.case.status == "open"


def test_a_day_for_the_supplement_in_the_past_is_refused(world: World) -> None:
    world.reach("county_review")
    answer = send(
        world,
        client_of(world.officer),
        "return_for_supplement",
        defect_materials="缺页",
        answer_by="2020-01-01",
    )
    assert answer.status_code == 400
    assert "缺页" in text_of(answer)


def test_a_wrong_role_is_refused_with_a_reason(world: World) -> None:
    world.reach("bureau_review")
    client = client_of(world.director)
    for answer in (
        client.get(url(world, "forward")),
        client.post(url(world, "forward"), {"version": world.case.version, "token": "t"}),
    ):
        assert answer.status_code == 403
        assert world.case.bureau.name in text_of(answer)
    world.case.refresh_from_db()
    assert world.case.stage == "bureau_review"


def test_a_wrong_stage_is_refused_with_a_reason(world: World) -> None:
    world.reach("bureau_review")
    answer = client_of(world.reviewer).get(url(world, "approve"))
    assert answer.status_code == 400
    assert answer.context["closed"]


def test_an_unknown_action_is_not_found(world: World) -> None:
    assert client_of(world.operator).get(url(world, "explode")).status_code == 404


def test_a_refusal_is_on_the_audit_trail(world: World) -> None:
    world.reach("decision")
    world.basis(world.director)
    send(
        world,
        client_of(world.director),
        "approve",
        document_number="样例1号",
        name="榆次样例产业园",
        decided_on=today(),
    )
    entry = AuditEntry.objects.filter(action="casework.approve").latest("seq")
    assert entry.after == {"refused": True}


def test_an_approval_proposes_the_name_with_the_laws_prefix(world: World) -> None:
    world.reach("decision")
    page = client_of(world.director).get(url(world, "approve"))
    assert page.context["form"]["name"].value().startswith("晋中")


def test_an_approval_takes_number_day_and_name(world: World) -> None:
    world.reach("decision")
    world.basis(world.director)
    send(
        world,
        client_of(world.director),
        "approve",
        document_number="样例1号",
        name="晋中样例产业园",
        decided_on=today().translate(FULL_WIDTH),
    )
    assert DecisionCase.objects.get().name == "晋中样例产业园"
    assert Decision.objects.get().decided_on.isoformat() == today()


def test_a_decision_is_not_dated_ahead(world: World) -> None:
    world.reach("decision")
    world.basis(world.director)
    answer = send(
        world,
        client_of(world.director),
        "approve",
        document_number="样例1号",
        name="晋中样例产业园",
        decided_on="2099-01-01",
    )
    assert answer.status_code == 400
    assert Case.objects.get(pk=world.case.pk).status == "open"


def test_the_basis_for_going_on_is_recorded_by_a_form(world: World) -> None:
    client = client_of(world.operator)
    page = f"/cases/{world.case.pk}/basis/"
    values = form_values(client, page) | {"document": "样例会议纪要", "reason": "新办法未出台"}
    assert client.post(page, values).status_code == 302
    assert Basis.objects.get(case=world.case).phase == "submission"


def test_another_hand_does_not_record_the_basis_and_keeps_the_text(world: World) -> None:
    world.reach("county_review")
    client = client_of(world.director)
    page = f"/cases/{world.case.pk}/basis/"
    values = form_values(client, page) | {"document": "样例会议纪要2", "reason": "新办法未出台"}
    answer = client.post(page, values)
    assert 'value="样例会议纪要2"' in answer.content.decode()
    assert not Basis.objects.filter(document="样例会议纪要2").exists()


def test_hidden_fields_that_were_tampered_with_do_no_harm(world: World) -> None:
    world.reach("bureau_review")
    answer = client_of(world.reviewer).post(
        url(world, "accept"), {"version": "x", "token": "t" * 99, "opinion": ""}
    )
    assert answer.status_code == 200
    assert not Step.objects.filter(case=world.case, action="accept").exists()
