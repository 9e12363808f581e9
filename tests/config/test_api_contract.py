"""Whatever is sent to the interface for programs, it answers as its description says."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from records.actor import Actor
from returns import acts
from tests import factories as make
from tests.returns.world import World, make_world, user_of

DESCRIPTION = "/api/schema/?format=json"
EXAMPLES = settings(
    max_examples=8,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Each call through WSGI would close the connection that holds the test's transaction."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def world(db: None, one_connection: None) -> World:
    """A park with a tenant, a month that is being filled in and a target."""
    world = make_world()
    make.make_licensed_tenancy(world.park)
    world.save(world.open())
    acts.set_target(world.reviewer, world.park, 2027, "tax", Decimal(5), "", 0)
    return world


@pytest.mark.parametrize("who", ["operator", "officer", "reviewer"])
def test_no_call_breaks_the_interface_or_its_description(world: World, who: str) -> None:
    application, headers = get_wsgi_application(), _token(getattr(world, who))
    description = schemathesis.openapi.from_wsgi(DESCRIPTION, application, headers=headers)
    operations = [found.ok() for found in description.get_all_operations()]
    for operation in operations:
        _try(operation, _known(operation, headers), headers)
    assert len(operations) > 40


def _try(operation: Any, known: dict[str, Any], headers: dict[str, str]) -> None:
    """Call it with made-up values, on the row that is known where it is about one."""

    @given(case=operation.as_strategy())
    @EXAMPLES
    def call(case: Any) -> None:
        case.path_parameters = {**(case.path_parameters or {}), **known}
        answer = case.call(headers=headers)
        case.validate_response(answer, checks=[not_a_server_error])
        if answer.status_code == 200:
            case.validate_response(answer, checks=[response_schema_conformance])

    call()


def _token(actor: Actor) -> dict[str, str]:
    return {"Authorization": f"Token {make.make_token(user_of(actor))}"}


def _known(operation: Any, headers: dict[str, str]) -> dict[str, Any]:
    """The key of the first row that the caller sees, where the path names a row."""
    collection, _brace, _rest = operation.path.partition("{id}")
    if collection == operation.path:
        return {}
    answer = operation.schema[collection]["GET"].Case(query={}).call(headers=headers)
    rows = answer.json().get("results", [])
    return {"id": rows[0]["id"]} if rows else {}
