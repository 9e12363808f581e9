"""Two people at once, on a real PostgreSQL: one wins, the other is told."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections

from casework import acts
from casework.models import Step
from records.errors import Refused, Stale
from tests.casework.trial import World, make_world, sibling

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def waiting(transactional_db: None) -> World:
    return make_world().reach("bureau_review")


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Run the calls in threads that start together; their results or exceptions, in order."""
    gate = threading.Barrier(len(calls))
    results: list[Any] = [None] * len(calls)

    def run(index: int, call: Callable[[], Any]) -> None:
        gate.wait()
        try:
            results[index] = call()
        except Exception as error:
            results[index] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_two_reviewers_deciding_at_once_one_wins(waiting: World) -> None:
    version, pk = waiting.case.version, waiting.case.pk
    results = at_once(
        *(
            lambda actor=actor: acts.perform(pk, "forward", actor, version)
            for actor in (waiting.reviewer, waiting.second)
        )
    )
    assert connection.vendor == "postgresql"
    assert sorted(type(result).__name__ for result in results) == ["Stale", "Step"]
    assert Step.objects.filter(action="forward", from_stage="bureau_review").count() == 1


def test_the_loser_is_told_who_won(waiting: World) -> None:
    version, pk = waiting.case.version, waiting.case.pk
    results = at_once(
        *(
            lambda actor=actor: acts.perform(pk, "forward", actor, version)
            for actor in (waiting.reviewer, waiting.second)
        )
    )
    (winner,) = [result for result in results if isinstance(result, Step)]
    (loser,) = [result for result in results if isinstance(result, Stale)]
    assert winner.actor_name in str(loser)


def test_a_double_submission_has_one_effect(transactional_db: None) -> None:
    world = make_world()
    world.basis(world.operator)
    version, pk = world.case.version, world.case.pk
    results = at_once(
        *[lambda: acts.perform(pk, "submit", world.operator, version, token="twice")] * 4
    )
    assert [type(result).__name__ for result in results] == ["Step"] * 4
    assert len({result.pk for result in results}) == 1
    assert not any(isinstance(result, Refused) for result in results)


def test_numbers_given_at_once_do_not_collide(transactional_db: None) -> None:
    worlds = [make_world()]
    worlds += [sibling(worlds[0]) for _more in range(3)]
    for one in worlds:
        one.basis(one.operator)
    results = at_once(
        *(
            lambda one=one: acts.perform(one.case.pk, "submit", one.operator, one.case.version)
            for one in worlds
        )
    )
    assert [type(result).__name__ for result in results] == ["Step"] * 4
    numbers = {type(one.case).objects.get(pk=one.case.pk).number for one in worlds}
    assert len(numbers) == 4
