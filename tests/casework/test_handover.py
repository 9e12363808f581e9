"""转办: inside one office, to who holds the role that is asked for."""

import pytest

from accounts.models import User
from accounts.roles import Role
from casework import acts
from casework.seats import person
from records.actor import Actor
from records.errors import Refused
from tests import factories as make
from tests.casework.trial import World, sibling

pytestmark = pytest.mark.django_db


def user(actor: Actor) -> User:
    return User.objects.get(pk=person(actor))


def give(world: World, giver: Actor, taker: Actor) -> int:
    administrator = make.make_actor(Role.ADMINISTRATOR, world.case.bureau)
    return acts.hand_over(administrator, user(giver), user(taker), reason="调岗")


def test_a_case_held_in_another_office_is_not_handed_over(world: World) -> None:
    at_bureau = sibling(world).reach("bureau_review")
    at_bureau.do("accept")
    make.give_role(user(world.reviewer), Role.OFFICER, world.case.district)
    for one in (world.reviewer, world.second):
        make.give_role(user(one), Role.OFFICER, world.case.bureau)
    world.reach("county_review").do("accept", world.officer)
    world.case.holder = user(world.reviewer)
    world.case.save()
    assert give(world, world.reviewer, world.second) == 1
    world.case.refresh_from_db()
    assert world.case.holder == user(world.reviewer)


def test_a_case_goes_to_nobody_without_the_role_that_its_stage_asks_for(world: World) -> None:
    for one in (world.reviewer, world.director):
        make.give_role(user(one), Role.OFFICER, world.case.bureau)
    world.reach("bureau_review").do("accept")
    with pytest.raises(Refused, match=world.director.name):
        give(world, world.reviewer, world.director)
    world.case.refresh_from_db()
    assert world.case.holder == user(world.reviewer)
