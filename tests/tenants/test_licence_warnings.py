"""A licence near its end is told 90, 30 and 0 days before, to the park and the office."""

from datetime import date, timedelta

import pytest

from accounts.models import User
from accounts.roles import Role
from records.models import OutboxMessage
from tenants.acts.licence_warnings import sweep_licences
from tenants.models import Agency, Licence
from tests import factories as make

pytestmark = pytest.mark.django_db
LAST = date(2027, 3, 1)


@pytest.fixture
def people() -> tuple[User, User]:
    """The park's operator and the officer of its district; elsewhere sits another."""
    make.make_user(Role.OFFICER, make.make_district_office("140724"))
    operator = make.make_user(Role.OPERATOR)
    return operator, make.make_user(Role.OFFICER, make.make_district_office())


@pytest.fixture
def licence(people: tuple[User, User]) -> Licence:
    organisation = people[0].memberships.get().organisation
    tenancy = make.make_tenancy(make.make_park(organisation))
    return make.make_licence(tenancy.agency, expires_on=LAST)


def told() -> list[tuple[int, str]]:
    rows = OutboxMessage.objects.filter(channel="site").order_by("pk")
    return [(row.recipient_id, row.event.rpartition(":")[2]) for row in rows]


def test_it_is_told_on_its_three_days_to_both(licence: Licence, people: tuple[User, User]) -> None:
    for days in range(92, -30, -1):
        sweep_licences(LAST - timedelta(days=days))
    expected = [(one.pk, days) for days in ("90", "30", "0") for one in people]
    assert sorted(told()) == sorted(expected)


@pytest.mark.parametrize(
    ("days", "warning"),
    [(91, None), (90, "90"), (87, "90"), (31, "90"), (30, "30"), (27, "30"), (1, "30"), (0, "0"),
     (-3, "0"), (-90, "0"), (-91, None)],
)  # fmt: skip
def test_after_silence_the_nearest_one_is_told(
    licence: Licence, days: int, warning: str | None
) -> None:
    sweep_licences(LAST - timedelta(days=days))
    assert {event for _person, event in told()} == ({warning} if warning else set())


def test_a_renewed_licence_is_not_warned_of(licence: Licence) -> None:
    make.make_licence(licence.agency, expires_on=LAST + timedelta(days=1000))
    assert sweep_licences(LAST) == 0


def test_a_licence_of_another_kind_renews_nothing(licence: Licence) -> None:
    make.make_licence(licence.agency, kind=Licence.Kind.DISPATCH, expires_on=None)
    assert sweep_licences(LAST) == 2


def test_a_new_end_is_warned_of_anew(licence: Licence) -> None:
    sweep_licences(LAST)
    Licence.objects.update(expires_on=LAST + timedelta(days=30))
    assert sweep_licences(LAST) == 2


def test_who_has_lost_the_tenant_is_not_told(licence: Licence) -> None:
    Agency.objects.get().tenancies.update(left_on=LAST - timedelta(days=100))
    assert sweep_licences(LAST) == 0
