"""What is to be filed is told to the district before its last day, and above it afterwards."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from accounts.models import User
from accounts.roles import Role
from applications.samples.clock import at, office_hour
from casework.models import Case
from casework.seats import person
from records import Refused
from records.models import OutboxMessage
from tenants import acts
from tenants.acts.reminders import sweep_filings
from tests import factories as make
from tests.tenants.filed import ENTRY, SEPTEMBER_16, Branch, make_branch

pytestmark = pytest.mark.django_db
#: The last day of what happened on SEPTEMBER_16, behind the national holiday.
DUE = date(2026, 10, 8)


@pytest.fixture
def branch() -> Iterator[Branch]:
    with at(office_hour(SEPTEMBER_16)):
        yield make_branch()


@pytest.fixture
def head(branch: Branch) -> int:
    """The director of the district's office."""
    office = User.objects.get(pk=person(branch.officer)).memberships.get().organisation
    return make.make_user(Role.DIRECTOR, office).pk


def told() -> list[tuple[int, str]]:
    """Who was told, and of which day: before the last one, or the day on which it was late."""
    rows = OutboxMessage.objects.filter(channel="site", event__startswith="filing:").order_by("pk")
    return [(row.recipient_id, row.event.rpartition(":")[2]) for row in rows]


def test_the_district_is_reminded_once_on_each_of_its_days(branch: Branch, head: int) -> None:
    branch.stay(entered_on=SEPTEMBER_16)
    for days in range(12, -1, -1):
        sweep_filings(DUE - timedelta(days=days))
        sweep_filings(DUE - timedelta(days=days))
    assert told() == [(branch.officer.user_id, days) for days in ("5", "3", "1", "0")]


def test_where_no_district_lies_between_the_bureaus_officer_is_told_and_files(
    branch: Branch,
) -> None:
    bureau = User.objects.get(pk=person(branch.reviewer)).memberships.get().organisation
    officer = make.make_actor(Role.OFFICER, bureau)
    branch.park.area = bureau.area
    branch.park.save()
    stay = branch.stay(entered_on=SEPTEMBER_16)
    sweep_filings(DUE)
    assert told() == [(officer.user_id, "0")]
    with pytest.raises(Refused):
        acts.file_event(branch.reviewer, stay, ENTRY)
    filing = acts.file_event(officer, stay, ENTRY)
    branch.acknowledge(filing)
    assert filing.case.status == Case.Status.APPROVED


def test_what_is_late_is_told_daily_to_the_director(branch: Branch, head: int) -> None:
    branch.stay(entered_on=SEPTEMBER_16)
    for days in (1, 2, 2, 40):
        sweep_filings(DUE + timedelta(days=days))
    assert told() == [(head, (DUE + timedelta(days=days)).isoformat()) for days in (1, 2, 40)]


def test_without_a_director_the_bureaus_is_told(branch: Branch) -> None:
    bureau = User.objects.get(pk=person(branch.reviewer)).memberships.get().organisation
    above = make.make_user(Role.DIRECTOR, bureau).pk
    branch.stay(entered_on=SEPTEMBER_16)
    sweep_filings(DUE + timedelta(days=1))
    assert [person for person, _day in told()] == [above]


def test_silence_loses_nothing_but_what_the_nearest_reminder_says(branch: Branch) -> None:
    branch.stay(entered_on=SEPTEMBER_16)
    sweep_filings(DUE - timedelta(days=2))
    assert [day for _person, day in told()] == ["3"]


def test_what_is_filed_is_not_told_of(branch: Branch, head: int) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    acts.file_event(branch.officer, stay, ENTRY)
    assert sweep_filings(DUE) + sweep_filings(DUE + timedelta(days=9)) == 0


def test_an_exit_is_told_of_as_its_entry_is(branch: Branch) -> None:
    branch.stay(entered_on=SEPTEMBER_16 - timedelta(days=1), left_on=SEPTEMBER_16)
    sweep_filings(DUE)
    assert OutboxMessage.objects.filter(event__contains="-exit:").exists()


def test_the_operator_hears_of_a_return_too(branch: Branch) -> None:
    filing = acts.file_event(branch.officer, branch.stay(entered_on=SEPTEMBER_16), ENTRY)
    branch.give_back(filing, "2026-10-20")
    (message,) = OutboxMessage.objects.filter(
        channel="site", recipient_id=person(branch.operator), event__startswith="filing:"
    )
    assert message.link == f"/cases/{filing.case_id}/"
