"""Orders to rectify or leave, moves between sites, leases: what is taken, and what is refused."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.roles import Role
from applications.samples.clock import at, office_hour
from parks.models import Park
from records import Refused, Stale
from records.actor import Actor
from records.models import AuditEntry, OutboxMessage
from tenants import acts
from tenants.acts.orders import sweep_orders
from tenants.models import Lease, Order, Tenancy
from tests import factories as make
from tests.tenants.filed import Branch, make_branch
from tests.tenants.uploads import numbered, sent

pytestmark = pytest.mark.django_db
TODAY, DUE = date(2026, 9, 20), date(2026, 12, 18)
ORDER: dict[str, Any] = {
    "kind": "rectify", "cause": "poor_running", "finding": "连续两季无营收（样例）",
    "document": "样例责改〔2026〕1号", "due_on": DUE,
}  # fmt: skip


@pytest.fixture
def branch() -> Iterator[Branch]:
    with at(office_hour(TODAY)):
        yield make_branch()


@pytest.fixture
def stay(branch: Branch) -> Tenancy:
    site = make.make_site(branch.park, name="甲楼")
    return branch.stay(entered_on=date(2026, 1, 5), site=site)


def settle(actor: Actor, order: Order, **more: Any) -> Order:
    values = {"outcome": "done", "settled_on": timezone.localdate(), "note": "已整改"} | more
    return acts.settle_order(actor, order, values, order.version)


def told() -> list[tuple[int, str]]:
    rows = OutboxMessage.objects.filter(channel="site", event__startswith="order:").order_by("pk")
    return [(row.recipient_id, row.event.rpartition(":")[2]) for row in rows]


def test_an_order_names_its_cause_and_day_and_is_told_to_the_park(
    branch: Branch, stay: Tenancy
) -> None:
    order = acts.issue_order(branch.officer, stay, ORDER)
    assert (order.due_on, order.issued_on, order.office_id) == (
        DUE, TODAY, branch.officer.organisation_id,
    )  # fmt: skip
    assert told() == [(branch.operator.user_id, "issued")]
    assert AuditEntry.objects.filter(action="tenants.issue_order").exists()


@pytest.mark.parametrize(
    "values", [{"cause": "offence"}, {"due_on": TODAY}], ids=["a bar is no cause", "no time left"]
)
def test_an_order_that_cannot_be_is_refused(
    branch: Branch, stay: Tenancy, values: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError):
        acts.issue_order(branch.officer, stay, ORDER | values)


def test_only_the_districts_officer_orders_and_one_thing_at_a_time(
    branch: Branch, stay: Tenancy
) -> None:
    for actor in (branch.operator, branch.reviewer):
        with pytest.raises(Refused):
            acts.issue_order(actor, stay, ORDER)
    acts.issue_order(branch.officer, stay, ORDER)
    with pytest.raises(Refused) as refused:
        acts.issue_order(branch.officer, stay, ORDER)
    assert refused.value.code == "open"


def test_who_has_left_is_ordered_nothing(branch: Branch, stay: Tenancy) -> None:
    Tenancy.objects.update(left_on=TODAY - timedelta(days=1))
    with pytest.raises(Refused) as refused:
        acts.issue_order(branch.officer, stay, ORDER)
    assert refused.value.code == "gone"


def test_a_park_whose_law_knows_no_orders_gives_none(branch: Branch, stay: Tenancy) -> None:
    branch.park.recognitions.all().delete()
    with pytest.raises(Refused) as refused:
        acts.issue_order(branch.officer, stay, ORDER)
    assert refused.value.code == "no_law"


def test_the_park_is_reminded_and_the_office_told_when_it_is_late(
    branch: Branch, stay: Tenancy
) -> None:
    acts.issue_order(branch.officer, stay, ORDER)
    for days in range(7, -3, -1):
        sweep_orders(DUE - timedelta(days=days))
    late = [(branch.officer.user_id, f"2026-12-{day}") for day in (19, 20)]
    park = [(branch.operator.user_id, days) for days in ("issued", "5", "3", "1", "0")]
    assert told() == park + late


def test_a_settled_order_is_told_of_no_more_and_stays_settled(
    branch: Branch, stay: Tenancy
) -> None:
    order = settle(branch.officer, acts.issue_order(branch.officer, stay, ORDER))
    assert sweep_orders(DUE) == 0
    with pytest.raises(Refused):
        settle(branch.officer, order)


def test_an_order_to_leave_is_done_when_the_register_has_the_exit(
    branch: Branch, stay: Tenancy
) -> None:
    order = acts.issue_order(branch.officer, stay, ORDER | {"kind": "leave"})
    with pytest.raises(ValidationError):
        settle(branch.officer, order)
    Tenancy.objects.update(left_on=TODAY + timedelta(days=1))
    with pytest.raises(ValidationError):
        settle(branch.officer, order)
    Tenancy.objects.update(left_on=TODAY)
    assert settle(branch.officer, order).outcome == "done"


@pytest.mark.parametrize("days", [-1, 1])
def test_an_order_is_settled_between_its_day_and_today(
    branch: Branch, stay: Tenancy, days: int
) -> None:
    order = acts.issue_order(branch.officer, stay, ORDER)
    with pytest.raises(ValidationError):
        settle(branch.officer, order, settled_on=TODAY + timedelta(days=days))


def move(branch: Branch, stay: Tenancy, **more: Any) -> Tenancy:
    values = {"to_site": None, "moved_on": date(2026, 6, 1), "area_after": None} | more
    acts.transfer(branch.operator, stay, values, stay.version)
    stay.refresh_from_db()
    return stay


def test_a_move_changes_the_site_and_keeps_where_the_tenant_was(
    branch: Branch, stay: Tenancy
) -> None:
    there = make.make_site(branch.park, name="乙楼")
    move(branch, stay, to_site=there)
    moved = stay.transfers.get()
    assert (stay.site, moved.from_site.name, moved.moved_on) == (there, "甲楼", date(2026, 6, 1))
    assert stay.entered_on == date(2026, 1, 5)


def test_a_move_to_a_closed_site_or_to_another_parks_is_refused(
    branch: Branch, stay: Tenancy
) -> None:
    closed = make.make_site(branch.park, name="旧楼", closed_on=date(2026, 3, 1))
    for site in (closed, make.make_site(make.make_park()), stay.site):
        with pytest.raises(ValidationError) as error:
            move(branch, stay, to_site=site)
        assert set(error.value.message_dict) == {"to_site"}


@pytest.mark.parametrize("day", [date(2026, 1, 5), TODAY + timedelta(days=1)])
def test_a_move_lies_within_the_stay(branch: Branch, stay: Tenancy, day: date) -> None:
    there = make.make_site(branch.park, name="乙楼")
    with pytest.raises(ValidationError) as error:
        move(branch, stay, to_site=there, moved_on=day)
    assert set(error.value.message_dict) == {"moved_on"}


@pytest.mark.parametrize(
    ("name", "day"), [("left_on", date(2026, 5, 31)), ("entered_on", date(2026, 6, 1))]
)
def test_the_stay_holds_its_moves(branch: Branch, stay: Tenancy, name: str, day: date) -> None:
    move(branch, stay, to_site=make.make_site(branch.park, name="乙楼"))
    with pytest.raises(ValidationError) as error:
        acts.change_tenancy(branch.operator, stay, {name: day}, stay.version)
    assert set(error.value.message_dict) == {name}


def test_a_roster_ends_no_stay_before_its_move(branch: Branch, stay: Tenancy) -> None:
    move(branch, stay, to_site=make.make_site(branch.park, name="乙楼"))
    agency = stay.agency
    row = numbered(1, credit_code=agency.credit_code, name=agency.name, site=None,
                   entered_on="2026-01-05", left_on="2026-05-31")  # fmt: skip
    assert [error["code"] for error in sent(branch.operator, branch.park, row).errors] == [
        "move_outside"
    ]


def test_a_lease_may_follow_another(branch: Branch, stay: Tenancy) -> None:
    acts.save_lease(branch.operator, stay, LEASE, None)
    later = {"starts_on": date(2029, 1, 1), "ends_on": date(2029, 12, 31)}
    acts.save_lease(branch.operator, stay, LEASE | later | {"number": "样例租字2号"}, None)
    assert stay.leases.count() == 2


def test_another_districts_stay_is_not_there_to_be_moved(branch: Branch, stay: Tenancy) -> None:
    stranger = make.make_actor(Role.OFFICER, make.make_district_office())
    with pytest.raises(Park.DoesNotExist):
        acts.transfer(stranger, stay, {}, stay.version)


LEASE: dict[str, Any] = {
    "number": "样例租字1号", "starts_on": date(2026, 1, 5), "ends_on": date(2028, 12, 31),
    "floor_area": 120, "annual_rent": 96_000,
}  # fmt: skip


def test_a_lease_is_kept_and_changed_at_the_version_that_was_seen(
    branch: Branch, stay: Tenancy
) -> None:
    lease = acts.save_lease(branch.operator, stay, LEASE, None)
    acts.save_lease(branch.operator, stay, LEASE | {"annual_rent": 99_000}, lease, lease.version)
    assert Lease.objects.get().annual_rent == 99_000
    with pytest.raises(Stale):
        acts.save_lease(branch.operator, stay, LEASE, lease, 1)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"ends_on": date(2026, 1, 4)}, "ends_on"),
        ({}, "number"),
        ({"number": "样例租字2号"}, "starts_on"),
        (
            {
                "number": "样例租字2号",
                "starts_on": date(2028, 12, 31),
                "ends_on": date(2029, 12, 31),
            },
            "starts_on",
        ),
        ({"floor_area": -1}, "floor_area"),
        ({"annual_rent": -1}, "annual_rent"),
    ],
    ids=[
        "it ends before it begins",
        "the number is on record",
        "it overlaps another",
        "it begins on another's last day",
        "its area is negative",
        "its rent is negative",
    ],
)
def test_a_lease_that_cannot_be_is_refused(
    branch: Branch, stay: Tenancy, values: dict[str, Any], field: str
) -> None:
    acts.save_lease(branch.operator, stay, LEASE, None)
    with pytest.raises(ValidationError) as error:
        acts.save_lease(branch.operator, stay, LEASE | values, None)
    assert set(error.value.message_dict) == {field}
