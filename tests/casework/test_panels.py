"""Panels of experts: drawn, free of interest, blind."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.acting import actor_of
from accounts.roles import Role
from casework import acts, queries
from casework.acts.panels import digest_of, draw, eligible_experts
from casework.models import ExpertInterest, PanelSeat
from casework.seats import person
from records.errors import Refused
from records.models import AuditEntry
from tests import factories as make
from tests.casework.trial import World, findings

pytestmark = pytest.mark.django_db


@pytest.fixture
def sitting(world: World) -> World:
    return world.reach("expert_review")


def speak(world: World, expert: object, vote: str = "for") -> PanelSeat:
    seat = world.case.panels.latest("pk").seats.get(expert_id=expert.user_id)  # type: ignore[attr-defined]
    heads = findings(world.case)
    return acts.give_opinion(seat.pk, expert, vote=vote, opinion="可行", heads=heads)  # type: ignore[arg-type]


def test_the_draw_can_be_repeated_from_its_seed() -> None:
    assert draw([1, 2, 3, 4, 5], 3, "seed") == draw([1, 2, 3, 4, 5], 3, "seed")


def test_the_draw_and_its_pool_are_on_the_audit_trail(sitting: World) -> None:
    sitting.panel(3)
    entry = AuditEntry.objects.get(action="casework.convene_panel")
    panel = sitting.case.panels.get()
    assert entry.after
    assert draw(entry.after["pool"], 3, entry.after["seed"]) == list(
        panel.seats.order_by("pk").values_list("expert_id", flat=True)
    )


def test_an_expert_with_an_interest_is_not_drawn(sitting: World) -> None:
    barred = sitting.experts[0]
    ExpertInterest.objects.create(
        expert_id=person(barred), organisation=sitting.case.applicant, reason="顾问"
    )
    assert barred.user_id not in eligible_experts(sitting.case)


def test_an_expert_with_an_interest_in_the_park_is_not_drawn(sitting: World) -> None:
    barred = sitting.experts[0]
    ExpertInterest.objects.create(
        expert_id=person(barred), park=sitting.case.park, reason="配偶在园区任职"
    )
    assert barred.user_id not in eligible_experts(sitting.case)


def test_an_interest_that_ended_bars_nobody(sitting: World) -> None:
    free, today = sitting.experts[0], timezone.localdate()
    interest = ExpertInterest.objects.create(
        expert_id=person(free),
        organisation=sitting.case.applicant,
        reason="顾问",
        since=make.LONG_AGO,
        until=today,
    )
    assert free.user_id not in eligible_experts(sitting.case)
    interest.until = today - timedelta(days=1)
    interest.save()
    assert free.user_id in eligible_experts(sitting.case)


def test_too_few_free_experts_refuse_the_panel(sitting: World) -> None:
    with pytest.raises(Refused, match="5"):
        sitting.panel(6)


def test_a_panel_belongs_to_its_stage(world: World) -> None:
    world.reach("bureau_review")
    with pytest.raises(Refused):
        world.panel(3)


def test_only_the_reviewer_convenes(sitting: World) -> None:
    due = timezone.localdate() + timedelta(days=5)
    with pytest.raises(Refused):
        acts.convene_panel(
            sitting.case.pk, sitting.director, sitting.case.version, size=3, due_on=due
        )


def test_the_case_waits_until_every_expert_has_spoken(sitting: World) -> None:
    first, second = sitting.panel(2)
    speak(sitting, first)
    with pytest.raises(Refused, match="1"):
        sitting.do("forward")
    speak(sitting, second)
    sitting.do("forward")
    assert sitting.case.stage == "notice"


def test_opinions_stay_blind_until_all_are_given(sitting: World) -> None:
    first, second = sitting.panel(2)
    speak(sitting, first)
    (panel,) = queries.panels_of(sitting.case, sitting.reviewer)
    assert {seat.opinion for seat in panel.seats.all()} == {""}
    speak(sitting, second)
    (panel,) = queries.panels_of(sitting.case, sitting.reviewer)
    assert {seat.opinion for seat in panel.seats.all()} == {"可行"}


def test_the_audit_trail_keeps_a_digest_of_the_opinion_and_no_word_of_it(sitting: World) -> None:
    seat = speak(sitting, sitting.panel(3)[0], vote="against")
    entry = AuditEntry.objects.get(action="casework.give_opinion")
    assert entry.after == {"seat": seat.pk, "sha256": digest_of(seat)}
    assert entry.note == ""


def test_an_expert_of_the_panel_does_not_decide_as_a_director(sitting: World) -> None:
    sitting.reach("decision")
    seat = PanelSeat.objects.filter(given_at__isnull=False).latest("pk")
    make.give_role(seat.expert, Role.DIRECTOR, sitting.case.bureau)
    director = actor_of(seat.expert, f"m{seat.expert.memberships.latest('pk').pk}")
    assert director is not None
    sitting.basis(director)
    with pytest.raises(Refused, match="经手准备"):
        sitting.do("approve", director, data={"document_number": "9", "name": "晋中样例产业园"})


def test_a_panel_of_which_everybody_stepped_down_makes_room_for_another(sitting: World) -> None:
    for expert in [*sitting.panel(5)]:
        seat = sitting.case.panels.get().seats.get(expert_id=expert.user_id)
        acts.recuse(seat.pk, expert, reason="同事")
    with pytest.raises(Refused, match="请先组织专家评审"):
        sitting.do("forward")
    assert len(sitting.panel(3)) == 3


def test_an_expert_sees_only_the_own_seat(sitting: World) -> None:
    first, second = sitting.panel(2)
    other = sitting.case.panels.get().seats.get(expert_id=second.user_id)
    with pytest.raises(PanelSeat.DoesNotExist):
        queries.seat_of(first, other.pk)


def test_an_expert_who_was_not_drawn_does_not_find_the_case(sitting: World) -> None:
    drawn = sitting.panel(2)
    (idle, *_others) = [expert for expert in sitting.experts if expert not in drawn]
    assert not queries.cases(idle).exists()
    assert queries.cases(drawn[0]).get() == sitting.case


def test_an_opinion_is_given_once(sitting: World) -> None:
    first, _second = sitting.panel(2)
    speak(sitting, first)
    with pytest.raises(Refused):
        speak(sitting, first, "against")


def test_a_recused_expert_is_replaced_from_the_pool(sitting: World) -> None:
    first, second = sitting.panel(2)
    seat = sitting.case.panels.get().seats.get(expert_id=first.user_id)
    acts.recuse(seat.pk, first, reason="与申报单位有业务往来")
    waiting = sitting.case.panels.get().seats.filter(recused_at__isnull=True)
    assert waiting.count() == 2
    assert second.user_id in set(waiting.values_list("expert_id", flat=True))


def test_a_recusal_names_its_interest(sitting: World) -> None:
    first, _second = sitting.panel(2)
    seat = sitting.case.panels.get().seats.get(expert_id=first.user_id)
    with pytest.raises(Refused):
        acts.recuse(seat.pk, first, reason=" ")


def test_the_applicant_sees_no_panel(sitting: World) -> None:
    sitting.panel(2)
    assert queries.panels_of(sitting.case, sitting.operator) == []
    assert queries.panels_of(sitting.case, sitting.officer) == []
