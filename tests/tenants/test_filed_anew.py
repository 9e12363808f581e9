"""What is owed when the register's day is another than the filed one, and what paper settles."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from applications.samples.clock import at, office_hour
from casework.models import Case
from parks.models import Park
from records import Refused
from tenants import acts
from tenants.models import EarlierFiling
from tenants.queries import events_of, owed
from tests.tenants.filed import ENTRY, EXIT, SEPTEMBER_16, Branch, make_branch
from tests.tenants.test_filing_pages import client_of

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


def earlier(branch: Branch, day: date, filed_on: date) -> int:
    """Note as filed on paper what happened on a day, in a park that came in on SEPTEMBER_16."""
    Park.objects.update(added_at=office_hour(SEPTEMBER_16))
    branch.stay(entered_on=day)
    with at(office_hour(date(2026, 10, 20))):
        events = owed(branch.officer, timezone.localdate())
        return acts.note_earlier(branch.officer, events, "样例1号", filed_on)


def test_what_happened_before_the_park_came_in_may_lie_on_paper(branch: Branch) -> None:
    assert earlier(branch, SEPTEMBER_16 - timedelta(days=1), SEPTEMBER_16) == 1


def test_what_happened_from_then_on_is_filed_here(branch: Branch) -> None:
    with pytest.raises(Refused) as refused:
        earlier(branch, SEPTEMBER_16, SEPTEMBER_16)
    assert refused.value.code == "in_system"
    assert "第二十二条" in str(refused.value)
    assert not EarlierFiling.objects.exists()


@pytest.mark.parametrize("filed_on", [date(2026, 9, 13), date(2026, 10, 21)])
def test_the_paper_is_no_older_than_the_event_and_not_of_a_day_to_come(
    branch: Branch, filed_on: date
) -> None:
    with pytest.raises(ValidationError) as error:
        earlier(branch, date(2026, 9, 14), filed_on)
    assert set(error.value.message_dict) == {"filed_on"}


def test_the_page_asks_for_the_papers_number_and_day(branch: Branch) -> None:
    stay = branch.stay(entered_on=date(2024, 6, 3))
    client = client_of(branch.officer)
    sent = {"event": f"{stay.pk}-entry", "document": "样例1号"}
    assert client.post("/filings/earlier/", sent).status_code == 200
    assert client.post("/filings/earlier/", sent | {"filed_on": "2024年6月5日"}).status_code == 302
    assert "2024年6月5日" in client.get(f"/tenants/{stay.pk}/").content.decode()
