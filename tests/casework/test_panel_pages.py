"""专家评审 and 会审 as pages."""

from typing import Any

import pytest
from django.test import Client

from casework import acts
from casework.models import Consultation, PanelSeat
from records.actor import Actor
from tests import factories as make
from tests.casework.browsing import client_of, form_values, text_of
from tests.casework.trial import World, findings

pytestmark = pytest.mark.django_db

HEADS = ("feasibility", "soundness", "scale", "policies")


@pytest.fixture
def sitting(world: World) -> World:
    return world.reach("expert_review")


def seat_of(world: World, expert: Actor) -> PanelSeat:
    return world.case.panels.latest("pk").seats.get(expert_id=expert.user_id)


def opinion(**typed: Any) -> dict[str, Any]:
    words = {f"head_{key}": f"关于{key}的意见" for key in HEADS}
    return words | {"vote": "for", "opinion": "总体可行"} | typed


def convene(world: World, **typed: Any) -> Any:
    client, url = client_of(world.reviewer), f"/cases/{world.case.pk}/panel/"
    return client.post(url, form_values(client, url) | {"size": 3, "due_on": "2030-01-05"} | typed)


def test_the_reviewer_convenes_a_panel(sitting: World) -> None:
    assert convene(sitting).status_code == 302
    assert sitting.case.panels.get().seats.count() == 3


def test_a_panel_larger_than_the_pool_is_refused_beside_the_form(sitting: World) -> None:
    answer = convene(sitting, size=50)
    assert "5" in answer.context["form"].non_field_errors()[0]
    assert not sitting.case.panels.exists()


def test_a_sitting_panel_cannot_be_doubled(sitting: World) -> None:
    sitting.panel()
    page = client_of(sitting.reviewer).get(f"/cases/{sitting.case.pk}/panel/")
    assert page.context["form"] is None


def test_the_reviewer_sees_who_has_spoken_but_not_what(sitting: World) -> None:
    first = sitting.panel()[0]
    heads = findings(sitting.case)
    acts.give_opinion(seat_of(sitting, first).pk, first, vote="for", opinion="机密", heads=heads)
    shown = client_of(sitting.reviewer).get(f"/cases/{sitting.case.pk}/panel/")
    assert first.name in text_of(shown)
    assert "机密" not in text_of(shown)
    assert shown.context["panels"][0][1] is None


def test_the_spread_is_shown_once_all_have_spoken(sitting: World) -> None:
    for number, expert in enumerate(sitting.panel()):
        client_of(expert).post(
            f"/seats/{seat_of(sitting, expert).pk}/",
            opinion(vote="against" if number == 0 else "for"),
        )
    shown = client_of(sitting.reviewer).get(f"/cases/{sitting.case.pk}/panel/")
    spread = shown.context["panels"][0][1]
    assert (spread.in_favour, spread.against) == (2, 1)
    assert "关于feasibility的意见" in text_of(shown)


@pytest.mark.parametrize("person", ["officer", "head", "operator"])
def test_nobody_outside_the_bureau_opens_the_panel(sitting: World, person: str) -> None:
    sitting.panel()
    answer = client_of(getattr(sitting, person)).get(f"/cases/{sitting.case.pk}/panel/")
    assert answer.status_code in (403, 404)


def test_an_expert_speaks_on_every_head_of_the_law(sitting: World) -> None:
    expert = sitting.panel()[0]
    seat = seat_of(sitting, expert)
    answer = client_of(expert).post(f"/seats/{seat.pk}/", opinion(head_scale=""))
    assert answer.context["opinion_form"].errors["head_scale"]
    client_of(expert).post(f"/seats/{seat.pk}/", opinion())
    seat.refresh_from_db()
    assert (set(seat.heads), seat.vote) == (set(HEADS), "for")


def test_an_expert_does_not_open_the_seat_of_another(sitting: World) -> None:
    first, second, _third = sitting.panel()
    url = f"/seats/{seat_of(sitting, second).pk}/"
    assert client_of(first).get(url).status_code == 404
    assert client_of(first).post(url, opinion()).status_code == 404
    assert client_of(first).post(f"{url}recuse/", {"reason": "x"}).status_code == 404


def test_an_expert_steps_down_with_a_reason(sitting: World) -> None:
    expert = sitting.panel()[0]
    seat = seat_of(sitting, expert)
    client = client_of(expert)
    assert client.post(f"/seats/{seat.pk}/recuse/", {"reason": ""}).status_code == 200
    client.post(f"/seats/{seat.pk}/recuse/", {"reason": "配偶在该园区任职"})
    seat.refresh_from_db()
    assert seat.recusal_reason == "配偶在该园区任职"


