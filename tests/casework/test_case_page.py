"""办件: what the case's page tells whom."""

from typing import Any

import pytest

from casework import acts
from casework.models import Case
from casework.seats import stage_of
from records.actor import Actor
from tests import factories as make
from tests.casework.browsing import client_of, queries_of, text_of
from tests.casework.trial import DEFECT, World, findings

pytestmark = pytest.mark.django_db
TABS = ("content", "timeline", "opinions")


def page(world: World, actor: Actor, tab: str = "") -> Any:
    url = f"/cases/{world.case.pk}/" + (f"?tab={tab}" if tab else "")
    return client_of(actor).get(url)


def test_a_wrong_area_gets_404(world: World) -> None:
    world.reach("bureau_review")
    for stranger in (
        make.make_actor("officer", make.make_district_office("140724")),
        make.make_actor("reviewer", make.make_bureau("310000")),
        make.make_actor("operator", make.make_park().operator),
        make.make_actor("expert", world.case.bureau),
        make.make_actor("consultee"),
    ):
        client = client_of(stranger)
        for path in ("", "do/forward/", "basis/", "?tab=timeline"):
            assert client.get(f"/cases/{world.case.pk}/{path}").status_code == 404


def test_every_hand_is_offered_its_next_step(world: World) -> None:
    case = f"/cases/{world.case.pk}"
    expected = {
        "draft": "/",
        "county_review": f"{case}/do/accept/",
        "county_sign": f"{case}/do/forward/",
        "bureau_review": f"{case}/do/accept/",
        "expert_review": f"{case}/panel/",
        "notice": f"/notices/publish/?case={world.case.pk}",
        "decision": f"{case}/basis/",
    }
    for stage, url in expected.items():
        world.reach(stage)
        shown = page(world, world.hand(stage))
        primary = shown.context["ways"].primary
        assert (primary.url, primary.refusal) == (url, ""), stage


def test_a_button_that_cannot_be_pressed_says_why(world: World) -> None:
    world.reach("decision")
    shown = page(world, world.director)
    ways = {way.url: way.refusal for way in shown.context["ways"].others}
    refusal = ways[f"/cases/{world.case.pk}/do/refuse/"]
    assert refusal
    assert refusal in text_of(shown)
    assert f"/cases/{world.case.pk}/do/refuse/" not in shown.content.decode()


def test_refusing_is_never_suggested_where_the_next_step_is_shut(world: World) -> None:
    world.reach("expert_review")
    world.panel()
    assert page(world, world.reviewer).context["ways"].primary is None


def test_who_is_not_on_turn_has_no_buttons(world: World) -> None:
    world.reach("bureau_review")
    for watcher in (world.officer, world.director, make.make_actor("auditor", world.case.bureau)):
        ways = page(world, watcher).context["ways"]
        assert (ways.primary, ways.others) == (None, ())


@pytest.mark.parametrize("tab", TABS)
def test_an_expired_law_is_said_on_every_tab(world: World, tab: str) -> None:
    world.reach("county_review")
    for reader in (world.operator, world.officer):
        assert "2024年11月30日" in text_of(page(world, reader, tab))


def test_the_recorded_basis_stands_in_the_banner(world: World) -> None:
    world.reach("county_review")
    assert "样例会议纪要" in text_of(page(world, world.officer))


def test_the_first_look_of_the_hand_on_turn_is_noted(world: World) -> None:
    world.reach("county_review")
    page(world, world.operator)
    world.case.refresh_from_db()
    assert world.case.opened_at is None
    page(world, world.officer)
    world.case.refresh_from_db()
    assert world.case.opened_at is not None


def test_a_return_lists_its_defects_for_the_applicant(world: World) -> None:
    world.reach("county_review")
    world.do("return_for_supplement", data={"defects": [DEFECT]})
    assert "规划报告缺页" in text_of(page(world, world.operator))


def test_mended_defects_are_no_longer_asked_for(world: World) -> None:
    world.reach("county_review")
    world.do("return_for_supplement", data={"defects": [DEFECT]})
    world.do("submit")
    assert "规划报告缺页" not in text_of(page(world, world.officer))


def test_the_applicant_does_not_see_what_stays_inside_the_offices(world: World) -> None:
    world.reach("county_sign")
    world.do("send_back", opinion="内部意见")
    for tab in TABS:
        assert "内部意见" not in text_of(page(world, world.operator, tab))
    assert "内部意见" in text_of(page(world, world.officer, "timeline"))


