"""Every procedure x stage x person: wrong hands are told why, and strangers find no case."""

import pytest

from accounts.roles import Role
from applications import acts
from casework.models import Case
from casework.moves import find_move, offers
from records.errors import Refused
from rules.edition import Edition
from rules.procedure import Procedure, Stage
from tests import factories as make
from tests.applications.everywhere import PROCEDURES, Setting, begun

pytestmark = pytest.mark.django_db

STAGES = [
    pytest.param(law, procedure, stage, id=f"{law.key}-{procedure.key}-{stage.key}")
    for law, procedure in PROCEDURES
    for stage in procedure.stages
]
every_stage = pytest.mark.parametrize(("law", "procedure", "stage"), STAGES)


def test_there_is_a_stage_to_try_in_every_edition() -> None:
    assert len(STAGES) > len(PROCEDURES) > 1


@every_stage
def test_only_the_hand_of_a_move_may_make_it(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    setting = begun(law, procedure).put(stage.key)
    tried = 0
    for name in setting.people:
        for move in stage.moves:
            if not setting.holds(name, move.hand or stage.hand):
                tried += _is_refused(setting, name, move.action)
    assert tried
    setting.case.refresh_from_db()
    assert setting.case.stage == stage.key


def _is_refused(setting: Setting, name: str, action: str) -> int:
    """Expect a reason; or that who has nothing to do with the case does not even find it.

    A draft is its organisation's own, and a case about a park to come no operator's.
    """
    apart = setting.case.status == "draft" or (name == "operator" and not setting.case.park)
    expected = (Refused, Case.DoesNotExist) if apart else Refused
    with pytest.raises(expected) as refused:
        setting.do(action, setting.people[name])
    assert str(refused.value), (name, action)
    if isinstance(refused.value, Refused):
        assert refused.value.code == "role", (name, action)
    return 1


@every_stage
def test_a_hand_is_offered_exactly_its_own_moves(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    setting = begun(law, procedure).put(stage.key)
    for name, person in setting.people.items():
        offered = {offer.move.action for offer in offers(setting.case, person)}
        held = {m.action for m in stage.moves if setting.holds(name, m.hand or stage.hand)}
        assert offered == held, name


@every_stage
def test_strangers_do_not_find_the_case(law: Edition, procedure: Procedure, stage: Stage) -> None:
    setting = begun(law, procedure).put(stage.key)
    office, bureau = make.make_district_office("140724"), make.make_bureau("140724")
    if law.area_code == "140700":
        bureau = make.make_bureau("310000")
    strangers = [
        make.make_actor(Role.OFFICER, office),
        make.make_actor(Role.DIRECTOR, office),
        make.make_actor(Role.REVIEWER, bureau),
        make.make_actor(Role.DIRECTOR, bureau),
        make.make_actor(Role.OPERATOR, make.make_park().operator),
        make.make_actor(Role.EXPERT, setting.bureau),
        make.make_actor(Role.CONSULTEE),
    ]
    for stranger in strangers:
        for move in stage.moves:
            with pytest.raises(Case.DoesNotExist):
                setting.do(move.action, stranger)


@every_stage
def test_an_action_of_no_stage_is_refused_with_its_reason(
    law: Edition, procedure: Procedure, stage: Stage
) -> None:
    setting = begun(law, procedure).put(stage.key)
    with pytest.raises(Refused) as refused:
        find_move(setting.case, "revoke", setting.applicant)
    assert refused.value.code == "stage"


@pytest.mark.parametrize(("law", "procedure"), PROCEDURES, ids=lambda each: each.key)
def test_nobody_begins_it_for_a_park_out_of_sight(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure)
    stranger = make.make_actor(Role.OFFICER, make.make_district_office("140724"))
    with pytest.raises((setting.park.DoesNotExist, Refused)):
        acts.begin(stranger, setting.park, law.key, procedure.key, name="样例")
