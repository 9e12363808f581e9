"""`perform`: the one door."""

import pytest
from django.utils import timezone

from casework import acts
from casework.models import Case, Defect
from casework.seats import person
from records.errors import Refused, Stale
from records.models import AuditEntry, OutboxMessage
from tests import factories as make
from tests.casework.trial import DEFECT, World

pytestmark = pytest.mark.django_db


def test_a_draft_gets_its_number_when_it_is_submitted(world: World) -> None:
    assert world.case.number is None
    world.reach("county_review")
    assert world.case.number == f"140700-{timezone.localdate().year}-0001"


def test_a_step_is_appended_for_each_move(world: World) -> None:
    world.reach("county_sign")
    moves = list(world.case.steps.values_list("action", "from_stage", "to_stage"))
    assert moves == [
        ("create", "draft", "draft"),
        ("record_basis", "draft", "draft"),
        ("submit", "draft", "county_review"),
        ("forward", "county_review", "county_sign"),
    ]


def test_every_move_is_on_the_audit_trail_with_before_and_after(world: World) -> None:
    world.reach("county_review")
    entry = AuditEntry.objects.get(action="casework.submit")
    assert entry.before
    assert entry.after
    assert (entry.before["stage"], entry.after["stage"]) == ("draft", "county_review")


def test_the_next_hand_is_told_once(world: World) -> None:
    world.reach("county_review")
    told = OutboxMessage.objects.filter(event=f"case:{world.case.pk}:step:3", channel="site")
    assert list(told.values_list("recipient_id", flat=True)) == [world.officer.user_id]


def test_the_same_token_has_one_effect(world: World) -> None:
    world.basis(world.operator)
    version = world.case.version
    first = acts.perform(world.case.pk, "submit", world.operator, version, token="t1")
    again = acts.perform(world.case.pk, "submit", world.operator, version, token="t1")
    assert first == again
    assert world.case.steps.filter(action="submit").count() == 1


def test_a_stale_version_says_who_did_what(world: World) -> None:
    world.reach("county_review")
    old = world.case.version - 1
    with pytest.raises(Stale) as refused:
        acts.perform(world.case.pk, "accept", world.officer, old)
    assert world.operator.name in str(refused.value)
    assert refused.value.details["action"] == "submit"


def test_a_wrong_stage_is_refused_with_a_reason(world: World) -> None:
    world.reach("bureau_review")
    with pytest.raises(Refused) as refused:
        world.do("approve", world.director)
    assert refused.value.code == "stage"


def test_a_draft_is_hidden_from_the_offices(world: World) -> None:
    with pytest.raises(Case.DoesNotExist):
        world.do("submit", world.officer)


def test_a_wrong_role_is_refused_and_told_whose_turn_it_is(world: World) -> None:
    world.reach("county_sign")
    with pytest.raises(Refused) as refused:
        world.do("forward", world.officer)
    assert refused.value.code == "role"
    assert str(world.case.district) in str(refused.value)


def test_a_refusal_survives_the_rollback_on_the_audit_trail(world: World) -> None:
    world.reach("county_sign")
    with pytest.raises(Refused):
        world.do("forward", world.officer)
    entry = AuditEntry.objects.latest("seq")
    assert (entry.action, entry.after) == ("casework.forward", {"refused": True})
    assert entry.user_id == world.officer.user_id


def test_an_office_of_another_area_does_not_find_the_case(world: World) -> None:
    world.reach("county_review")
    stranger = make.make_actor("officer", make.make_district_office("140724"))
    with pytest.raises(Case.DoesNotExist):
        world.do("accept", stranger)


def test_a_missing_opinion_is_asked_for(world: World) -> None:
    world.reach("county_review")
    with pytest.raises(Refused, match=r"opinion|意见"):
        world.do("forward", opinion=" ")


def test_who_prepared_does_not_sign(world: World) -> None:
    world.reach("county_review")
    both = make.give_role(
        make.User.objects.get(pk=person(world.officer)), "director", world.case.district
    )
    world.do("forward")
    same_person = make.actor_of(both.user, f"m{both.pk}")
    with pytest.raises(Refused, match=r"yourself|经手"):
        world.do("forward", same_person)


