"""Verification, judgements and waivers: who may, with what, and the second person."""

from dataclasses import replace

import pytest

from accounts.roles import Role
from applications import acts, queries
from applications.models import Judgement, Waiver
from casework.models import Case
from records.errors import Refused, Stale
from records.models import OutboxMessage
from tests import factories as make
from tests.applications.test_submission import refusal
from tests.applications.trial import World, make_world

LEAF = "JZ-9(1)"


@pytest.fixture
def at_bureau(world: World) -> World:
    return world.to_bureau()


@pytest.fixture
def small(db: None) -> World:
    """A park that misses the floor area of a single site."""
    return make_world(floor_area="2500").to_bureau()


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.code


def test_unverified_figures_hold_the_case_and_are_named(at_bureau: World) -> None:
    assert "建筑面积" in refusal(at_bureau, "forward")


def test_unanswered_standards_hold_the_case_and_are_named(at_bureau: World) -> None:
    at_bureau.verify()
    assert "规划论证科学" in refusal(at_bureau, "forward")


def test_a_judgement_counts_only_when_confirmed(at_bureau: World) -> None:
    made = at_bureau.judge(LEAF)
    assert LEAF in at_bureau.content().verdict.to_judge
    at_bureau.confirm("judgement", made)
    assert LEAF not in at_bureau.content().verdict.to_judge


def test_an_unconfirmed_judgement_holds_the_case(at_bureau: World) -> None:
    at_bureau.verify()
    for leaf in at_bureau.content().verdict.to_judge:
        at_bureau.judge(leaf)
    at_bureau.confirm("judgement", at_bureau.content().judgements[0])
    assert "规划论证科学" not in refusal(at_bureau, "forward")


def test_its_maker_does_not_confirm_a_judgement(at_bureau: World) -> None:
    made = at_bureau.judge(LEAF)
    with pytest.raises(Refused) as refused:
        at_bureau.confirm("judgement", made, at_bureau.reviewer)
    assert code_of(refused) == "second_person"


def test_nor_does_who_lent_the_maker_the_role(at_bureau: World) -> None:
    lent = replace(
        at_bureau.reviewer,
        on_behalf_of=at_bureau.director.name,
        on_behalf_of_id=at_bureau.director.user_id,
    )
    made = acts.judge(
        at_bureau.case.pk,
        lent,
        at_bureau.case.version,
        LEAF,
        met=True,
        reason="样例",
        document="样例",
    )
    with pytest.raises(Refused):
        at_bureau.confirm("judgement", made, at_bureau.director)


def test_nor_does_the_maker_in_somebody_elses_role(at_bureau: World) -> None:
    made = at_bureau.judge(LEAF)
    borrowed = replace(
        at_bureau.second,
        on_behalf_of=at_bureau.reviewer.name,
        on_behalf_of_id=at_bureau.reviewer.user_id,
    )
    with pytest.raises(Refused):
        at_bureau.confirm("judgement", made, borrowed)


def test_the_director_confirms_too(at_bureau: World) -> None:
    made = at_bureau.judge(LEAF)
    at_bureau.confirm("judgement", made, at_bureau.director)
    assert Judgement.objects.get(pk=made.pk).confirmed_by_id == at_bureau.director.user_id


@pytest.mark.parametrize("who", ["officer", "head", "operator"])
def test_nobody_outside_the_bureau_confirms(at_bureau: World, who: str) -> None:
    made = at_bureau.judge(LEAF)
    with pytest.raises(Refused):
        at_bureau.confirm("judgement", made, getattr(at_bureau, who))


@pytest.mark.parametrize("missing", ["reason", "document"])
def test_a_judgement_without_reason_or_document_is_refused(at_bureau: World, missing: str) -> None:
    with pytest.raises(Refused) as refused:
        at_bureau.judge(LEAF, **{missing: " "})
    assert code_of(refused) == missing


@pytest.mark.parametrize("missing", ["reason", "document"])
def test_a_waiver_without_reason_or_document_is_refused(small: World, missing: str) -> None:
    small.verify()
    with pytest.raises(Refused) as refused:
        small.waive("JZ-9(2)a", **{missing: ""})
    assert code_of(refused) == missing


def test_a_measured_condition_is_not_judged(at_bureau: World) -> None:
    with pytest.raises(Refused) as refused:
        at_bureau.judge("JZ-9(3)a")
    assert code_of(refused) == "leaf"


def test_an_unknown_condition_is_refused(at_bureau: World) -> None:
    with pytest.raises(Refused) as refused:
        at_bureau.judge("JZ-99")
    assert code_of(refused) == "leaf"


def test_a_standard_is_judged_once(at_bureau: World) -> None:
    at_bureau.judge(LEAF)
    with pytest.raises(Refused) as refused:
        at_bureau.judge(LEAF)
    assert code_of(refused) == "answered"


def test_a_withdrawn_judgement_makes_room_for_another(at_bureau: World) -> None:
    made = at_bureau.judge(LEAF)
    acts.withdraw_answer(
        at_bureau.case.pk, at_bureau.reviewer, at_bureau.case.version, "judgement", made.pk
    )
    again = at_bureau.judge(LEAF, met=False)
    assert again.met is False


