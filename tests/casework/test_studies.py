"""What a study asks for: findings on each head, a day at the park, others' opinions."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from casework import acts, queries
from casework.models import PanelSeat
from records.actor import Actor
from records.errors import Refused
from rules.edition import Edition
from rules.procedure import Procedure, Stage
from tests import factories as make
from tests.casework.browsing import client_of, form_values, text_of
from tests.casework.trial import findings
from tests.casework.walking import Walk, asking, make_walk, sitting_on, soon

pytestmark = pytest.mark.django_db

#: A refusal names its clause: 第九条.
CLAUSE = r"第.*条"
GIVEN = ("law", "procedure", "stage")
by_hand = pytest.mark.parametrize(
    GIVEN, asking(lambda stage: bool(stage.heads) and not stage.panel)
)
by_experts = pytest.mark.parametrize(GIVEN, asking(lambda stage: bool(stage.heads) and stage.panel))
on_site = pytest.mark.parametrize(GIVEN, asking(lambda stage: stage.on_site))
consulting = pytest.mark.parametrize(GIVEN, asking(lambda stage: stage.waits_for_consultations))


@by_hand
def test_a_head_without_findings_is_named_with_the_clause(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    for head in stage.heads:
        heads = findings(walk.case) | {head.key: "  "}
        with pytest.raises(Refused, match=f"{head.zh}.*第.*条"):
            walk.do("forward", data={"heads": heads})


@by_hand
def test_the_form_asks_for_findings_on_each_head_and_the_offices_read_them(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    client, url = client_of(walk.hand()), f"/cases/{walk.case.pk}/do/forward/"
    fields = {f"head_{head.key}": f"{head.zh}成立" for head in stage.heads}
    assert set(fields) <= set(client.get(url).context["form"].fields)
    assert client.post(url, form_values(client, url)).status_code == 200
    assert client.post(url, form_values(client, url) | fields).status_code == 302
    walk.case.refresh_from_db()
    office, applicant = walk.hand(), walk.hand(procedure.first.hand)
    for words in fields.values():
        page = f"/cases/{walk.case.pk}/?tab=opinions"
        assert words in text_of(client_of(office).get(page))
        assert words not in text_of(client_of(applicant).get(page))
    assert queries.opinions(walk.case, office)[-1].heads


@by_hand
def test_a_program_sends_findings_and_the_applicant_does_not_get_them(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    url, data = f"/api/v1/cases/{walk.case.pk}/", {"heads": findings(walk.case)}
    sent = {"action": "forward", "version": walk.case.version, "data": data}
    answer = client_of(walk.hand()).post(f"{url}perform/", sent, content_type="application/json")
    assert answer.json()["steps"][-1]["heads"] == data["heads"]
    seen = client_of(walk.hand(procedure.first.hand)).get(url).json()["steps"]
    assert all(step["heads"] == {} for step in seen)


@by_experts
def test_an_expert_speaks_on_each_head_that_the_law_prints(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    expert, seat = _sitting(walk)
    form = client_of(expert).get(f"/seats/{seat.pk}/").context["opinion_form"]
    assert [head.key for head in form.heads] == [head.key for head in stage.heads]
    for head in stage.heads:
        with pytest.raises(Refused, match=f"{head.zh}.*第.*条"):
            _speak(walk, heads=findings(walk.case) | {head.key: ""})
    _speak(walk)
    shown = text_of(client_of(walk.hand()).get(f"/cases/{walk.case.pk}/panel/"))
    assert all(words in shown for words in findings(walk.case).values())


@on_site
def test_an_expert_names_the_day_at_the_park(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    expert, seat = _sitting(walk)
    assert (
        "visited_on" in client_of(expert).get(f"/seats/{seat.pk}/").context["opinion_form"].fields
    )
    for day in (None, timezone.localdate() + timedelta(days=1)):
        with pytest.raises(Refused):
            _speak(walk, visited_on=day)
    _speak(walk, visited_on=timezone.localdate())
    walk.case.refresh_from_db()
    walk.do("forward")


@on_site
def test_one_expert_who_has_not_been_there_holds_the_case(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    walk.prepare()
    seats = PanelSeat.objects.filter(panel__case=walk.case)
    seats.filter(pk=seats.latest("pk").pk).update(visited_on=None)
    with pytest.raises(Refused, match=CLAUSE):
        walk.do("forward")


@on_site
@pytest.mark.parametrize("ahead", [None, 1])
def test_a_case_does_not_go_on_before_the_experts_have_been_there(
    law: Edition, procedure: Procedure, stage: Stage, ahead: int | None
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    walk.prepare()
    day = timezone.localdate() + timedelta(days=ahead) if ahead else None
    PanelSeat.objects.filter(panel__case=walk.case).update(visited_on=day)
    with pytest.raises(Refused, match=CLAUSE):
        walk.do("forward")


@pytest.mark.parametrize(GIVEN, asking(lambda stage: stage.panel and not stage.on_site))
def test_where_the_law_sends_nobody_no_day_is_asked(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    expert, seat = _sitting(walk)
    form = client_of(expert).get(f"/seats/{seat.pk}/").context["opinion_form"]
    assert "visited_on" not in form.fields


@consulting
def test_a_case_waits_until_somebody_was_asked_and_all_have_answered(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    walk.hear()
    with pytest.raises(Refused, match=CLAUSE):
        walk.do("forward")
    first, second = walk.ask(), walk.ask()
    walk.answer(first)
    with pytest.raises(Refused, match=str(second.organisation)):
        walk.do("forward")
    walk.answer(second)
    walk.do("forward")


@consulting
def test_in_a_second_round_others_are_asked_anew(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    walk = make_walk(law, procedure).reach(stage.key)
    walk.prepare()
    walk.do("send_back")
    walk.do("forward")
    walk.hear()
    with pytest.raises(Refused, match=CLAUSE):
        walk.do("forward")
    again = acts.consult(
        walk.case.pk,
        walk.hand(),
        walk.case.version,
        organisations=[walk.case.consultations.get().organisation],
        question="材料已补正，请再审",
        due_on=soon(),
    )[0]
    walk.answer(again)
    walk.do("forward")


def _sitting(walk: Walk) -> tuple[Actor, PanelSeat]:
    expert = make.make_actor("expert", walk.case.bureau)
    panel = acts.convene_panel(walk.case.pk, walk.hand(), walk.case.version, size=1, due_on=soon())
    walk.case.refresh_from_db()
    return expert, panel.seats.get()


def _speak(walk: Walk, **more: object) -> None:
    seat = walk.case.panels.get().seats.get()
    own: dict[str, Any] = {"vote": "for", "opinion": "可行", "heads": findings(walk.case)}
    own["visited_on"] = timezone.localdate()
    acts.give_opinion(seat.pk, sitting_on(seat), **(own | more))
