"""What counts for the round in which the case is: its panel, and the basis for going on."""

import pytest

from casework import acts, queries
from casework.models import Basis, Case
from casework.rounds import panel_of_round
from records.errors import Refused
from tests import factories as make
from tests.casework.browsing import client_of, text_of
from tests.casework.trial import World, findings, sibling

pytestmark = pytest.mark.django_db


def again(world: World) -> World:
    """Heard once, then sent back from the notice for another evaluation."""
    world.reach("notice").do("send_back", opinion="请重新评审")
    return world


def test_a_panel_of_the_round_before_does_not_carry_the_case_on(world: World) -> None:
    again(world)
    with pytest.raises(Refused, match=r"Convene|专家"):
        world.do("forward")
    world.hear()
    world.do("forward")
    assert world.case.stage == "notice"


def test_the_next_step_of_a_second_round_is_to_convene(world: World) -> None:
    again(world)
    case = queries.case_for_page(world.reviewer, world.case.pk)
    primary = queries.ways_of(case, world.reviewer).primary
    assert primary is not None
    assert primary.url.endswith("/panel/")


def test_a_panel_ends_with_the_cases_stay_at_its_stage(world: World) -> None:
    world.reach("expert_review").panel()
    world.do("send_back", opinion="先核实面积")
    assert world.case.panels.get().closed_at is not None
    world.do("forward")
    assert panel_of_round(world.case) is None
    world.hear()
    world.do("forward")
    assert world.case.stage == "notice"


def test_an_expert_of_an_ended_panel_is_told_so(world: World) -> None:
    expert = world.reach("expert_review").panel()[0]
    world.do("propose_refusal", opinion="面积不足")
    seat = world.case.panels.get().seats.get(expert_id=expert.user_id)
    with pytest.raises(Refused, match=r"has ended|已结束"):
        acts.give_opinion(seat.pk, expert, vote="for", opinion="可行", heads=findings(world.case))
    assert not client_of(expert).get("/").context["asked"]


def test_a_county_officer_records_no_basis_for_the_approval(world: World) -> None:
    world.reach("county_review")
    with pytest.raises(Refused, match=r"bureau that decides|作出决定"):
        world.basis(world.officer)
    assert not Basis.objects.filter(phase=Basis.Phase.APPROVAL).exists()
    shown = client_of(world.officer).get(f"/cases/{world.case.pk}/").content.decode()
    assert f"/cases/{world.case.pk}/basis/" not in shown


def test_the_bureau_records_the_basis_for_the_approval(world: World) -> None:
    world.reach("decision").basis(world.director)
    assert world.case.bases.get(phase=Basis.Phase.APPROVAL).recorded_by_id == world.director.user_id


def test_a_closed_case_takes_no_basis(world: World) -> None:
    world.reach("decision").approve()
    with pytest.raises(Refused):
        world.basis(world.director)


def test_the_page_of_the_basis_does_not_lead_to_itself(world: World) -> None:
    page = f"/cases/{world.case.pk}/basis/"
    client = client_of(world.operator)
    assert f'href="{page}"' in client.get(f"/cases/{world.case.pk}/").content.decode()
    shown = client.get(page)
    assert f'href="{page}"' not in shown.content.decode()
    assert "登记继续适用依据" in text_of(shown) or "Record the basis" in text_of(shown)


def test_an_office_reads_the_notice_on_which_its_case_stands(world: World) -> None:
    from_here = world.reach("notice").publish()
    answer = client_of(world.officer).get(f"/notices/{from_here.pk}/")
    assert [entry.case_id for entry in answer.context["entries"]] == [world.case.pk]


def test_a_notice_shows_an_office_no_case_of_others(world: World) -> None:
    world.reach("notice")
    other = sibling(world).reach("notice")
    Case.objects.filter(pk=other.case.pk).update(area=make.make_area("140724"))
    cases = {one.case.pk: Case.objects.get(pk=one.case.pk).version for one in (world, other)}
    notice = acts.publish_notice(world.reviewer, cases, title="样例公示")
    answer = client_of(world.officer).get(f"/notices/{notice.pk}/")
    assert [entry.case_id for entry in answer.context["entries"]] == [world.case.pk]
    stranger = make.make_actor("officer", make.make_district_office("310118"))
    assert client_of(stranger).get(f"/notices/{notice.pk}/").status_code == 404
