from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.acting import actor_of, seats
from accounts.acts import delegation as acts
from accounts.models import Delegation, Membership, User
from records.errors import Refused
from records.models import AuditEntry
from tests import factories
from tests.accounts.visitors import signed_in, visitor

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def office() -> Any:
    return factories.make_district_office()


@pytest.fixture
def alice(office: Any) -> User:
    return factories.make_user("director", office, name="Alice")


@pytest.fixture
def bob(office: Any) -> User:
    return factories.make_user("officer", office, name="Bob")


def lend(giver: User, taker: User, **values: Any) -> Delegation:
    actor = actor_of(giver)
    assert actor is not None
    assert actor.membership_id is not None
    today = timezone.localdate()
    defaults: dict[str, Any] = {"since": today, "until": today + 3 * DAY, "reason": "年休假"}
    return acts.delegate(actor, actor.membership_id, taker, **(defaults | values))


def roles_of(user: User, day: date | None = None) -> list[str]:
    return [seat.membership.role for seat in seats(user, day)]


def test_a_delegation_lends_the_role_for_its_days(alice: User, bob: User, today: date) -> None:
    lend(alice, bob, since=today + DAY, until=today + 2 * DAY)
    assert roles_of(bob, today) == ["officer"]
    assert roles_of(bob, today + DAY) == ["officer", "director"]
    assert roles_of(bob, today + 2 * DAY) == ["officer", "director"]
    assert roles_of(bob, today + 3 * DAY) == ["officer"]


def test_an_act_under_a_delegation_carries_both_names(alice: User, bob: User) -> None:
    delegation = lend(alice, bob)
    actor = actor_of(bob, f"d{delegation.pk}")
    assert actor is not None
    assert (actor.name, actor.on_behalf_of) == ("Bob", "Alice")
    assert actor.persons == {alice.pk, bob.pk}


def test_taking_back_ends_it_at_once(alice: User, bob: User) -> None:
    delegation = lend(alice, bob)
    acts.take_back(actor_of(alice), delegation.pk)  # type: ignore[arg-type]
    assert roles_of(bob) == ["officer"]


def test_it_ends_with_the_givers_own_role(alice: User, bob: User, today: date) -> None:
    lend(alice, bob)
    Membership.objects.filter(user=alice).update(until=today)
    assert roles_of(bob, today + DAY) == ["officer"]


def test_it_ends_when_the_taker_leaves_the_office(alice: User, bob: User, today: date) -> None:
    lend(alice, bob)
    bob.memberships.update(until=today)
    assert roles_of(bob, today) == ["officer", "director"]
    assert roles_of(bob, today + DAY) == []


def test_a_lent_role_is_not_lent_on(alice: User, bob: User, office: Any) -> None:
    lend(alice, bob)
    carol = factories.make_user("officer", office)
    actor = actor_of(bob)
    assert actor is not None
    with pytest.raises(Refused):
        acts.delegate(
            actor,
            alice.memberships.get().pk,
            carol,
            since=timezone.localdate(),
            until=timezone.localdate(),
            reason="样例",
        )


def test_only_a_colleague_of_the_same_organisation_takes_it(alice: User) -> None:
    stranger = factories.make_user("officer", factories.make_district_office("140724"))
    with pytest.raises(ValidationError) as refusal:
        lend(alice, stranger)
    assert "taker" in refusal.value.message_dict


def test_a_colleague_who_has_left_does_not_take_it(alice: User, bob: User, today: date) -> None:
    Membership.objects.filter(user=bob).update(until=today - DAY)
    with pytest.raises(ValidationError):
        lend(alice, bob)


def test_nobody_delegates_to_themselves(alice: User) -> None:
    with pytest.raises(ValidationError):
        lend(alice, alice)


def test_an_expert_does_not_delegate() -> None:
    bureau = factories.make_bureau()
    expert = factories.make_user("expert", bureau)
    with pytest.raises(Refused):
        lend(expert, factories.make_user("expert", bureau))


def test_an_administrator_does_not_lend_to_the_auditor() -> None:
    bureau = factories.make_bureau()
    administrator = factories.make_user("administrator", bureau)
    with pytest.raises(Refused) as refusal:
        lend(administrator, factories.make_user("auditor", bureau))
    assert refusal.value.code == "separation"


def test_a_delegation_never_begins_in_the_past(alice: User, bob: User, today: date) -> None:
    with pytest.raises(ValidationError) as refusal:
        lend(alice, bob, since=today - DAY)
    assert "since" in refusal.value.message_dict


def test_a_delegation_never_ends_before_it_begins(alice: User, bob: User, today: date) -> None:
    with pytest.raises(ValidationError) as refusal:
        lend(alice, bob, since=today + DAY, until=today)
    assert "until" in refusal.value.message_dict


def test_a_delegation_ends_with_the_role_at_the_latest(alice: User, bob: User, today: date) -> None:
    Membership.objects.filter(user=alice).update(until=today + DAY)
    with pytest.raises(ValidationError):
        lend(alice, bob, until=today + 2 * DAY)


def test_both_acts_are_recorded_in_the_offices_area(alice: User, bob: User) -> None:
    delegation = lend(alice, bob)
    acts.take_back(actor_of(alice), delegation.pk)  # type: ignore[arg-type]
    entries = AuditEntry.objects.filter(action__in=("accounts.delegate", "accounts.take_back"))
    assert {entry.area_path for entry in entries} == {"140000/140700/140702/"}
    assert entries.count() == 2


def test_taking_back_twice_has_one_effect(alice: User, bob: User) -> None:
    delegation = lend(alice, bob)
    first = acts.take_back(actor_of(alice), delegation.pk)  # type: ignore[arg-type]
    second = acts.take_back(actor_of(alice), delegation.pk)  # type: ignore[arg-type]
    assert first.ended_at == second.ended_at
    assert AuditEntry.objects.filter(action="accounts.take_back").count() == 1


def test_the_taker_cannot_end_it(alice: User, bob: User) -> None:
    delegation = lend(alice, bob)
    with pytest.raises(Refused):
        acts.take_back(actor_of(bob), delegation.pk)  # type: ignore[arg-type]


def test_an_administrator_of_the_area_can_end_it(alice: User, bob: User) -> None:
    delegation = lend(alice, bob)
    client = visitor("administrator", factories.make_bureau("140700"))
    client.post(f"/delegations/{delegation.pk}/end/", {"next": "/"})
    assert roles_of(bob) == ["officer"]


def test_an_administrator_elsewhere_does_not_see_it(alice: User, bob: User) -> None:
    delegation = lend(alice, bob)
    client = visitor("administrator", factories.make_bureau("310000"))
    assert client.post(f"/delegations/{delegation.pk}/end/").status_code == 404
    assert roles_of(bob) == ["officer", "director"]


def test_a_person_delegates_and_takes_back_from_the_pages(
    alice: User, bob: User, today: date
) -> None:
    client = signed_in(alice)
    until = f"{today + DAY:%Y/%m/%d}"
    asked = {"taker": bob.pk, "since": str(today), "until": until, "reason": "年休假"}
    client.post("/delegations/add/", asked)
    delegation = Delegation.objects.get()
    assert (delegation.taker, delegation.until) == (bob, today + DAY)
    client.post(f"/delegations/{delegation.pk}/end/")
    assert roles_of(bob) == ["officer"]


def test_the_page_offers_colleagues_alone(alice: User, bob: User) -> None:
    factories.make_user("officer", factories.make_district_office("140724"))
    form = signed_in(alice).get("/delegations/add/").context["form"]
    assert list(form.fields["taker"].queryset) == [bob]
