"""终止: time ends a case, by the act of a named job."""

import pytest

from casework import acts
from records.actor import job_actor
from records.errors import Refused
from tests.casework.browsing import client_of, text_of
from tests.casework.trial import World

pytestmark = pytest.mark.django_db

JOB = job_actor("preparations")
REASON = "期满未正式申请，自然终止"


def test_an_approved_case_that_lapses_keeps_its_decision(world: World) -> None:
    world.reach("decision").approve()
    acts.lapse(world.case.pk, JOB, REASON)
    world.case.refresh_from_db()
    assert world.case.status == "lapsed"
    assert world.case.decision_entries.get().decision.outcome == "approved"
    assert world.case.steps.filter(action="approve").exists()


def test_an_open_case_lapses_where_it_stands(world: World) -> None:
    world.reach("bureau_review")
    acts.lapse(world.case.pk, JOB, REASON)
    world.case.refresh_from_db()
    assert (world.case.stage, world.case.status) == ("bureau_review", "lapsed")
    assert world.case.closed_at


@pytest.mark.parametrize("ending", ["withdraw", "lapse"])
def test_what_has_ended_otherwise_does_not_lapse(world: World, ending: str) -> None:
    world.reach("county_review")
    if ending == "withdraw":
        world.do("withdraw", world.operator)
    else:
        acts.lapse(world.case.pk, JOB, REASON)
    with pytest.raises(Refused) as refused:
        acts.lapse(world.case.pk, JOB, REASON)
    assert refused.value.code == "closed"


def test_applicant_and_offices_read_why_it_lapsed(world: World) -> None:
    world.reach("decision").approve()
    acts.lapse(world.case.pk, JOB, REASON)
    for reader in (world.operator, world.officer, world.director):
        page = text_of(client_of(reader).get(f"/cases/{world.case.pk}/?tab=timeline"))
        assert REASON in page
        assert "preparations" not in page


def test_no_person_lets_a_case_lapse(world: World) -> None:
    world.reach("decision")
    with pytest.raises(Refused):
        acts.lapse(world.case.pk, world.director, REASON)
