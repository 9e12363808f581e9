"""Filing from a sheet: its good rows or all, each by itself; what a second time changes."""

from collections.abc import Iterator
from datetime import date

import pytest

from applications.samples.clock import at, office_hour
from records import Refused
from records.acts import run_job
from records.models import Attachment, AuditEntry, Job
from tenants import acts
from tenants.acts.filing_book import FILE
from tenants.models import Filing, Tenancy
from tenants.queries import owed
from tests.tenants.filed import ENTRY, EXIT, SEPTEMBER_16, Branch, make_branch
from tests.tenants.sheets import AUGUST_3, marked, sent

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 20)


@pytest.fixture
def branch() -> Iterator[Branch]:
    with at(office_hour(TODAY)):
        yield make_branch()


def filed() -> list[tuple[int, str]]:
    return sorted(Filing.objects.values_list("tenancy", "event"))


def mixed(branch: Branch) -> tuple[Attachment, Tenancy]:
    """A sheet with a good row, and a late one that lacks its reason."""
    good, late = branch.stay(entered_on=SEPTEMBER_16), branch.stay(entered_on=AUGUST_3)
    return sent(branch.officer, marked(good), marked(late)), good


def test_all_marked_rows_are_filed_with_what_they_say(branch: Branch) -> None:
    late = branch.stay(entered_on=AUGUST_3, left_on=SEPTEMBER_16)
    rows = [marked(late, late_reason="材料迟到", remark="样例"), marked(late, EXIT)]
    outcomes = acts.file_book(branch.officer, sent(branch.officer, *rows), good_only=False)
    assert [each.filing is not None for each in outcomes] == [True, True]
    kept = Filing.objects.order_by("event").values_list("event", "late_reason", "remark")
    assert list(kept) == [("entry", "材料迟到", "样例"), ("exit", "", "")]


def test_a_reason_beside_what_is_in_time_is_not_kept(branch: Branch) -> None:
    row = marked(branch.stay(entered_on=SEPTEMBER_16), late_reason="不迟")
    acts.file_book(branch.officer, sent(branch.officer, row), good_only=False)
    assert Filing.objects.get().late_reason == ""


def test_with_errors_nothing_is_filed_unless_the_good_rows_are_asked_for(branch: Branch) -> None:
    kept, good = mixed(branch)
    with pytest.raises(Refused) as refused:
        acts.file_book(branch.officer, kept, good_only=False)
    assert (refused.value.code, filed()) == ("rejected", [])
    acts.file_book(branch.officer, kept, good_only=True)
    assert filed() == [(good.pk, ENTRY)]


def test_the_same_file_twice_changes_nothing(branch: Branch) -> None:
    row = marked(branch.stay(entered_on=SEPTEMBER_16))
    acts.file_book(branch.officer, sent(branch.officer, row), good_only=False)
    before = filed()
    with pytest.raises(Refused) as refused:
        acts.file_book(branch.officer, sent(branch.officer, row), good_only=False)
    assert (refused.value.code, filed()) == ("nothing_to_file", before)


def test_each_filing_is_on_the_trail_and_so_is_the_sheet(branch: Branch) -> None:
    rows = [marked(branch.stay(entered_on=SEPTEMBER_16)) for _each in range(2)]
    kept = sent(branch.officer, *rows)
    acts.file_book(branch.officer, kept, good_only=False)
    assert AuditEntry.objects.filter(action="tenants.file").count() == 2
    after = AuditEntry.objects.get(action=FILE).after
    assert after == {"file": kept.name, "sha256": kept.sha256, "filed": 2, "refused": 0}


def test_what_the_register_changed_since_the_look_is_not_filed_and_says_so(branch: Branch) -> None:
    stays = [branch.stay(entered_on=SEPTEMBER_16) for _each in range(3)]
    read = owed(branch.officer, TODAY)
    Tenancy.objects.filter(pk=stays[0].pk).update(entered_on=date(2026, 9, 17))
    stays[1].delete()
    outcomes = [acts.try_to_file(branch.officer, one, "", "") for one in read]
    assert filed() == [(stays[2].pk, ENTRY)]
    assert [bool(each.reason) for each in outcomes] == [True, True, False]
    refusal = AuditEntry.objects.get(action="tenants.file", after={"refused": True})
    assert refusal.note == outcomes[0].reason


def test_a_long_sheet_is_filed_by_a_job(branch: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenants.acts.filing_book.AT_ONCE", 1)
    rows = [marked(branch.stay(entered_on=SEPTEMBER_16)) for _each in range(2)]
    assert acts.file_book(branch.officer, sent(branch.officer, *rows), good_only=False) == []
    assert filed() == []
    job = Job.objects.get(kind=FILE)
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.msg_params["filed"], job.msg_params["refused"]) == ("done", 2, 0)
    assert len(filed()) == 2


def test_a_job_that_was_interrupted_goes_on_where_it_stopped(
    branch: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tenants.acts.filing_book.AT_ONCE", 1)
    stays = [branch.stay(entered_on=SEPTEMBER_16) for _each in range(2)]
    acts.file_book(branch.officer, sent(branch.officer, *map(marked, stays)), good_only=False)
    acts.file_event(branch.officer, stays[0], ENTRY)
    run_job(Job.objects.get(kind=FILE).pk)
    assert filed() == sorted((stay.pk, ENTRY) for stay in stays)
