"""The year of preparation: its last day, its warnings, its end, and what keeps it from ending."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.roles import Role
from applications.acts.periods import follow, sweep_preparations
from applications.models import Application, Preparation
from applications.queries.periods import due_of, running_preparations
from casework import acts as casework
from casework.models import Case
from records.actor import job_actor
from records.acts import sweep
from records.errors import Refused
from records.models import AuditEntry, CalendarDay, CalendarYear, OutboxMessage
from tests import factories as make
from tests.applications.grants import Offices, filed, prepared, shanghai

pytestmark = pytest.mark.django_db

#: Approved on 10 March 2025: a year of ordinary days.
APPROVED, LAST = date(2025, 3, 10), date(2026, 3, 10)
PEOPLE, CHANNELS = 2, 2


@pytest.fixture
def offices() -> Offices:
    return shanghai()


@pytest.fixture
def running(offices: Offices) -> Preparation:
    return prepared(offices, APPROVED)


def sent(what: str = "") -> int:
    return OutboxMessage.objects.filter(event__contains=f":{what}").count()


LAST_DAYS = [
    ("2023-02-28", "2024-02-28", False),
    # 29 February has no corresponding day in the next year.
    ("2024-02-29", "2025-02-28", False),
    # The National Day holiday of 2025 ends on 8 October.
    ("2024-10-01", "2025-10-09", False),
    # The Spring Festival of 2025 ends on 4 February.
    ("2024-01-28", "2025-02-05", False),
    # A Sunday that is worked.
    ("2024-09-28", "2025-09-28", False),
    # 1 May 2027 is a Saturday of a year that is not announced yet.
    ("2026-05-01", "2027-05-03", True),
]


@pytest.mark.parametrize(("approved", "last", "provisional"), LAST_DAYS)
def test_the_last_day_follows_the_calendar(
    offices: Offices, approved: str, last: str, provisional: bool
) -> None:
    preparation = prepared(offices, date.fromisoformat(approved))
    assert preparation.due_on == date.fromisoformat(last)
    assert due_of(preparation).provisional is provisional


def test_an_announced_year_moves_the_last_day(offices: Offices) -> None:
    preparation = prepared(offices, date(2026, 5, 1))
    year = CalendarYear.objects.create(year=2027, updated_at=timezone.now())
    days = [date(2027, 5, number) for number in range(1, 6)]
    CalendarDay.objects.bulk_create(
        CalendarDay(year=year, date=day, kind=CalendarDay.Kind.OFF, name_zh="劳动节", name_en="")
        for day in days
    )
    sweep_preparations(date(2026, 6, 1))
    preparation.refresh_from_db()
    assert preparation.due_on == date(2027, 5, 6)
    entry = AuditEntry.objects.get(action="applications.move_due_date")
    assert (entry.before, entry.after) == ({"due_on": "2027-05-03"}, {"due_on": "2027-05-06"})


@pytest.mark.parametrize("days", [90, 30, 0])
def test_a_warning_comes_on_its_day_and_no_sooner(running: Preparation, days: int) -> None:
    sweep_preparations(LAST - timedelta(days=days + 1))
    assert sent(f"warning:{days}") == 0
    sweep_preparations(LAST - timedelta(days=days))
    assert sent(f"warning:{days}") == PEOPLE * CHANNELS


def test_after_three_days_of_silence_each_warning_is_sent_once(running: Preparation) -> None:
    due = LAST - timedelta(days=30)
    sweep_preparations(due - timedelta(days=1))
    before = sent()
    for day in (due + timedelta(days=2), due + timedelta(days=2), due + timedelta(days=3)):
        sweep_preparations(day)
    assert sent() - before == PEOPLE * CHANNELS


def test_a_sweep_that_slept_through_the_year_catches_up(running: Preparation) -> None:
    sweep_preparations(LAST + timedelta(days=3))
    running.refresh_from_db()
    assert running.warned == [90, 30, 0]
    assert running.state == Preparation.State.LAPSED


def test_who_is_told_are_the_applicant_and_the_bureau(
    offices: Offices, running: Preparation
) -> None:
    sweep_preparations(LAST)
    told = set(OutboxMessage.objects.values_list("recipient_id", flat=True))
    assert told == {offices.officer.user_id, offices.reviewer.user_id}


def test_on_its_last_day_it_still_runs(running: Preparation) -> None:
    sweep_preparations(LAST)
    running.refresh_from_db()
    assert running.state == Preparation.State.RUNNING


def test_the_day_after_it_has_ended_by_itself(running: Preparation) -> None:
    sweep_preparations(LAST + timedelta(days=1))
    running.refresh_from_db()
    case = running.case
    assert (running.state, case.status) == (Preparation.State.LAPSED, Case.Status.LAPSED)
    step = case.steps.latest("number")
    assert (step.action, step.actor_id) == ("lapse", None)
    assert "第九条" in step.opinion
    assert "2026年3月10日" in step.opinion


def test_the_approval_stays_on_record(running: Preparation) -> None:
    sweep_preparations(LAST + timedelta(days=1))
    assert running.case.decision_entries.get().decision.outcome == "approved"
    assert running.case.steps.filter(action="approve").exists()


def test_the_trail_names_the_job(running: Preparation) -> None:
    sweep_preparations(LAST + timedelta(days=1))
    entry = AuditEntry.objects.get(action="casework.lapse")
    assert entry.before is not None
    assert (entry.name, entry.before["status"]) == ("preparations", "approved")


def test_it_lapses_once(running: Preparation) -> None:
    for days in (1, 1, 2):
        sweep_preparations(LAST + timedelta(days=days))
    assert running.case.steps.filter(action="lapse").count() == 1
    assert sent("lapsed") == PEOPLE * CHANNELS


# What keeps it from ending


def test_a_formal_application_of_the_last_day_keeps_it(
    offices: Offices, running: Preparation
) -> None:
    filed(offices, running, LAST)
    sweep_preparations(LAST + timedelta(days=1))
    running.refresh_from_db()
    assert (running.state, running.applied_on) == (Preparation.State.APPLIED, LAST)
    assert sent() == 0


def test_one_of_the_day_after_does_not(offices: Offices, running: Preparation) -> None:
    filed(offices, running, LAST + timedelta(days=1))
    sweep_preparations(LAST + timedelta(days=1))
    running.refresh_from_db()
    assert running.state == Preparation.State.LAPSED


def test_a_draft_is_nothing_filed(offices: Offices, running: Preparation) -> None:
    draft = filed(offices, running, LAST, status=Case.Status.DRAFT)
    draft.steps.filter(action="submit").delete()
    sweep_preparations(LAST + timedelta(days=1))
    running.refresh_from_db()
    assert running.state == Preparation.State.LAPSED


def test_handing_in_and_taking_back_are_known_at_once(
    offices: Offices, running: Preparation
) -> None:
    formal = filed(offices, running, APPROVED + timedelta(days=9))
    application = Application.objects.get(case=formal)
    follow(application)
    running.refresh_from_db()
    assert running.state == Preparation.State.APPLIED
    formal.status = Case.Status.WITHDRAWN
    formal.save()
    follow(application)
    running.refresh_from_db()
    assert (running.state, running.applied_on) == (Preparation.State.RUNNING, None)


def test_what_was_taken_back_does_not_keep_it(offices: Offices, running: Preparation) -> None:
    filed(offices, running, LAST, status=Case.Status.WITHDRAWN)
    sweep_preparations(LAST + timedelta(days=1))
    running.refresh_from_db()
    assert running.state == Preparation.State.LAPSED


# Whose they are


def test_an_office_sees_its_own_running_periods(offices: Offices) -> None:
    today = timezone.localdate()
    mine = prepared(offices, today)
    prepared(offices, APPROVED)
    other = make.make_actor(Role.OFFICER, make.make_district_office("310118"))
    area = make.make_area("310118")
    assert running_preparations(offices.officer, area) == [mine]
    assert running_preparations(other, area) == []


def test_nobody_lets_a_case_lapse_by_hand(offices: Offices, running: Preparation) -> None:
    with pytest.raises(Refused):
        casework.lapse(running.case_id, offices.director, "理由")
    assert Case.objects.get(pk=running.case_id).status == Case.Status.APPROVED


def test_what_has_lapsed_does_not_lapse_again(running: Preparation) -> None:
    casework.lapse(running.case_id, job_actor("样例"), "理由")
    with pytest.raises(Refused):
        casework.lapse(running.case_id, job_actor("样例"), "理由")


# The sweep as a whole


def test_the_command_does_what_a_given_day_brought(
    running: Preparation, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("sweep", day=(LAST + timedelta(days=1)).isoformat())
    assert "preparations: 1" in capsys.readouterr().out
    call_command("sweep", day=(LAST + timedelta(days=1)).isoformat())
    assert "preparations: 0" in capsys.readouterr().out


def test_the_command_refuses_what_is_no_day() -> None:
    with pytest.raises(CommandError):
        call_command("sweep", day="tomorrow")


def test_a_sweep_that_fails_keeps_none_from_running() -> None:
    done: list[date] = []

    def fails(_day: date) -> int:
        raise ValueError("broken")

    def runs(day: date) -> int:
        done.append(day)
        return 1

    with pytest.raises(ExceptionGroup):
        sweep(LAST, {"fails": fails, "runs": runs})
    assert done == [LAST]