def test_an_opinion_given_twice_is_refused_and_kept_as_it_was(sitting: World) -> None:
    expert = sitting.panel()[0]
    seat = seat_of(sitting, expert)
    client = client_of(expert)
    client.post(f"/seats/{seat.pk}/", opinion())
    client.post(f"/seats/{seat.pk}/", opinion(vote="against"))
    seat.refresh_from_db()
    assert seat.vote == "for"


def test_the_desk_of_an_expert_shows_the_case_to_judge(sitting: World) -> None:
    expert = sitting.panel()[0]
    client, seat = client_of(expert), seat_of(sitting, expert)
    (asked,) = client.get("/").context["asked"]
    assert (asked.case, asked.url) == (sitting.case, f"/seats/{seat.pk}/")
    assert asked.left.day == seat.panel.due_on
    primary = client.get(f"/cases/{sitting.case.pk}/").context["ways"].primary
    assert primary.url == f"/seats/{seat.pk}/"


def ask(world: World, *departments: Any) -> Any:
    client, url = client_of(world.reviewer), f"/cases/{world.case.pk}/consult/"
    values = {
        "organisations": [one.pk for one in departments],
        "question": "是否有税务异常？",
        "due_on": "2030-01-05",
    }
    return client.post(url, form_values(client, url) | values)


def test_departments_are_asked_in_parallel(sitting: World) -> None:
    two = [make.make_organisation("department", "140700") for _number in range(2)]
    assert ask(sitting, *two).status_code == 302
    assert sitting.case.consultations.count() == 2


def test_where_nobody_can_be_asked_the_page_says_what_to_do_and_has_no_form(
    sitting: World,
) -> None:
    page = client_of(sitting.reviewer).get(f"/cases/{sitting.case.pk}/consult/")
    assert "请由管理员在“组织机构”中添加" in text_of(page)
    assert 'name="question"' not in page.text


def test_a_question_to_nobody_is_refused_with_what_to_do(sitting: World) -> None:
    url = f"/cases/{sitting.case.pk}/consult/"
    page = client_of(sitting.reviewer).post(url, {"question": "是否有税务异常？"})
    assert "请由管理员在“组织机构”中添加" in str(page.context["form"].errors["organisations"])
    assert not sitting.case.consultations.exists()


def test_a_department_of_another_area_is_not_offered(sitting: World) -> None:
    stranger = make.make_organisation("department", "310000")
    assert ask(sitting, stranger).context["form"].errors["organisations"]


def reply(client: Client, asked: Consultation, **typed: str) -> Any:
    page = f"/consultations/{asked.pk}/"
    return client.post(page, form_values(client, page) | typed)


def test_a_department_answers_once_and_sees_its_own_question_alone(sitting: World) -> None:
    one, other = (make.make_organisation("department", "140700") for _number in range(2))
    ask(sitting, one, other)
    mine = Consultation.objects.get(organisation=one)
    client = client_of(make.make_actor("consultee", one))
    reply(client, mine, answer="agree", text="无异常")
    mine.refresh_from_db()
    assert (mine.answer, mine.text) == ("agree", "无异常")
    theirs = Consultation.objects.get(organisation=other)
    assert client.get(f"/consultations/{theirs.pk}/").status_code == 404
    reply(client, mine, answer="disagree", text="改口", token="another")
    mine.refresh_from_db()
    assert mine.answer == "agree"


def test_a_departments_desk_shows_its_question_until_it_is_answered(sitting: World) -> None:
    department = make.make_organisation("department", "140700")
    ask(sitting, department)
    consultee = make.make_actor("consultee", department)
    client = client_of(consultee)
    (asked,) = client.get("/").context["asked"]
    assert asked.url == f"/consultations/{Consultation.objects.get().pk}/"
    reply(client, Consultation.objects.get(), answer="agree", text="无异常")
    assert client.get("/").context["asked"] == []


def test_the_office_reads_the_answer_and_the_applicant_does_not(sitting: World) -> None:
    department = make.make_organisation("department", "140700")
    ask(sitting, department)
    asked = Consultation.objects.get()
    consultee = make.make_actor("consultee", department)
    acts.answer_consultation(asked.pk, consultee, answer="disagree", text="有欠税记录")
    url = f"/cases/{sitting.case.pk}/?tab=opinions"
    assert "有欠税记录" in text_of(client_of(sitting.reviewer).get(url))
    assert "有欠税记录" not in text_of(client_of(sitting.operator).get(url))


def test_only_the_hand_on_turn_asks_others(sitting: World) -> None:
    department = make.make_organisation("department", "140700")
    client, url = client_of(sitting.director), f"/cases/{sitting.case.pk}/consult/"
    values = {"organisations": [department.pk], "question": "问题甲", "due_on": "2030-01-05"}
    answer = client.post(url, form_values(client, url) | values)
    assert answer.context["form"].non_field_errors()
    assert "问题甲" in text_of(answer)
