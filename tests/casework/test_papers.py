"""登记: papers from outside, in order, and the decision that rests on one."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from casework import queries
from casework.models import Decision, OutsidePaper, Step
from casework.moves import offers
from records.errors import Refused
from rules.edition import Edition
from rules.procedure import Procedure, Stage
from tests import factories as make
from tests.casework.browsing import client_of, form_values, text_of
from tests.casework.walking import Walk, asked_of, asking, make_walk

pytestmark = pytest.mark.django_db

recording = pytest.mark.parametrize(
    ("law", "procedure", "stage"), asking(lambda stage: stage.record is not None)
)
deciding_outside = pytest.mark.parametrize(
    ("law", "procedure", "stage"), asking(lambda stage: bool(stage.document_of))
)
#: A refusal names its clause: 第九条.
CLAUSE = r"第.*条"


def yesterday() -> date:
    return timezone.localdate() - timedelta(days=1)


def attempt(walk: Walk, **data: Any) -> Any:
    return walk.do("record", data=asked_of(walk.case, "record") | data)


@recording
def test_a_paper_is_kept_under_its_stage(law: Edition, procedure: Procedure, stage: Stage) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    step = attempt(walk, document_number=" 样例函〔2026〕7号 ")
    paper = OutsidePaper.objects.get(step=step)
    assert (paper.stage, paper.document_number) == (stage.key, "样例函〔2026〕7号")
    assert stage.record
    assert paper.outcome == ("approved" if stage.record.decides else "")


@recording
@pytest.mark.parametrize("lacking", ["document_number", "decided_on"])
def test_a_paper_without_number_or_date_is_refused_with_the_clause(
    law: Edition, procedure: Procedure, stage: Stage, lacking: str
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    with pytest.raises(Refused, match=CLAUSE):
        attempt(walk, **{lacking: ""})
    assert not walk.case.papers.filter(stage=stage.key).exists()


@recording
def test_a_paper_of_tomorrow_is_refused(law: Edition, procedure: Procedure, stage: Stage) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    with pytest.raises(Refused, match=CLAUSE):
        attempt(walk, decided_on=(timezone.localdate() + timedelta(days=1)).isoformat())


@recording
def test_a_paper_older_than_what_it_follows_is_refused_with_the_clause(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    with pytest.raises(Refused, match=r"不得早于.*第.*条"):
        attempt(walk, decided_on=yesterday().isoformat())


@pytest.mark.parametrize(
    ("law", "procedure", "stage"), asking(lambda stage: bool(stage.record and stage.record.decides))
)
@pytest.mark.parametrize("outcome", ["", "perhaps"])
def test_what_a_deciding_paper_says_must_be_told(
    law: Edition, procedure: Procedure, stage: Stage, outcome: str
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    with pytest.raises(Refused):
        attempt(walk, outcome=outcome)


@recording
def test_one_number_has_one_date(law: Edition, procedure: Procedure, stage: Stage) -> None:
    first, second = (make_walk(law, procedure) for _each in range(2))
    second.case.bureau = first.case.bureau
    second.case.save()
    attempt(first.reach(stage.key), document_number="样例1号")
    second.reach(stage.key)
    OutsidePaper.objects.filter(case=first.case, stage=stage.key).update(decided_on=yesterday())
    with pytest.raises(Refused):
        attempt(second, document_number="样例1号")


@deciding_outside
def test_the_decision_takes_number_date_and_issuer_from_the_paper(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    paper = queries.papers_of(walk.case)[-1]
    walk.approve(document_number="另一文号", decided_on="2020-01-01")
    decision, record = Decision.objects.get(), procedure.stage(stage.document_of).record
    assert record
    assert (decision.document_number, decision.decided_on) == (
        paper.document_number,
        paper.decided_on,
    )
    assert decision.issuer == record.issuer != ""


@deciding_outside
def test_what_was_refused_outside_is_not_approved(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.document_of)
    attempt(walk, outcome="refused")
    with pytest.raises(Refused, match=CLAUSE):
        walk.approve()
    walk.do("refuse")
    assert walk.case.status == "refused"


@deciding_outside
def test_what_was_approved_outside_is_not_refused(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    with pytest.raises(Refused):
        walk.do("refuse")


@deciding_outside
def test_who_recorded_the_paper_does_not_decide_on_it(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    maker = walk.case.papers.latest("pk").step.actor
    assert maker
    both = make.actor_of(maker, f"m{make.give_role(maker, 'director', walk.case.bureau).pk}")
    with pytest.raises(Refused, match=r"yourself|亲自"):
        walk.do("approve", both)


@deciding_outside
def test_who_had_the_paper_recorded_in_their_name_does_not_decide_on_it(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    director = walk.hand()
    step = walk.case.papers.latest("pk").step
    Step.objects.filter(pk=step.pk).update(represents=director.user_id)
    with pytest.raises(Refused, match=r"yourself|亲自"):
        walk.do("approve", director)


@deciding_outside
def test_the_director_who_consented_establishes(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    consent = walk.case.steps.filter(role="director").latest("number")
    assert walk.approve().actor == consent.actor


@deciding_outside
def test_a_wrong_date_is_put_right_under_the_same_number(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.document_of)
    attempt(walk, document_number="样例1号")
    walk.case.papers.filter(document_number="样例1号").update(decided_on=yesterday())
    walk.do("send_back")
    attempt(walk, document_number="样例1号")
    assert queries.papers_of(walk.case)[-1].decided_on == timezone.localdate()


@deciding_outside
def test_a_paper_recorded_anew_takes_the_place_of_the_first(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.document_of)
    attempt(walk, outcome="refused")
    walk.do("send_back")
    attempt(walk, document_number="样例更正号")
    assert walk.case.papers.filter(stage=stage.document_of).count() == 2
    assert queries.papers_of(walk.case)[-1].document_number == "样例更正号"
    walk.approve()


@deciding_outside
def test_the_form_of_the_decision_asks_for_no_number_and_shows_the_papers(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    paper = queries.papers_of(walk.case)[-1]
    client, url = client_of(walk.hand()), f"/cases/{walk.case.pk}/do/approve/"
    page = client.get(url)
    assert not {"document_number", "decided_on"} & set(page.context["form"].fields)
    assert paper.document_number in text_of(page)
    sent = form_values(client, url) | {"name": "样例园", "opinion": "同意"}
    assert client.post(url, sent).status_code == 302
    walk.case.refresh_from_db()
    assert walk.case.status == "approved"


@deciding_outside
def test_it_is_not_decided_with_others_under_one_number(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    director = walk.hand()
    assert [one.decides for one in queries.pending(director)] == [False]
    assert queries.previews([walk.case], "approve", director)[walk.case.pk]


@recording
def test_the_form_records_and_the_page_shows_it(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    client, url = client_of(walk.hand()), f"/cases/{walk.case.pk}/do/record/"
    page = client.get(url)
    assert stage.record
    assert stage.record.zh in text_of(page)
    assert ("outcome" in page.context["form"].fields) is stage.record.decides
    day = f"{timezone.localdate():%Y-%m-%d}"
    sent = {"document_number": "样例函9号", "decided_on": day, "outcome": "approved"}
    assert client.post(url, form_values(client, url) | sent).status_code == 302
    for tab in ("content", "timeline", "opinions"):
        assert "样例函9号" in text_of(client.get(f"/cases/{walk.case.pk}/?tab={tab}"))
    told = client.get(f"/api/v1/cases/{walk.case.pk}/").json()["papers"]
    assert told[-1]["document_number"] == "样例函9号"


@recording
def test_the_interface_for_programs_records_with_the_same_words(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    data = asked_of(walk.case, "record") | {"decided_on": yesterday().isoformat()}
    sent = {"action": "record", "version": walk.case.version, "data": data}
    answer = client_of(walk.hand()).post(
        f"/api/v1/cases/{walk.case.pk}/perform/", sent, content_type="application/json"
    )
    assert answer.status_code == 400
    with pytest.raises(Refused) as refused:
        walk.do("record", data=data)
    assert answer.json()["detail"] == str(refused.value)


@deciding_outside
def test_the_applicant_reads_the_papers_with_the_decision(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    applicant = walk.hand(procedure.first.hand)
    numbers = [paper.document_number for paper in queries.papers_of(walk.case)]
    client = client_of(applicant)
    for tab in ("content", "timeline", "opinions"):
        shown = text_of(client.get(f"/cases/{walk.case.pk}/?tab={tab}"))
        assert not any(number in shown for number in numbers)
    walk.approve()
    assert len(queries.recorded_of(walk.case, applicant)) == len(numbers)


@recording
def test_only_its_hand_is_offered_to_record(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    assert [o.refusal for o in offers(walk.case, walk.hand()) if o.move.action == "record"] == [""]
    assert not offers(walk.case, walk.hand(procedure.first.hand))
