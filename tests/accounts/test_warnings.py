"""The missing calendar year and regulations near their end."""

from datetime import date

import pytest

from accounts.acts.warnings import sweep_calendar, sweep_editions
from accounts.roles import Role
from records.models import CalendarYear, OutboxMessage
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-11-30", 0), ("2026-12-01", 1), ("2026-12-31", 1), ("2027-01-04", 1)],
)
def test_the_next_year_is_asked_for_from_december(day: str, told: int) -> None:
    make.make_user(Role.ADMINISTRATOR)
    assert sweep_calendar(date.fromisoformat(day)) == told


def test_it_is_asked_for_once_a_week() -> None:
    make.make_user(Role.ADMINISTRATOR)
    assert [sweep_calendar(date(2026, 12, day)) for day in range(1, 15)] == [
        1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1,
    ]  # fmt: skip


def test_a_year_that_is_there_is_not_asked_for() -> None:
    make.make_user(Role.ADMINISTRATOR)
    now = CalendarYear.objects.get(pk=2026).updated_at
    CalendarYear.objects.create(year=2027, updated_at=now, updated_by="样例")
    assert sweep_calendar(date(2026, 12, 20)) == 0


@pytest.mark.parametrize(
    ("day", "told"),
    [("2024-08-31", 0), ("2024-09-01", 1), ("2024-11-29", 1), ("2024-11-30", 1), ("2025-02-28", 1),
     ("2025-03-01", 0)],
)  # fmt: skip
def test_the_bureau_is_told_of_a_regulation_near_its_end(day: str, told: int) -> None:
    make.make_user(Role.DIRECTOR, make.make_bureau("140700"))
    make.make_user(Role.DIRECTOR, make.make_bureau("530000"))
    assert sweep_editions(date.fromisoformat(day)) == told
    assert sweep_editions(date.fromisoformat(day)) == 0
    assert OutboxMessage.objects.filter(channel="site").count() == told