def test_the_applicant_reads_no_names_of_officers(world: World) -> None:
    world.reach("bureau_review")
    for tab in TABS:
        shown = text_of(page(world, world.operator, tab))
        assert world.officer.name not in shown
        assert world.head.name not in shown


def test_the_applicant_does_not_read_who_accepted_the_case(world: World) -> None:
    world.reach("bureau_review").do("accept")
    assert world.reviewer.name in text_of(page(world, world.head))
    assert world.reviewer.name not in text_of(page(world, world.operator))


def test_votes_of_a_sitting_panel_are_on_no_tab(world: World) -> None:
    world.reach("expert_review")
    first = world.panel()[0]
    seat = world.case.panels.latest("pk").seats.get(expert_id=first.user_id)
    acts.give_opinion(
        seat.pk, first, vote="against", opinion="面积存疑", heads=findings(world.case)
    )
    for tab in (*TABS, "record"):
        assert "面积存疑" not in text_of(page(world, world.reviewer, tab))


@pytest.mark.parametrize(
    ("person", "reads"),
    [("operator", 404), ("officer", 404), ("reviewer", 200), ("director", 200)],
)
def test_the_audit_record_is_for_the_bureau(world: World, person: str, reads: int) -> None:
    world.reach("bureau_review")
    assert page(world, getattr(world, person), "record").status_code == reads


def test_an_unknown_tab_is_not_found(world: World) -> None:
    assert page(world, world.operator, "nonsense").status_code == 404


def test_reminding_tells_the_hand_and_then_says_that_it_was_done(world: World) -> None:
    world.reach("county_review")
    client = client_of(world.operator)
    url = f"/cases/{world.case.pk}/remind/"
    levels = [
        [message.level_tag for message in client.post(url, follow=True).context["messages"]]
        for _time in range(2)
    ]
    assert levels == [["success"], ["error"]]
    assert world.case.steps.filter(action="remind").count() == 1


def test_an_expert_cannot_remind(world: World) -> None:
    world.reach("expert_review")
    expert = world.panel()[0]
    client_of(expert).post(f"/cases/{world.case.pk}/remind/")
    assert not world.case.steps.filter(action="remind").exists()


def test_a_case_page_keeps_to_its_budget_at_every_stage(world: World) -> None:
    for stage in ("county_review", "bureau_review", "expert_review", "notice", "decision"):
        world.reach(stage)
        hand = client_of(world.hand(stage))
        hand.get(f"/cases/{world.case.pk}/")
        for tab in (*TABS, "record"):
            if stage == "county_review" and tab == "record":
                continue
            reads = queries_of(hand, f"/cases/{world.case.pk}/?tab={tab}")
            assert reads <= 18, (stage, tab, reads)


def test_a_long_history_costs_no_more_than_a_short_one(world: World) -> None:
    world.reach("county_review")
    client, url = client_of(world.officer), f"/cases/{world.case.pk}/?tab=timeline"
    client.get(url)
    short = queries_of(client, url)
    for _round in range(5):
        world.do("forward", world.officer)
        world.do("send_back", world.head)
    client.get(url)
    assert queries_of(client, url) == short


def test_a_closed_case_offers_nothing_but_its_correction_by_who_decided(world: World) -> None:
    world.reach("decision")
    world.approve()
    (way,) = page(world, world.director).context["ways"].others
    assert way.url == f"/cases/{world.case.pk}/correct/"
    for other in (world.reviewer, world.head, world.operator):
        assert page(world, other).context["ways"].others == ()
    assert Case.objects.get(pk=world.case.pk).status == "approved"
    assert stage_of(world.case).key == "decision"


def test_a_send_back_stands_on_the_first_page_until_the_case_goes_on(world: World) -> None:
    world.reach("bureau_review").do("send_back", opinion="请核对面积")
    text = text_of(client_of(world.officer).get(f"/cases/{world.case.pk}/"))
    assert "请核对面积" in text
    assert world.reviewer.name in text
    assert "请核对面积" not in text_of(client_of(world.operator).get(f"/cases/{world.case.pk}/"))
    world.do("forward")
    assert "请核对面积" not in text_of(client_of(world.head).get(f"/cases/{world.case.pk}/"))


def test_the_form_of_a_send_back_names_where_it_leads(world: World) -> None:
    world.reach("bureau_review")
    answer = client_of(world.reviewer).get(f"/cases/{world.case.pk}/do/send_back/")
    assert world.case.district.name in answer.context["target"]