def test_the_head_signs_again_what_was_sent_back(world: World) -> None:
    world.reach("bureau_review").do("send_back")
    world.do("forward")
    assert world.do("forward", world.head).to_stage == "bureau_review"


def test_who_prepared_the_second_round_does_not_sign_it(world: World) -> None:
    world.reach("bureau_review").do("send_back")
    officer = make.make_actor("officer", world.case.district)
    world.do("forward", officer)
    seat = make.give_role(make.user_of(officer), "director", world.case.district)
    same_person = make.actor_of(seat.user, f"m{seat.pk}")
    with pytest.raises(Refused, match=r"yourself|经手"):
        world.do("forward", same_person)


def test_who_signed_for_the_county_does_not_decide(world: World) -> None:
    world.reach("decision").basis(world.director)
    chair = make.give_role(make.user_of(world.head), "director", world.case.bureau)
    same_person = make.actor_of(chair.user, f"m{chair.pk}")
    with pytest.raises(Refused, match=r"yourself|经手"):
        world.do("approve", same_person, data={"document_number": "一号", "name": "晋中样例"})


def test_a_return_keeps_every_defect_and_comes_back_to_who_asked(world: World) -> None:
    world.reach("bureau_review")
    world.do("return_for_supplement", data={"defects": [DEFECT]})
    assert (world.case.stage, world.case.status) == ("draft", "returned")
    assert Defect.objects.get(case=world.case).text == DEFECT["text"]
    world.do("submit")
    assert (world.case.stage, world.case.status) == ("bureau_review", "open")
    assert Defect.objects.get(case=world.case).resolved_at


def test_a_return_without_defects_is_refused(world: World) -> None:
    world.reach("bureau_review")
    with pytest.raises(Refused, match=r"defect|缺陷|补正"):
        world.do("return_for_supplement", data={"defects": []})


def test_a_second_return_needs_a_reason(world: World) -> None:
    world.reach("bureau_review")
    world.do("return_for_supplement", data={"defects": [DEFECT]}, opinion="")
    world.do("submit")
    with pytest.raises(Refused):
        world.do("return_for_supplement", data={"defects": [DEFECT]}, opinion="")


def test_the_applicant_withdraws_until_the_next_hand_looks(world: World) -> None:
    world.reach("county_review")
    world.do("withdraw", world.operator)
    assert world.case.status == "withdrawn"


def test_what_the_next_hand_opened_is_not_withdrawn(world: World) -> None:
    world.reach("county_review")
    acts.mark_opened(world.case, world.officer)
    with pytest.raises(Refused):
        world.do("withdraw", world.operator)


def test_a_look_by_another_hand_does_not_count_as_opened(world: World) -> None:
    world.reach("county_review")
    acts.mark_opened(world.case, world.reviewer)
    world.case.refresh_from_db()
    assert world.case.opened_at is None


def test_an_accepted_case_is_held_by_who_accepted_it(world: World) -> None:
    world.reach("bureau_review")
    world.do("accept")
    assert world.case.holder_id == world.reviewer.user_id


def test_a_closed_case_takes_no_more_moves(world: World) -> None:
    world.reach("county_review")
    world.do("withdraw", world.operator)
    with pytest.raises(Refused) as refused:
        world.do("accept", world.officer)
    assert refused.value.code == "closed"


def test_an_expired_edition_asks_for_a_basis_at_submission(world: World) -> None:
    with pytest.raises(Refused):
        world.do("submit")


def test_an_expired_edition_asks_for_a_basis_again_at_approval(world: World) -> None:
    world.reach("decision")
    with pytest.raises(Refused):
        world.do("approve", data={"document_number": "样例1号", "name": "晋中样例"})
    world.approve()
    assert world.case.status == "approved"


def test_what_was_proposed_for_refusal_is_not_approved(world: World) -> None:
    world.reach("bureau_review")
    world.do("propose_refusal", opinion="面积不足")
    world.basis(world.director)
    with pytest.raises(Refused):
        world.do("approve", data={"document_number": "样例1号", "name": "晋中样例"})
    world.do("refuse", opinion="面积不足", data={"document_number": "样例2号"})
    assert world.case.status == "refused"
