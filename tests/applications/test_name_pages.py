"""How pages speak of a use of the park's name: whose request, which days, which words."""

import re
from typing import Any

import pytest
from django.urls import reverse

import rules
from accounts.models import User
from applications.queries.tasklist import section_row
from casework.kinds import Attempt
from casework.moves import early_refusals, find_move, offers
from casework.queries import row_of, timeline
from records.actor import Actor
from tests.applications.everywhere import Setting, begun, client_of, make_setting
from tests.applications.test_name_use import (
    AUTHORISATION,
    FILING,
    LAW,
    at_bureau,
    filed,
    in_days,
    told,
)

pytestmark = pytest.mark.django_db


def labels(setting: Setting, name: str) -> dict[str, str]:
    found = offers(setting.case, setting.people[name])
    return {offer.move.action: str(offer.label) for offer in found}


def form_row(setting: Setting) -> Any:
    return section_row(setting.content(), "form")


def page(actor: Actor, address: str) -> str:
    return client_of(actor).get(address).content.decode()


def test_what_was_filed_is_not_said_to_be_approved() -> None:
    setting = filed()
    setting.do("acknowledge", setting.people["reviewer"])
    assert setting.case.get_status_display() == "已备案"
    assert row_of(setting.case, setting.people["reviewer"]).stage == "已备案"


def test_a_name_is_not_authorised_where_a_park_is_not_recognised() -> None:
    setting = at_bureau()
    setting.do("accept", setting.people["reviewer"])
    proposed = labels(setting, "reviewer")["propose_refusal"]
    assert re.fullmatch("建议不予授权|Propose not to authorise", proposed)
    setting.do("propose_refusal", setting.people["reviewer"])
    assert re.fullmatch("不予授权|Refuse to authorise", labels(setting, "director")["refuse"])
    data = {"document_number": "样例复〔2026〕8号"}
    setting.do("refuse", setting.people["director"], data=data)
    assert re.fullmatch("不予授权|Not authorised", setting.case.get_status_display())
    last = timeline(setting.case, setting.people["director"])[-1]
    assert re.fullmatch("不予授权|Refuse to authorise", last.label)


def test_a_park_is_refused_in_the_words_of_the_recognition() -> None:
    setting = begun(LAW, LAW.procedures["preparation"]).put("bureau_review")
    assert labels(setting, "reviewer")["propose_refusal"] == "建议不予认定"


def test_the_stage_of_the_consent_says_that_it_waits() -> None:
    setting = begun(LAW, AUTHORISATION).submit()
    assert row_of(setting.case, setting.people["head"]).stage == "待区（域）同意"


@pytest.mark.parametrize("procedure", [FILING, AUTHORISATION], ids=lambda each: each.key)
def test_whoever_may_begin_one_does_so_from_the_list(procedure: Any) -> None:
    setting = make_setting(LAW, procedure)
    anchor = f"{reverse('applications:begin')}#{LAW.key}-{procedure.key}"
    assert anchor in page(setting.people["officer"], "/names/")
    assert f'id="{LAW.key}-{procedure.key}"' in page(setting.people["officer"], anchor)
    assert anchor not in page(setting.people["reviewer"], "/names/")
    assert anchor not in page(setting.people["head"], "/names/")


@pytest.mark.parametrize(
    ("key", "procedure", "offered"),
    [("shanghai-2022", "name_filing", False), ("jinzhong-2022", "recognition", True)],
)
def test_the_parks_page_offers_an_application_only_where_there_is_one(
    key: str, procedure: str, offered: bool
) -> None:
    law = rules.edition(key)
    setting = make_setting(law, law.procedures[procedure])
    shown = page(setting.people["operator"], f"/parks/{setting.park.pk}/")
    assert (f'href="{reverse("applications:begin")}">开始' in shown) is offered


@pytest.mark.parametrize("procedure", [FILING, AUTHORISATION], ids=lambda each: each.key)
def test_an_offices_form_does_not_begin_with_the_parks_person(procedure: Any) -> None:
    setting = make_setting(LAW, procedure)
    setting.park.contact, setting.park.phone = "样例园区经理", "021-00000000"
    setting.park.save()
    answers = setting.begin().content().answers
    officer = User.objects.get(pk=setting.applicant.user_id or 0)
    own = officer.name if procedure is FILING else None
    assert answers.get("contact") == own
    assert answers.get("phone") == (officer.phone or None if procedure is FILING else None)


def test_the_form_says_at_the_field_that_the_end_is_before_the_beginning() -> None:
    setting = begun(LAW, FILING).fill()
    address = reverse("applications:section", args=[setting.case.pk, "form"])
    sign = re.search(r'name="seen"[^>]*value="([^"]+)"', page(setting.applicant, address))
    assert sign
    data = {"event_on": in_days(9), "event_until": in_days(8), "seen": sign[1]}
    answer = client_of(setting.applicant).post(address, data)
    assert answer.status_code == 422
    assert 'id="id_event_until_error"' in answer.content.decode()
    assert 'id="id_event_on_error"' not in answer.content.decode()


def test_a_form_whose_end_is_before_its_beginning_is_not_complete() -> None:
    setting = begun(LAW, FILING).fill()
    assert form_row(setting).status == "complete"
    told(setting, event_on=in_days(9), event_until=in_days(8))
    assert form_row(setting).status == "begun"
    assert "结束日期" in form_row(setting).note


def test_a_beginning_in_the_past_is_warned_of_and_named() -> None:
    setting = told(begun(LAW, FILING).fill(), event_on=in_days(-3), event_until=in_days(2))
    address = reverse("applications:section", args=[setting.case.pk, "form"])
    assert "活动开始之前报备" in page(setting.applicant, address)
    assert form_row(setting).status == "begun"
    assert "活动开始之前报备" in form_row(setting).note


def test_the_check_names_both_faults_of_the_days() -> None:
    setting = told(begun(LAW, FILING).fill(), event_on=in_days(-3), event_until=in_days(-4))
    move = find_move(setting.case, "submit", setting.applicant)
    reasons = " ".join(early_refusals(Attempt(setting.case, move, setting.applicant)))
    assert re.search("结束|ends before", reasons)
    assert "活动开始之前报备" in reasons


@pytest.mark.parametrize(("procedure", "named"), [(AUTHORISATION, False), (FILING, True)])
def test_who_handed_it_in_for_another_is_not_called_the_applicant(
    procedure: Any, named: bool
) -> None:
    setting = begun(LAW, procedure).submit()
    shown = page(setting.applicant, reverse("casework:case", args=[setting.case.pk]))
    assert ("<dt>申请单位</dt>" in shown) is named
