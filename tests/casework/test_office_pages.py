"""转办 and the bureau's own review periods."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from casework import acts
from casework.models import Case, StagePeriod
from tests import factories as make
from tests.casework.browsing import client_of
from tests.casework.trial import World

pytestmark = pytest.mark.django_db

FIELD = "jinzhong-2022__recognition__bureau_review"


def administrator(world: World) -> Any:
    return client_of(make.make_actor("administrator", world.case.bureau))


def hand_over(world: World, client: Any, **typed: Any) -> Any:
    values = {"giver": world.reviewer.user_id, "taker": world.second.user_id, "reason": "调岗"}
    return client.post("/handover/", values | typed)


def test_the_administrator_hands_over_what_a_person_holds(world: World) -> None:
    world.reach("bureau_review").do("accept")
    hand_over(world, administrator(world))
    world.case.refresh_from_db()
    assert world.case.holder_id == world.second.user_id


def test_a_reviewer_hands_over_the_own_cases_alone(world: World) -> None:
    world.reach("bureau_review").do("accept")
    other = client_of(world.second)
    values = {"giver": world.reviewer.user_id, "taker": world.second.user_id, "reason": "x"}
    assert other.post("/handover/", values).context["form"].errors["giver"]
    assert hand_over(world, client_of(world.reviewer)).status_code == 302


def test_a_colleague_without_the_role_is_refused_with_a_reason(world: World) -> None:
    world.reach("bureau_review").do("accept")
    make.make_actor("director", world.case.bureau)
    answer = hand_over(world, administrator(world), taker=world.director.user_id)
    assert world.director.name in answer.context["form"].non_field_errors()[0]


def test_only_who_could_take_the_cases_is_offered(world: World) -> None:
    form = client_of(world.reviewer).get("/handover/").context["form"]
    assert [pk for pk, _words in form.fields["taker"].choices] == ["", world.second.user_id]


def test_nobody_of_another_office_is_offered(world: World) -> None:
    answer = hand_over(world, administrator(world), taker=world.officer.user_id)
    assert answer.context["form"].errors["taker"]


def test_a_period_gives_waiting_cases_their_due_date_at_once(world: World) -> None:
    world.reach("bureau_review")
    administrator(world).post("/periods/", {FIELD: 10})
    world.case.refresh_from_db()
    assert world.case.due_on is not None
    assert StagePeriod.objects.get().workdays == 10


def test_an_emptied_period_stops_the_clock(world: World) -> None:
    world.reach("bureau_review")
    client = administrator(world)
    client.post("/periods/", {FIELD: 10})
    client.post("/periods/", {FIELD: ""})
    world.case.refresh_from_db()
    assert world.case.due_on is None
    assert not StagePeriod.objects.exists()


def test_a_bureau_sets_periods_for_its_own_laws_alone(world: World) -> None:
    stranger = client_of(make.make_actor("administrator", make.make_bureau("310000")))
    form = stranger.get("/periods/").context["form"]
    assert not [name for name in form.fields if name.startswith("jinzhong")]


def test_nobody_but_an_administrator_sets_periods(world: World) -> None:
    for other in (world.reviewer, world.director):
        assert client_of(other).post("/periods/", {FIELD: 10}).status_code == 403


def test_the_night_brings_wrong_due_dates_right(world: World) -> None:
    world.reach("bureau_review")
    wrong = timezone.localdate() + timedelta(days=99)
    Case.objects.filter(pk=world.case.pk).update(due_on=wrong)
    acts.sweep_due_dates(timezone.localdate())
    world.case.refresh_from_db()
    assert world.case.due_on is None
