"""Four eyes when roles are lent: a delegate is both the own person and the lender."""

from dataclasses import replace

import pytest

from accounts.roles import Role
from records.errors import Refused
from tests import factories as make
from tests.applications.trial import World


@pytest.fixture
def at_bureau(world: World) -> World:
    return world.to_bureau()


def test_who_verified_for_somebody_else_bars_both_from_deciding(world: World) -> None:
    absent = make.make_actor(Role.DIRECTOR, world.case.bureau)
    world.to_bureau()
    world.verify(replace(world.reviewer, on_behalf_of_id=absent.user_id))
    world.judge_all()
    for step in ("forward", "hear", "forward", "publish", "forward"):
        world.do(step) if step == "forward" else getattr(world, step)()
    for decider in (absent, replace(world.director, on_behalf_of_id=absent.user_id)):
        world.director = decider
        with pytest.raises(Refused, match=r"verified or judged|核实|认定"):
            world.approve()


def test_who_lent_a_role_to_the_maker_does_not_confirm(at_bureau: World) -> None:
    lender = make.make_actor(Role.REVIEWER, at_bureau.case.bureau)
    maker, at_bureau.reviewer = (
        at_bureau.reviewer,
        replace(at_bureau.reviewer, on_behalf_of_id=lender.user_id),
    )
    judgement = at_bureau.judge(at_bureau.content().verdict.to_judge[0])
    third = replace(at_bureau.second, on_behalf_of_id=lender.user_id)
    fourth = replace(at_bureau.second, on_behalf_of_id=maker.user_id)
    for actor in (lender, third, fourth):
        with pytest.raises(Refused):
            at_bureau.confirm("judgement", judgement, actor)
