"""Decisions for one and many cases."""

import pytest

from casework import acts
from casework.models import Decision, DecisionCase
from records.errors import Refused
from tests.casework.trial import World, sibling

pytestmark = pytest.mark.django_db


def ready(world: World) -> World:
    world.reach("decision")
    world.basis(world.director)
    return world


def decide(worlds: list[World], **more: object) -> object:
    return acts.decide(
        worlds[0].director,
        {one.case.pk: one.case.version for one in worlds},
        action="approve",
        opinion="同意",
        data={"document_number": "市人社函〔2026〕9号"},
        names={one.case.pk: f"晋中{one.case.title}" for one in worlds},
        **more,  # type: ignore[arg-type]
    )


def test_many_cases_are_decided_under_one_document_number(world: World) -> None:
    both = [ready(world), ready(sibling(world))]
    decide(both)
    assert Decision.objects.get().entries.count() == 2
    for one in both:
        one.case.refresh_from_db()
        assert one.case.status == "approved"


def test_one_refused_case_stops_the_whole_sitting(world: World) -> None:
    both = [ready(world), sibling(world).reach("decision")]
    with pytest.raises(Refused) as refused:
        decide(both)
    assert str(both[1].case.number) in str(refused.value)
    world.case.refresh_from_db()
    assert world.case.status == "open"
    assert not Decision.objects.exists()


def test_the_same_sitting_twice_has_one_effect(world: World) -> None:
    ready(world)
    decide([world], token="s1")
    decide([world], token="s1")
    assert DecisionCase.objects.count() == 1


def test_each_decided_case_has_its_own_verification_code(world: World) -> None:
    both = [ready(world), ready(sibling(world))]
    decide(both)
    assert DecisionCase.objects.values("code").distinct().count() == 2


def test_a_name_without_the_prefix_is_refused(world: World) -> None:
    ready(world)
    with pytest.raises(Refused):
        world.approve(name="榆次样例产业园")


def test_a_decision_without_a_document_number_is_refused(world: World) -> None:
    ready(world)
    with pytest.raises(Refused):
        world.approve(document_number=" ")


def test_a_document_number_is_not_used_for_two_outcomes(world: World) -> None:
    other = sibling(world).reach("bureau_review")
    other.do("propose_refusal", opinion="面积不足")
    ready(world).approve(document_number="样例1号")
    with pytest.raises(Refused):
        other.do("refuse", data={"document_number": "样例1号"}, opinion="面积不足")


def test_a_decision_is_not_dated_before_its_notice_ended(world: World) -> None:
    ready(world)
    last_day = world.case.notice_entries.get().notice.ends_on
    with pytest.raises(Refused, match="公示至"):
        world.approve(decided_on=str(last_day))