def test_a_condition_that_is_met_is_not_waived(at_bureau: World) -> None:
    at_bureau.verify()
    with pytest.raises(Refused) as refused:
        at_bureau.waive("JZ-9(2)a")
    assert code_of(refused) == "met"


def test_a_confirmed_waiver_turns_the_miss(small: World) -> None:
    small.verify()
    waiver = small.waive("JZ-9(2)a")
    before = {step.clause: step.outcome for step in small.content().verdict.tree.leaves()}
    small.confirm("waiver", waiver)
    after = {step.clause: step.outcome for step in small.content().verdict.tree.leaves()}
    assert (before["JZ-9(2)a"], after["JZ-9(2)a"]) == ("not_met", "met")


def test_no_relaxed_figure_where_the_text_prints_none(small: World) -> None:
    small.verify()
    with pytest.raises(Refused) as refused:
        small.waive("JZ-9(2)a", value="2500")
    assert code_of(refused) == "relaxation"
    assert not Waiver.objects.exists()


@pytest.mark.parametrize("who", ["officer", "head", "operator", "director"])
def test_only_the_reviewer_verifies_judges_and_waives(at_bureau: World, who: str) -> None:
    actor, case = getattr(at_bureau, who), at_bureau.case
    with pytest.raises(Refused) as refused:
        acts.verify_facts(case.pk, actor, case.version, {"floor_area": "3600"})
    assert code_of(refused) == "role"
    with pytest.raises(Refused):
        acts.judge(case.pk, actor, case.version, LEAF, met=True, reason="样例", document="样例")
    with pytest.raises(Refused):
        acts.waive(case.pk, actor, case.version, LEAF, reason="样例", document="样例")


def test_nothing_is_verified_before_the_case_is_at_the_bureau(world: World) -> None:
    world.submit()
    with pytest.raises(Refused):
        world.judge(LEAF)


def test_a_reviewer_of_another_area_does_not_find_the_case(at_bureau: World) -> None:
    stranger = make.make_actor(Role.REVIEWER, make.make_bureau("310000"))
    with pytest.raises(Case.DoesNotExist):
        acts.verify_facts(at_bureau.case.pk, stranger, at_bureau.case.version, {})


def test_a_stale_version_is_refused(at_bureau: World) -> None:
    stale = at_bureau.case.version
    at_bureau.judge(LEAF)
    with pytest.raises(Stale):
        acts.verify_facts(at_bureau.case.pk, at_bureau.reviewer, stale, {"floor_area": "3600"})


def test_the_verified_figure_counts_for_the_verdict(at_bureau: World) -> None:
    acts.verify_facts(
        at_bureau.case.pk, at_bureau.reviewer, at_bureau.case.version, {"floor_area": "2900"}
    )
    steps = {step.clause: step for step in at_bureau.content().verdict.tree.leaves()}
    assert steps["JZ-9(2)a"].gap == "100"


def test_the_applicant_sees_findings_only_with_the_decision(at_bureau: World) -> None:
    assert not queries.sees_review(at_bureau.case, at_bureau.operator)
    assert queries.sees_review(at_bureau.case, at_bureau.officer)
    at_bureau.case.status = Case.Status.APPROVED
    assert queries.sees_review(at_bureau.case, at_bureau.operator)


def test_second_persons_are_told_once_a_day(at_bureau: World) -> None:
    at_bureau.judge(LEAF)
    at_bureau.judge("JZ-9(5)")
    told = OutboxMessage.objects.filter(event__contains="answers", channel="site")
    people = set(told.values_list("recipient_id", flat=True))
    assert people == {at_bureau.second.user_id, at_bureau.director.user_id}
    assert told.count() == 2


def test_unmet_conditions_hold_the_approval_and_say_what_would_be_needed(small: World) -> None:
    small.verify()
    small.judge_all()
    reason = _approval_refusal(small)
    assert "第九条（二）" in reason
    assert "500" in reason


def test_the_name_must_carry_the_prefix(world: World) -> None:
    world.to_decision()
    with pytest.raises(Refused) as refused:
        world.approve(name=world.park.name)
    assert "晋中" in str(refused.value)


def test_who_only_verified_does_not_decide_either(world: World) -> None:
    """The other reviewer forwarded everything: verifying alone is preparing, too."""
    world.to_bureau()
    world.verify(world.second)
    world.judge_all()
    _walk_to_decision(world)
    user = make.user_of(world.second)
    chair = make.give_role(user, Role.DIRECTOR, world.case.bureau)
    same = replace(world.second, role=Role.DIRECTOR, membership_id=chair.pk)
    world.basis(world.director)
    with pytest.raises(Refused):
        world.do("approve", same, data={"document_number": "一号", "name": "晋中样例"})


def _approval_refusal(world: World) -> str:
    _walk_to_decision(world)
    with pytest.raises(Refused) as refused:
        world.approve()
    return str(refused.value)


def _walk_to_decision(world: World) -> None:
    world.do("forward")
    world.hear()
    world.do("forward")
    world.publish()
    world.do("forward")
