"""Who reads what the offices write before the decision: the offices, and nobody else."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.roles import Role
from casework import acts, queries
from casework.models import Consultation, Panel, PanelSeat
from casework.seats import person
from records.actor import Actor
from tests import factories as make
from tests.casework.browsing import client_of, text_of
from tests.casework.trial import DEFECT, World

pytestmark = pytest.mark.django_db

INNER = "内部意见：面积存疑"
PAGES = ("?tab=timeline", "?tab=opinions", "")


def seen_by(actor: Actor, world: World) -> str:
    """The case's pages and its entry in the interface, as one text."""
    client = client_of(actor)
    pages = [text_of(client.get(f"/cases/{world.case.pk}/{tab}")) for tab in PAGES]
    return " ".join([*pages, client.get(f"/api/v1/cases/{world.case.pk}/").content.decode()])


def expert_of(world: World) -> Actor:
    panel = Panel.objects.create(
        case=world.case,
        stage=world.case.stage,
        size=1,
        seed="0",
        due_on=timezone.localdate(),
        convened_by_id=person(world.reviewer),
    )
    PanelSeat.objects.create(panel=panel, expert_id=person(world.experts[0]))
    return world.experts[0]


def consultee_of(world: World) -> Actor:
    department = make.make_organisation("department", "140700")
    consultee = make.make_actor(Role.CONSULTEE, department)
    Consultation.objects.create(
        case=world.case,
        stage=world.case.stage,
        organisation=department,
        question="有无欠税？",
        due_on=timezone.localdate(),
        asked_by_id=person(world.reviewer),
    )
    return consultee


def test_the_applicant_reads_no_opinion_with_which_an_office_sent_the_case_on(world: World) -> None:
    world.reach("county_review").do("forward", opinion=INNER)
    world.reach("bureau_review")
    assert INNER not in seen_by(world.operator, world)
    assert INNER in seen_by(world.reviewer, world)


def test_the_applicant_still_sees_that_the_case_went_on(world: World) -> None:
    world.reach("county_sign")
    actions = [step.action for step in queries.steps_of(world.case, world.operator)]
    assert "forward" in actions


def test_the_remark_of_a_return_is_the_applicants_to_read(world: World) -> None:
    world.reach("county_review")
    world.do("return_for_supplement", data={"defects": [DEFECT]}, opinion="请按期补正")
    shown = seen_by(world.operator, world)
    assert "请按期补正" in shown
    assert DEFECT["text"] in shown


def test_the_applicant_reads_why_with_the_decision(world: World) -> None:
    world.reach("county_review").do("forward", opinion=INNER)
    world.reach("decision").approve()
    assert INNER in seen_by(world.operator, world)


def test_a_withdrawn_case_was_not_decided_and_stays_shut(world: World) -> None:
    world.reach("county_review").do("forward", opinion=INNER)
    world.do("send_back", world.head, opinion="请核实")
    world.do("withdraw", world.operator, opinion="")
    assert INNER not in seen_by(world.operator, world)


@pytest.mark.parametrize("assigned", [expert_of, consultee_of])
def test_who_is_assigned_reads_no_opinion_of_an_office(
    world: World, assigned: Callable[[World], Actor]
) -> None:
    world.reach("county_review")
    world.do("return_for_supplement", data={"defects": [DEFECT]}, opinion="请按期补正")
    world.do("submit")
    world.do("forward", opinion=INNER)
    world.reach("bureau_review")
    shown = seen_by(assigned(world), world)
    assert not [one for one in (INNER, "请按期补正", DEFECT["text"]) if one in shown]


def test_who_is_assigned_reads_no_opinion_after_the_decision_either(world: World) -> None:
    world.reach("county_review").do("forward", opinion=INNER)
    world.reach("expert_review")
    world.hear()
    drawn = world.case.panels.get().seats.first()
    assert drawn is not None
    world.reach("decision").approve(opinion="同意认定样例")
    expert = next(one for one in world.experts if one.user_id == drawn.expert_id)
    shown = seen_by(expert, world)
    assert INNER not in shown
    assert "同意认定样例" not in shown


def test_an_expert_reads_no_answer_of_a_consulted_department(world: World) -> None:
    world.reach("bureau_review")
    consultee = consultee_of(world)
    asked = world.case.consultations.get()
    acts.answer_consultation(asked.pk, consultee, answer="disagree", text="有欠税记录")
    assert not queries.consultations_of(world.case, expert_of(world)).exists()
    assert queries.consultations_of(world.case, consultee).exists()


def test_defects_still_open_are_no_matter_of_an_expert(world: World) -> None:
    world.reach("bureau_review")
    expert = expert_of(world)
    day = (timezone.localdate() + timedelta(days=7)).isoformat()
    world.do("return_for_supplement", data={"defects": [DEFECT], "answer_by": day})
    assert DEFECT["text"] not in seen_by(expert, world)
