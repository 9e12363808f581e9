"""Yearly targets in the interface for programs."""

from typing import Any

import pytest

from accounts.roles import Role
from returns.models import Target
from tests import factories as make
from tests.casework.browsing import client_of
from tests.returns.world import World

pytestmark = pytest.mark.django_db


def aim(person: str, world: World, **told: Any) -> Any:
    """Set a target as that person of the world."""
    body = {"park": world.park.pk, "year": 2027, "figure": "gross_revenue", "value": "6000000"}
    client = client_of(getattr(world, person))
    return client.post("/api/v1/targets/set/", body | told, content_type="application/json")


def test_who_sets_targets_sets_one(world: World) -> None:
    answer = aim("reviewer", world)
    assert (answer.status_code, answer.json()["value"]) == (200, "6000000.00")
    assert Target.objects.get().set_by_id == world.reviewer.organisation_id


def test_a_target_is_changed_by_its_version(world: World) -> None:
    version = aim("reviewer", world).json()["version"]
    answer = aim("reviewer", world, value="7000000", version=version)
    assert (answer.json()["value"], answer.json()["version"]) == ("7000000.00", version + 1)


def test_a_target_set_meanwhile_is_a_conflict(world: World) -> None:
    aim("reviewer", world)
    answer = aim("reviewer", world, value="7000000")
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")


@pytest.mark.parametrize("person", ["operator", "officer", "director"])
def test_who_sets_no_targets_is_refused(world: World, person: str) -> None:
    answer = aim(person, world)
    assert (answer.status_code, answer.json()["code"]) == (403, "role")
    assert not Target.objects.exists()


def test_a_target_for_another_district_s_park_is_not_found(world: World) -> None:
    world.officer = make.make_actor(Role.OFFICER, make.make_district_office("500103"))
    assert aim("officer", world).status_code == 404


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"value": "-1"}, "value"),
        ({"value": "much"}, "value"),
        ({"figure": "nonsense"}, "figure"),
        ({"year": 1899}, "year"),
    ],
)
def test_a_target_that_cannot_be_is_refused_by_field(
    world: World, told: dict[str, Any], field: str
) -> None:
    answer = aim("reviewer", world, **told)
    assert (answer.status_code, list(answer.json())) == (400, [field])


def test_a_growth_may_be_below_zero(world: World) -> None:
    answer = aim("reviewer", world, figure="tax_growth", value="-1.5")
    assert (answer.status_code, answer.json()["value"]) == (200, "-1.50")
