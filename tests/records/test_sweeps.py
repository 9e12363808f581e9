"""The daily round: kept in rows, caught up with, run again by hand."""

import time
from datetime import date, timedelta
from typing import Any

import pytest
from celery.schedules import crontab
from django.test import Client
from django.utils import translation

from records import acts, sweeps
from records.acts.calendar import DayRow
from records.errors import Refused
from records.models import AuditEntry, SweepRun
from records.views.schedule import when
from tests import factories as make
from tests.records.people import ADMINISTRATOR

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
State = SweepRun.State


class Trial:
    """A sweep that counts its runs, and fails as long as it is told to."""

    def __init__(self) -> None:
        self.days: list[date] = []
        self.broken = False

    def __call__(self, day: date) -> int:
        self.days.append(day)
        if self.broken:
            raise ValueError("no such thing")
        return 2


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> Trial:
    made = Trial()
    monkeypatch.setitem(sweeps._sweeps, "trial", made)
    return made


def run_of(day: date = DAY) -> SweepRun:
    return SweepRun.objects.get(key="trial", day=day)


def test_a_run_leaves_its_day_and_what_it_changed(trial: Trial) -> None:
    acts.sweep(DAY, {"trial": trial})
    run = run_of()
    assert (run.state, run.changed, run.attempts) == (State.DONE, 2, 1)
    assert run.ended_at


def test_what_is_done_is_not_done_again(trial: Trial) -> None:
    acts.catch_up(DAY, {"trial": trial})
    acts.catch_up(DAY, {"trial": trial})
    assert trial.days == [DAY]


def test_what_failed_is_tried_again_at_the_next_round(trial: Trial) -> None:
    trial.broken = True
    with pytest.raises(ExceptionGroup):
        acts.catch_up(DAY, {"trial": trial})
    assert (run_of().state, run_of().error) == (State.FAILED, "ValueError: no such thing")
    trial.broken = False
    acts.catch_up(DAY, {"trial": trial})
    assert (run_of().state, run_of().error, run_of().attempts) == (State.DONE, "", 2)


def test_what_a_dead_worker_left_running_is_taken_up(trial: Trial) -> None:
    acts.sweep(DAY, {"trial": trial})
    SweepRun.objects.update(state=State.RUNNING)
    acts.catch_up(DAY, {"trial": trial})
    assert len(trial.days) == 2
    assert run_of().state == State.DONE


def test_one_that_fails_keeps_none_from_running(trial: Trial) -> None:
    trial.broken, other = True, Trial()
    with pytest.raises(ExceptionGroup):
        acts.sweep(DAY, {"trial": trial, "other": other})
    assert other.days == [DAY]


def failed(trial: Trial) -> SweepRun:
    trial.broken = True
    with pytest.raises(ExceptionGroup):
        acts.sweep(DAY, {"trial": trial})
    trial.broken = False
    return run_of()


def test_an_administrator_runs_a_failed_one_again_for_today(trial: Trial) -> None:
    run = acts.retry_sweep(ADMINISTRATOR, failed(trial))
    assert run.state == State.DONE
    assert trial.days == [DAY, run.day]
    assert run_of().state == State.DONE
    assert AuditEntry.objects.filter(action="records.retry_sweep").count() == 1


def test_nobody_else_runs_one_again(trial: Trial) -> None:
    with pytest.raises(Refused):
        acts.retry_sweep(make.make_actor("auditor"), failed(trial))


def test_one_that_fails_again_says_why(trial: Trial) -> None:
    run = failed(trial)
    trial.broken = True
    with pytest.raises(Refused, match="no such thing"):
        acts.retry_sweep(ADMINISTRATOR, run)


@pytest.mark.parametrize("state", [State.RUNNING, State.DONE])
def test_what_did_not_fail_is_not_run_again_by_hand(trial: Trial, state: State) -> None:
    run = failed(trial)
    run.state = state
    with pytest.raises(Refused):
        acts.retry_sweep(ADMINISTRATOR, run)
    assert trial.days == [DAY]


def client_of(role: str) -> Client:
    client = Client()
    client.force_login(make.make_user(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_page_shows_a_failure_until_it_is_made_up_for(trial: Trial) -> None:
    client, run = client_of("administrator"), failed(trial)
    shown: Any = client.get("/schedule/").context
    assert [each["run"] for each in shown["failures"]] == [run]
    client.post(f"/schedule/{run.pk}/retry/")
    shown = client.get("/schedule/").context
    assert shown["failures"] == []


def test_an_auditor_reads_the_schedule_and_starts_nothing(trial: Trial) -> None:
    client, run = client_of("auditor"), failed(trial)
    assert b"retry" not in client.get("/schedule/").content
    assert client.post(f"/schedule/{run.pk}/retry/").status_code == 403


def test_who_has_no_business_there_does_not_see_the_schedule() -> None:
    assert client_of("reviewer").get("/schedule/").status_code == 403


@pytest.mark.django_db(transaction=True)
def test_a_changed_calendar_reckons_everything_again(
    worker: None, trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [DayRow(date(2027, 1, 1), "off", "元旦")]
    acts.save_calendar_year(ADMINISTRATOR, 2027, rows, 0)
    for _attempt in range(100):
        if SweepRun.objects.filter(key="trial", state=State.DONE).exists():
            return
        time.sleep(0.1)
    raise AssertionError("no sweep came after the calendar changed")


@pytest.mark.parametrize(
    ("planned", "words"),
    [
        (timedelta(minutes=1), "every minute"),
        (timedelta(minutes=5), "every 5 minutes"),
        (crontab(hour=3, minute=5), "daily at 3:05"),
        (crontab(hour="6-23", minute="*/10"), "every 10 minutes from 6 to 23 o'clock"),
    ],
)
def test_times_are_said_in_words(planned: timedelta | crontab, words: str) -> None:
    with translation.override("en"):
        assert when(planned) == words
