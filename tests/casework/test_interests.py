"""Interests of experts, by act and by page."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from casework import acts, queries
from casework.acts.panels import eligible_experts
from casework.models import ExpertInterest
from casework.seats import person
from records.actor import Actor
from records.errors import Refused
from records.models import AuditEntry
from tests import factories as make
from tests.casework.browsing import client_of, text_of
from tests.casework.trial import World

pytestmark = pytest.mark.django_db

REASON = "兼任顾问"


def user(actor: Actor) -> User:
    return User.objects.get(pk=person(actor))


def declare(world: World, actor: Actor | None = None, **more: Any) -> ExpertInterest:
    given: dict[str, Any] = {"since": timezone.localdate(), "reason": REASON}
    expert, park = user(world.experts[0]), world.case.park
    assert park is not None
    return acts.record_interest(actor or world.reviewer, expert, park, **(given | more))


def test_who_has_an_interest_is_drawn_again_the_day_after_it_ended(world: World) -> None:
    long_ago = timezone.localdate() - timedelta(days=90)
    interest = declare(world, since=long_ago)
    assert world.experts[0].user_id not in eligible_experts(world.case)
    yesterday = timezone.localdate() - timedelta(days=1)
    acts.end_interest(interest.pk, world.reviewer, until=yesterday)
    assert world.experts[0].user_id in eligible_experts(world.case)


def test_an_expert_declares_the_own_interest_and_nobody_elses(world: World) -> None:
    declare(world, world.experts[0])
    with pytest.raises(Refused):
        declare(world, world.experts[1])


@pytest.mark.parametrize("hand", ["director", "officer", "head", "operator"])
def test_nobody_but_reviewer_and_expert_records(world: World, hand: str) -> None:
    with pytest.raises(Refused):
        declare(world, getattr(world, hand))


def test_a_reviewer_of_another_bureau_neither_records_nor_sees_nor_ends(world: World) -> None:
    interest = declare(world)
    stranger = make.make_actor("reviewer", make.make_bureau("310000"))
    with pytest.raises(Refused):
        declare(world, stranger)
    assert not queries.interests(stranger).exists()
    with pytest.raises(ExpertInterest.DoesNotExist):
        acts.end_interest(interest.pk, stranger, until=timezone.localdate())
    url = f"/interests/{interest.pk}/end/"
    assert client_of(stranger).get(url).status_code == 404


def test_an_interest_is_on_record_once(world: World) -> None:
    declare(world)
    with pytest.raises(Refused):
        declare(world)


def test_an_interest_without_its_reason_is_refused(world: World) -> None:
    with pytest.raises(Refused):
        declare(world, reason=" ")


def test_an_interest_does_not_begin_in_the_future(world: World) -> None:
    with pytest.raises(Refused):
        declare(world, since=timezone.localdate() + timedelta(days=1))


def test_an_interest_ends_once_and_not_ahead(world: World) -> None:
    interest, today = declare(world), timezone.localdate()
    for day in (today + timedelta(days=1), today - timedelta(days=1)):
        with pytest.raises(Refused):
            acts.end_interest(interest.pk, world.reviewer, until=day)
    acts.end_interest(interest.pk, world.reviewer, until=today)
    with pytest.raises(Refused):
        acts.end_interest(interest.pk, world.reviewer, until=today)


def test_an_expert_does_not_end_the_own_interest(world: World) -> None:
    interest = declare(world)
    with pytest.raises(Refused):
        acts.end_interest(interest.pk, world.experts[0], until=timezone.localdate())


def test_beginning_and_end_are_on_the_trail(world: World) -> None:
    interest = declare(world)
    acts.end_interest(interest.pk, world.reviewer, until=timezone.localdate())
    entries = AuditEntry.objects.filter(object_kind="casework.expertinterest")
    assert {one.action for one in entries} == {
        "casework.record_interest",
        "casework.end_interest",
    }


def test_the_reviewer_records_and_ends_on_the_pages(world: World) -> None:
    client, today = client_of(world.reviewer), timezone.localdate().isoformat()
    park = world.case.park
    assert park is not None
    typed = {
        "expert": person(world.experts[0]),
        "concern": f"park-{park.pk}",
        "since": today,
        "reason": REASON,
    }
    assert client.post("/interests/", typed).status_code == 302
    assert REASON in text_of(client.get("/interests/"))
    interest = ExpertInterest.objects.get()
    assert client.post(f"/interests/{interest.pk}/end/", {"until": today}).status_code == 302
    interest.refresh_from_db()
    assert interest.until == timezone.localdate()


def test_what_lies_outside_the_scope_is_not_offered(world: World) -> None:
    stranger = make.make_organisation("operator", "310118")
    form = client_of(world.reviewer).get("/interests/").context["form"]
    assert f"organisation-{stranger.pk}" not in form.known
    assert f"organisation-{world.case.applicant_id}" in form.known


def test_an_expert_declares_by_the_full_name_and_is_told_nothing_more(world: World) -> None:
    client, today = client_of(world.experts[0]), timezone.localdate().isoformat()
    name = world.case.applicant.name
    typed = {"concern": name[:-1], "since": today, "reason": REASON}
    assert client.post("/interests/", typed).context["form"].errors["concern"]
    assert client.post("/interests/", typed | {"concern": name}).status_code == 302
    assert ExpertInterest.objects.get().organisation == world.case.applicant


def test_an_expert_sees_the_own_interests_alone(world: World) -> None:
    declare(world)
    other = client_of(world.experts[1])
    assert REASON not in text_of(other.get("/interests/"))
    assert other.get(f"/interests/{ExpertInterest.objects.get().pk}/end/").status_code == 403


def test_nobody_else_opens_the_pages(world: World) -> None:
    for other in (world.director, world.officer, world.operator):
        assert client_of(other).get("/interests/").status_code == 403
