"""Use of a park's name: filed by the district, authorised for others, always beforehand."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

import rules
from applications import acts
from applications.models import NameUse
from applications.queries import seen
from applications.queries.names import name_uses
from applications.samples.clock import at
from casework import acts as casework
from casework.models import Case, Decision, Receipt
from records.actor import Actor
from records.errors import Refused
from tests import factories as make
from tests.applications.everywhere import Setting, begun, client_of

pytestmark = pytest.mark.django_db

LAW = rules.edition("shanghai-2022")
FILING, AUTHORISATION = (LAW.procedures[key] for key in ("name_filing", "name_authorisation"))
AHEAD = timedelta(days=60)
LATE = r"活动开始之前|before the event"


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def told(setting: Setting, **answers: Any) -> Setting:
    sign = seen(setting.content().application, "form")
    acts.save_form(setting.case.pk, setting.applicant, answers, seen=sign)
    return setting


def filed() -> Setting:
    return begun(LAW, FILING).submit()


def at_bureau() -> Setting:
    setting = begun(LAW, AUTHORISATION).submit()
    setting.do("forward", setting.people["head"])
    return setting


def at_decision() -> Setting:
    setting = at_bureau()
    setting.do("accept", setting.people["reviewer"])
    setting.do("forward", setting.people["reviewer"])
    return setting


def approve(setting: Setting, actor: Actor | None = None) -> None:
    data = {"document_number": "样例授〔2026〕1号"}
    setting.do("approve", actor or setting.people["director"], data=data)


@pytest.mark.parametrize("procedure", [FILING, AUTHORISATION], ids=lambda each: each.key)
@pytest.mark.parametrize("days", [0, -1])
def test_what_is_not_before_the_event_is_not_handed_in(procedure: Any, days: int) -> None:
    setting = begun(LAW, procedure).fill()
    told(setting, event_on=in_days(days), event_until=in_days(days))
    with pytest.raises(Refused, match=LATE) as refused:
        setting.do("submit", setting.applicant)
    assert re.search("第十六条|Article 16", str(refused.value))


@pytest.mark.parametrize("procedure", [FILING, AUTHORISATION], ids=lambda each: each.key)
def test_the_day_before_the_event_is_in_time(procedure: Any) -> None:
    setting = begun(LAW, procedure).fill()
    told(setting, event_on=in_days(1), event_until=in_days(1))
    setting.do("submit", setting.applicant)
    assert setting.case.status == "open"


def test_an_activity_cannot_end_before_it_begins() -> None:
    setting = begun(LAW, FILING).fill()
    told(setting, event_on=in_days(9), event_until=in_days(8))
    with pytest.raises(Refused, match=r"结束|ends"):
        setting.do("submit", setting.applicant)


def test_a_filing_is_acknowledged_with_a_receipt_and_nobody_decides() -> None:
    setting = filed()
    setting.do("acknowledge", setting.people["reviewer"])
    assert setting.case.status == Case.Status.APPROVED
    assert Receipt.objects.get().case == setting.case
    assert not Decision.objects.exists()
    use = NameUse.objects.get()
    assert (use.basis, use.user, use.begins_on) == (
        NameUse.Basis.FILED,
        setting.office.name,
        timezone.localdate() + AHEAD,
    )


def test_a_filing_in_time_stays_in_time_while_it_is_supplemented() -> None:
    setting = filed()
    defects = [{"section": "form", "text": "样例"}]
    data = {"defects": defects, "answer_by": in_days(70)}
    setting.do("return_for_supplement", setting.people["reviewer"], data=data)
    with at(timezone.now() + AHEAD):
        answers = {str(one.pk): "样例说明" for one in setting.content().defects}
        setting.do("submit", setting.applicant, data={"answers": answers})
        setting.do("acknowledge", setting.people["reviewer"])
    assert setting.case.status == Case.Status.APPROVED


def test_a_return_of_a_filing_names_the_day_for_the_supplement() -> None:
    setting = filed()
    data = {"defects": [{"section": "form", "text": "样例"}]}
    with pytest.raises(Refused):
        setting.do("return_for_supplement", setting.people["reviewer"], data=data)


def test_others_need_the_districts_consent_and_then_the_bureaus_authorisation() -> None:
    setting = at_decision()
    assert not NameUse.objects.exists()
    approve(setting)
    use = NameUse.objects.get()
    assert (use.basis, use.case) == (NameUse.Basis.AUTHORISED, setting.case)
    entry = setting.case.decision_entries.get()
    assert (entry.decision.issuer, entry.name) == ("", use.activity)


@pytest.mark.parametrize("stage", ["consent", "bureau_review", "decision"])
def test_once_the_day_has_come_nobody_consents_any_more(stage: str) -> None:
    setting = begun(LAW, AUTHORISATION).submit() if stage == "consent" else at_bureau()
    hand, action = setting.people["head"], "forward"
    if stage != "consent":
        setting.do("accept", setting.people["reviewer"])
        hand = setting.people["reviewer"]
    if stage == "decision":
        setting.do("forward", hand)
        hand, action = setting.people["director"], "approve"
    data = {"document_number": "样例授〔2026〕2号"}
    with at(timezone.now() + AHEAD), pytest.raises(Refused, match=LATE):
        setting.do(action, hand, data=data)
    with at(timezone.now() + AHEAD - timedelta(days=1)):
        setting.do(action, hand, data=data)


def test_the_district_may_refuse_and_that_ends_it() -> None:
    setting = begun(LAW, AUTHORISATION).submit()
    data = {"document_number": "样例复〔2026〕3号"}
    setting.do("refuse", setting.people["head"], data=data)
    assert setting.case.status == Case.Status.REFUSED
    assert Decision.objects.get().issuer == setting.office.name


def test_two_offices_may_give_their_papers_the_same_number() -> None:
    setting, number = begun(LAW, AUTHORISATION).submit(), {"document_number": "〔2026〕1号"}
    setting.do("refuse", setting.people["head"], data=number)
    other = at_other(setting)
    other.do("forward", other.people["head"])
    other.do("accept", other.people["reviewer"])
    other.do("forward", other.people["reviewer"])
    other.do("approve", other.people["director"], data=number)
    assert Decision.objects.filter(document_number=number["document_number"]).count() == 2


def at_other(setting: Setting) -> Setting:
    """A second activity of the same park, handed in by the same offices."""
    other = Setting(
        setting.law, setting.procedure, setting.bureau, setting.office, setting.park, setting.people
    )
    return other.begin().submit()


def test_several_activities_of_one_park_are_under_way_at_once() -> None:
    setting = filed()
    assert at_other(setting).case.pk != setting.case.pk


def test_who_prepared_it_does_not_consent() -> None:
    setting = begun(LAW, AUTHORISATION).fill()
    officer = setting.applicant
    setting.do("submit", officer)
    with pytest.raises(Refused, match=r"准备|prepared"):
        setting.do("forward", replace(setting.people["head"], user_id=officer.user_id))


def test_the_case_is_called_by_the_activity() -> None:
    setting = told(begun(LAW, FILING), activity="样例论坛")
    setting.case.refresh_from_db()
    assert setting.case.title.startswith("样例论坛")


def test_a_use_is_seen_where_its_park_is_and_nowhere_else() -> None:
    setting = filed()
    setting.do("acknowledge", setting.people["reviewer"])
    for name in ("officer", "head", "reviewer", "director", "operator"):
        assert name_uses(setting.people[name]).count() == 1
    stranger = make.make_actor("officer", make.make_district_office("140724"))
    assert not name_uses(stranger).exists()
    with pytest.raises(ObjectDoesNotExist):
        casework.perform(setting.case.pk, "acknowledge", stranger, setting.case.version)


def test_the_parks_page_and_the_list_show_the_use() -> None:
    setting = filed()
    setting.do("acknowledge", setting.people["reviewer"])
    use = NameUse.objects.get()
    for address in (f"/parks/{setting.park.pk}/", "/names/"):
        assert use.place in client_of(setting.people["officer"]).get(address).content.decode()


def test_the_form_says_by_when_it_is_best_handed_in() -> None:
    setting = told(begun(LAW, FILING), event_on="2027-03-15")
    page = client_of(setting.applicant).get(f"/applications/{setting.case.pk}/sections/form/")
    assert "2027年3月1日" in page.content.decode()
