"""Long work: run once, cancelled, broken, left behind by a dead worker; always recorded."""

import contextlib
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from records import acts, jobs, queries
from records.errors import Refused
from records.jobs import Progress, Result
from records.models import AuditEntry, Job, OutboxMessage
from tests.records.people import AUDITOR, OPERATOR, STRANGER

pytestmark = pytest.mark.django_db

State = Job.State


@contextlib.contextmanager
def kind(run: jobs.Run) -> Iterator[None]:
    jobs.register("test.work", "Work", run)
    yield
    del jobs._kinds["test.work"]


def count_to_three(job: Job, progress: Progress) -> Result:
    progress.begin(3)
    for number in range(1, 4):
        progress.step(number)
    return Result("%(count)s done", {"count": 3}, b"result", "结果.txt", "text/plain")


def ran(run: jobs.Run) -> Job:
    with kind(run):
        job = acts.start_job(OPERATOR, "test.work", {"x": 1})
        acts.run_job(job.pk)
    job.refresh_from_db()
    return job


def test_a_job_ends_with_its_sentence_progress_and_file():
    job = ran(count_to_three)
    assert (job.state, job.msgid, job.msg_params) == (State.DONE, "%(count)s done", {"count": 3})
    assert (job.done, job.total, job.percent) == (3, 3, 100)
    assert job.result is not None
    with job.result.file.open("rb") as file:
        assert (job.result.name, file.read()) == ("结果.txt", b"result")


def test_start_and_end_of_a_job_are_recorded_under_its_starter():
    job = ran(count_to_three)
    entries = AuditEntry.objects.filter(object_kind="records.job").order_by("seq")
    assert [(entry.action, entry.user_id, entry.job) for entry in entries] == [
        ("records.job_start", 11, ""),
        ("records.job_done", 11, str(job)),
    ]


def test_the_starter_is_told_once():
    ran(count_to_three)
    assert OutboxMessage.objects.filter(recipient_id=11, channel="site").count() == 1


def test_a_task_delivered_twice_runs_once():
    runs: list[int] = []

    def run(job: Job, progress: Progress) -> Result:
        runs.append(job.pk)
        return Result("ok")

    job = ran(run)
    with kind(run):
        acts.run_job(job.pk)
    assert runs == [job.pk]


def test_an_unknown_kind_cannot_be_started():
    with pytest.raises(KeyError):
        acts.start_job(OPERATOR, "no.such")


def test_a_refusal_is_the_job_s_outcome():
    def run(job: Job, progress: Progress) -> Result:
        raise Refused("The file holds nothing.")

    job = ran(run)
    assert (job.state, job.msg_params) == (State.FAILED, {"reason": "The file holds nothing."})


def test_an_error_of_ours_ends_the_job_without_its_details():
    def run(job: Job, progress: Progress) -> Result:
        raise ZeroDivisionError("secret")

    job = ran(run)
    assert job.state == State.FAILED
    assert "secret" not in job.msgid


def test_cancelling_before_the_start_ends_the_job():
    with kind(count_to_three):
        job = acts.start_job(OPERATOR, "test.work")
        acts.cancel_job(OPERATOR, job)
        acts.run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done) == (State.CANCELLED, 0)


def test_cancelling_stops_a_run_at_its_next_step():
    steps: list[int] = []

    def run(job: Job, progress: Progress) -> Result:
        for number in range(3):
            progress.step(number)
            steps.append(number)
            acts.cancel_job(OPERATOR, job)
        return Result("never")

    job = ran(run)
    assert (job.state, steps) == (State.CANCELLED, [0])


def test_a_job_that_has_ended_cannot_be_cancelled():
    with pytest.raises(Refused) as refusal:
        acts.cancel_job(OPERATOR, ran(count_to_three))
    assert refusal.value.code == "ended"


def later(job: Job, **values: object) -> None:
    Job.objects.filter(pk=job.pk).update(
        heartbeat_at=timezone.now() - timedelta(minutes=20), **values
    )


@pytest.fixture
def waiting() -> Iterator[Job]:
    with kind(count_to_three):
        yield acts.start_job(OPERATOR, "test.work")


def test_a_job_that_a_dead_worker_left_is_run_again(waiting: Job):
    later(waiting, state=State.RUNNING, attempt=1)
    assert acts.sweep_jobs() == 1
    acts.run_job(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempt) == (State.DONE, 2)


def test_a_job_left_three_times_fails(waiting: Job):
    later(waiting, state=State.RUNNING, attempt=3)
    acts.sweep_jobs()
    waiting.refresh_from_db()
    assert waiting.state == State.FAILED


def test_a_job_that_lives_is_not_swept(waiting: Job):
    Job.objects.filter(pk=waiting.pk).update(state=State.RUNNING, attempt=1)
    assert acts.sweep_jobs() == 0


def test_a_run_that_was_replaced_writes_nothing_more(waiting: Job):
    Job.objects.filter(pk=waiting.pk).update(state=State.RUNNING, attempt=1)
    stale = Progress(Job.objects.get(pk=waiting.pk))
    Job.objects.filter(pk=waiting.pk).update(attempt=2)
    with pytest.raises(jobs.Cancelled):
        stale.step(1)


def test_the_end_of_a_replaced_run_is_not_written(waiting: Job):
    def replaced(job: Job, progress: Progress) -> Result:
        Job.objects.filter(pk=job.pk).update(attempt=7)
        return Result("too late")

    jobs.register("test.work", "Work", replaced)
    acts.run_job(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.msgid) == (State.RUNNING, "")


def test_a_job_and_its_file_are_its_starter_s_alone():
    job = ran(count_to_three)
    assert queries.jobs(OPERATOR).get() == job
    assert not queries.jobs(STRANGER).exists()
    assert not queries.may_read_job_file(AUDITOR, job.pk)


@pytest.mark.django_db(transaction=True)
def test_a_worker_runs_what_was_started(worker: None):
    with kind(count_to_three):
        job = acts.start_job(OPERATOR, "test.work")
        until = timezone.now() + timedelta(seconds=20)
        while job.is_open and timezone.now() < until:
            job.refresh_from_db()
    assert job.state == State.DONE
