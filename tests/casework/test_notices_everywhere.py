"""Public notices of every procedure that has one: its days, its list, what holds the case."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from casework import acts
from casework.models import Case
from records.errors import Refused
from rules.edition import Edition
from rules.procedure import Procedure, Stage
from tests.casework.browsing import client_of, text_of
from tests.casework.walking import Walk, asking, make_walk

pytestmark = pytest.mark.django_db

CLAUSE = r"第.*条"
everywhere = pytest.mark.parametrize(
    ("law", "procedure", "stage"), asking(lambda stage: stage.notice)
)


def object_to(walk: Walk) -> object:
    entry = walk.case.notice_entries.latest("pk")
    return acts.object_to(
        entry.pk, name="样例·群众", phone="13800000000", text="面积不实", proof="租约"
    )


def days_of(procedure: Procedure) -> int:
    assert procedure.notice
    return procedure.notice.days


@everywhere
def test_a_shorter_notice_is_refused_with_the_clause(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    with pytest.raises(Refused, match=CLAUSE):
        walk.publish(workdays=days_of(procedure) - 1)


@everywhere
def test_a_longer_notice_is_for_the_law_to_allow(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    assert procedure.notice
    longer = days_of(procedure) + 1
    if procedure.notice.exact:
        with pytest.raises(Refused, match=CLAUSE):
            walk.publish(workdays=longer)
    else:
        assert walk.publish(workdays=longer).workdays == longer


@everywhere
def test_a_case_does_not_leave_its_notice_early(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    walk.publish()
    with pytest.raises(Refused, match=CLAUSE):
        walk.do("forward")


@everywhere
def test_an_open_objection_holds_case_and_decision(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    walk.publish()
    object_to(walk)
    walk.end_notice()
    with pytest.raises(Refused, match=CLAUSE):
        walk.do("forward")
    Case.objects.filter(pk=walk.case.pk).update(stage="decision")
    walk.case.refresh_from_db()
    walk.basis()
    for action, proposal in (("approve", "approve"), ("refuse", "refuse")):
        Case.objects.filter(pk=walk.case.pk).update(proposal=proposal)
        with pytest.raises(Refused, match=f"异议.*{CLAUSE}"):
            walk.do(action)


@everywhere
def test_an_upheld_objection_lets_the_case_be_refused(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    walk.publish()
    objection = object_to(walk)
    reviewer = walk.hand()
    acts.settle_objection(objection.pk, reviewer, state="upheld", finding="面积不实")  # type: ignore[attr-defined]
    walk.end_notice()
    walk.do("send_back")
    walk.do("propose_refusal")
    walk.do("refuse")
    assert walk.case.status == "refused"


@everywhere
def test_one_notice_carries_the_whole_list(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    other = make_walk(law, procedure)
    other.case.bureau = walk.case.bureau
    other.case.save()
    other.reach(stage.key)
    reviewer = walk.hand()
    cases = {one.case.pk: one.case.version for one in (walk, other)}
    notice = acts.publish_notice(reviewer, cases, title="")
    assert procedure.notice
    assert notice.title == procedure.notice.listed.zh
    assert notice.entries.count() == 2


@everywhere
def test_every_page_of_a_notice_names_list_and_period_and_marks_the_systems_own(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    office, own = client_of(walk.hand()), procedure.notice
    assert own
    pages = [office.get(f"/notices/publish/?case={walk.case.pk}")]
    notice = walk.publish()
    pages += [office.get(f"/notices/{notice.pk}/")]
    pages += [Client().get(f"/public/notices/{notice.number}/")]
    for page in pages:
        assert own.listed.zh in text_of(page)
        assert ("系统默认" in text_of(page)) is own.system_default
    told = Client().get(f"/api/v1/notices/{notice.number}/").json()
    assert (told["listed"], told["system_default"]) == (own.listed.zh, own.system_default)


@everywhere
def test_a_publication_ahead_counts_from_its_own_day(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    later = timezone.localdate() + timedelta(days=3)
    assert walk.publish(published_on=later).ends_on > later
