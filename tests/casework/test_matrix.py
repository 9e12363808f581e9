"""Every stage x role x area: who may act where, and what the others are told."""

import pytest

import rules
from accounts.roles import Role
from casework.models import Case
from casework.moves import offers
from records.actor import Actor
from records.errors import Refused
from rules.procedure import Stage
from tests import factories as make
from tests.casework.trial import EDITION, PROCEDURE, World

pytestmark = pytest.mark.django_db

STAGES = rules.edition(EDITION).procedures[PROCEDURE].stages
PERSONS = ("operator", "officer", "head", "reviewer", "director")
SEATS = {
    "operator": ("operator", "applicant"),
    "officer": ("officer", "district"),
    "head": ("director", "district"),
    "reviewer": ("reviewer", "bureau"),
    "director": ("director", "bureau"),
}


def holds(person: str, stage: Stage, action: str) -> bool:
    move = stage.move(action)
    assert move is not None
    hand = move.hand or stage.hand
    return SEATS[person] == (hand.role, hand.seat)


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.key)
def test_only_the_hand_of_a_move_may_make_it(world: World, stage: Stage, person: str) -> None:
    world.reach(stage.key)
    actor: Actor = getattr(world, person)
    for move in stage.moves:
        if holds(person, stage, move.action):
            continue
        # A draft is not there for the offices; everybody else gets a reason.
        expected = Case.DoesNotExist if stage.key == "draft" and person != "operator" else Refused
        with pytest.raises(expected):
            world.do(move.action, actor)
    world.case.refresh_from_db()
    assert world.case.stage == stage.key


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.key)
def test_the_page_offers_a_hand_exactly_its_own_moves(world: World, stage: Stage) -> None:
    world.reach(stage.key)
    for person in PERSONS:
        offered = {offer.move.action for offer in offers(world.case, getattr(world, person))}
        held = {move.action for move in stage.moves if holds(person, stage, move.action)}
        assert offered == held, person


@pytest.mark.parametrize("role", [Role.OFFICER, Role.DIRECTOR])
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.key)
def test_a_district_office_next_door_does_not_find_the_case(
    world: World, stage: Stage, role: str
) -> None:
    world.reach(stage.key)
    stranger = make.make_actor(role, make.make_district_office("140724"))
    for move in stage.moves:
        with pytest.raises(Case.DoesNotExist):
            world.do(move.action, stranger)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.DIRECTOR, Role.OFFICER])
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.key)
def test_a_bureau_of_another_area_does_not_find_the_case(
    world: World, stage: Stage, role: str
) -> None:
    world.reach(stage.key)
    stranger = make.make_actor(role, make.make_bureau("310000"))
    for move in stage.moves:
        with pytest.raises(Case.DoesNotExist):
            world.do(move.action, stranger)


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.key)
def test_the_operator_of_another_park_does_not_find_the_case(world: World, stage: Stage) -> None:
    world.reach(stage.key)
    stranger = make.make_actor(Role.OPERATOR, make.make_park().operator)
    for move in stage.moves:
        with pytest.raises(Case.DoesNotExist):
            world.do(move.action, stranger)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
@pytest.mark.parametrize("stage", STAGES[1:], ids=lambda stage: stage.key)
def test_administrator_and_auditor_look_but_do_not_touch(
    world: World, stage: Stage, role: str
) -> None:
    world.reach(stage.key)
    watcher = make.make_actor(role, world.case.bureau)
    assert offers(world.case, watcher) == []
    for move in stage.moves:
        with pytest.raises(Refused):
            world.do(move.action, watcher)


def test_a_reviewer_of_the_same_bureau_sees_what_waits_for_reviewers(world: World) -> None:
    world.reach("bureau_review")
    assert [offer.move.action for offer in offers(world.case, world.second)]
