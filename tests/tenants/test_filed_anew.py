"""What is owed when the register's day is another than the filed one, and what paper settles."""

from datetime import date

import pytest
from django.utils import timezone

from applications.samples.clock import at, office_hour
from casework.models import Case
from tenants import acts
from tenants.queries import events_of, owed
from tests.tenants.filed import ENTRY, EXIT, SEPTEMBER_16, Branch, make_branch

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch() -> Branch:
    return make_branch()


def test_the_real_exit_after_a_mistaken_one_is_owed_by_its_own_clock(branch: Branch) -> None:
    with at(office_hour(date(2026, 9, 20))):
        stay = branch.stay(entered_on=date(2020, 1, 1), left_on=SEPTEMBER_16)
        mistaken = acts.file_event(branch.officer, stay, EXIT)
        branch.acknowledge(mistaken)
        acts.change_tenancy(branch.operator, stay, {"left_on": None}, stay.version)
    with at(office_hour(date(2026, 11, 20))):
        stay.refresh_from_db()
        left = date(2026, 11, 2)
        stay = acts.change_tenancy(branch.operator, stay, {"left_on": left}, stay.version)
        (one,) = owed(branch.officer, timezone.localdate())
        assert (one.on, one.deadline.due) == (left, date(2026, 11, 17))
        assert [told.owed is not None for told in events_of(stay, timezone.localdate())] == [True]
        filing = acts.file_event(branch.officer, stay, EXIT, late_reason="样例")
        assert owed(branch.officer, timezone.localdate()) == []
        branch.acknowledge(filing)
        assert owed(branch.officer, timezone.localdate()) == []
        mistaken.refresh_from_db()
        assert mistaken.case.status == Case.Status.APPROVED


def test_a_corrected_day_is_owed_until_the_correction_is_filed(branch: Branch) -> None:
    with at(office_hour(date(2026, 9, 20))):
        first = acts.file_event(branch.officer, branch.stay(entered_on=SEPTEMBER_16), ENTRY)
        branch.acknowledge(first)
        first.tenancy.entered_on = date(2026, 9, 15)
        first.tenancy.save()
        assert len(owed(branch.officer, timezone.localdate())) == 1
        acts.correct_filing(branch.officer, first, "入驻日期应为15日")
        assert owed(branch.officer, timezone.localdate()) == []
