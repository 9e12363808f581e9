"""What the page of a case costs in queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from records.actor import Actor
from tests.applications.browsing import page, signed_in
from tests.applications.trial import World, make_world

#: The budget of a case page, the signed-in person's own queries included.
CASE_PAGE = 18


@pytest.mark.parametrize("stage", ["draft", "bureau_review", "decision"])
def test_a_case_page_costs_at_most_eighteen_queries(world: World, stage: str) -> None:
    reach = {
        "draft": lambda: world,
        "bureau_review": world.to_bureau,
        "decision": world.to_decision,
    }
    reach[stage]()
    costs = {
        (actor.role, tab): _queries(actor, world.case.pk, tab)
        for actor in ([world.operator] if stage == "draft" else [world.operator, world.hand()])
        for tab in ("content", "conditions", "materials", "versions")
    }
    assert {key: cost for key, cost in costs.items() if cost > CASE_PAGE} == {}


def test_a_draft_has_no_version_yet(world: World) -> None:
    url = reverse("casework:case", args=[world.case.pk]) + "?tab=versions"
    assert signed_in(world.operator).get(url).status_code == 200


def test_more_tenants_and_files_cost_no_more_queries(db: None) -> None:
    counts = [_cost(make_world(tenants=10), 1), _cost(make_world(tenants=40), 12)]
    assert counts[0] == counts[1]


def _queries(actor: Actor, case_id: int, tab: str) -> int:
    """What the second look at the tab costs; the first one is noted."""
    client, url = signed_in(actor), reverse("casework:case", args=[case_id]) + f"?tab={tab}"
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def _cost(world: World, files: int) -> int:
    for number in range(files):
        world.attach("policies", f"file {number}")
    client = signed_in(world.operator)
    with CaptureQueriesContext(connection) as captured:
        client.get(page("check", world.case.pk))
    return len(captured)
