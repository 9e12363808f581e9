"""Starting, running, cancelling and sweeping jobs."""

import logging
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from records import outbox
from records.actor import Actor, job_actor
from records.acts.attachments import keep_generated
from records.acts.audit import record
from records.acts.outbox import SITE_ONLY, notify
from records.chain import plain
from records.errors import Refused
from records.jobs import Cancelled, Progress, Result, kind_of
from records.models import Attachment, Job
from records.queue import enqueue

logger = logging.getLogger(__name__)

OWNER_KIND: Final = "records.job"
MAX_ATTEMPTS: Final = 3
NOT_FETCHED: Final = timedelta(minutes=5)
NO_SIGN_OF_LIFE: Final = timedelta(minutes=15)

CANCELLED = gettext_noop("Cancelled; what had not been done stays undone.")
INTERRUPTED = gettext_noop("Interrupted three times; nobody will try again by itself.")
BROKEN = gettext_noop("Stopped by an internal error, which was logged with the job's number.")
ENDED = gettext_noop("Job %(number)s has ended: %(outcome)s")


@transaction.atomic
def start_job(actor: Actor, kind: str, params: Mapping[str, Any] | None = None) -> Job:
    """Record the job and hand it to a worker when the transaction commits.

    Raises KeyError for a kind that nobody registered.
    """
    kind_of(kind)
    now = timezone.now()
    job = Job.objects.create(
        kind=kind,
        params=plain(params or {}),
        actor=asdict(actor),
        started_by_id=actor.user_id,
        started_by=actor.name,
        area_path=actor.area_path,
        created_at=now,
        heartbeat_at=now,
    )
    record(actor, "records.job_start", job, after={"kind": kind, "params": job.params})
    enqueue("records.tasks.run_job", job.pk)
    return job


@transaction.atomic
def cancel_job(actor: Actor, job: Job) -> Job:
    """Ask an open job to stop; one that has not begun ends at once. Raises Refused when ended."""
    job = Job.objects.select_for_update().get(pk=job.pk)
    if not job.is_open:
        raise Refused(_("This job has already ended."), "ended")
    job.cancel_requested = True
    if job.state == Job.State.WAITING:
        job.state, job.msgid, job.ended_at = Job.State.CANCELLED, CANCELLED, timezone.now()
    job.save()
    record(actor, "records.job_cancel", job)
    return job


def run_job(job_id: int) -> None:
    """Run the job if it still waits; a second delivery of the same task does nothing."""
    job = _claim(job_id)
    if job is None:
        return
    with translation.override(job.as_actor().language):
        state, result = _outcome(job)
        _end(job, state, result)


def sweep_jobs() -> int:
    """Hand out again what no worker fetched, and what a dead worker left; return how many."""
    now = timezone.now()
    lost = Job.objects.filter(state=Job.State.WAITING, heartbeat_at__lt=now - NOT_FETCHED)
    dead = Job.objects.filter(state=Job.State.RUNNING, heartbeat_at__lt=now - NO_SIGN_OF_LIFE)
    found = [*lost.values_list("pk", flat=True), *dead.values_list("pk", flat=True)]
    for job_id in found:
        _revive(job_id, now)
    return len(found)


def _claim(job_id: int) -> Job | None:
    waiting = Job.objects.filter(pk=job_id, state=Job.State.WAITING)
    claimed = waiting.update(
        state=Job.State.RUNNING, attempt=F("attempt") + 1, heartbeat_at=timezone.now()
    )
    return Job.objects.get(pk=job_id) if claimed else None


def _outcome(job: Job) -> tuple[Job.State, Result]:
    try:
        return Job.State.DONE, kind_of(job.kind).run(job, Progress(job))
    except Cancelled:
        return Job.State.CANCELLED, Result(CANCELLED)
    except Refused as refusal:
        return Job.State.FAILED, Result("%(reason)s", {"reason": str(refusal)})
    except Exception:
        logger.exception("job %s failed", job)
        return Job.State.FAILED, Result(BROKEN)


@transaction.atomic
def _end(job: Job, state: Job.State, result: Result) -> None:
    """Write the end, unless another run has taken the job over meanwhile."""
    mine = Job.objects.filter(pk=job.pk, attempt=job.attempt, state=Job.State.RUNNING)
    current = mine.select_for_update().first()
    if current is not None:
        current.result = _result_file(current, result)
        _close(current, current.as_actor(), state, result)


def _close(job: Job, actor: Actor, state: Job.State, result: Result) -> None:
    job.state, job.ended_at = state, timezone.now()
    if state == Job.State.DONE:
        job.done = job.total
    job.msgid, job.msg_params = result.msgid, outbox.keep(result.params)
    job.save()
    record(actor, f"records.job_{state}", job, note=outbox.render(job.msgid, job.msg_params))
    if job.started_by_id is not None:
        notify(
            f"job {job.pk} ended",
            [job.started_by_id],
            ENDED,
            {"number": job.pk, "outcome": outbox.Sentence(result.msgid, result.params)},
            reverse("records:job", args=(job.pk,)),
            channels=SITE_ONLY,
        )


def _result_file(job: Job, result: Result) -> Attachment | None:
    if result.file is None:
        return None
    kept = keep_generated(
        job.as_actor(),
        result.file,
        result.name,
        result.content_type,
        OWNER_KIND,
        job.pk,
        area_path=job.area_path,
    )
    if not isinstance(result.file, bytes):
        result.file.close()
    return kept


@transaction.atomic
def _revive(job_id: int, now: datetime) -> None:
    job = Job.objects.select_for_update().get(pk=job_id)
    if not job.is_open or job.heartbeat_at > now - NOT_FETCHED:
        return
    if job.cancel_requested:
        _close(job, job_actor("sweep_jobs"), Job.State.CANCELLED, Result(CANCELLED))
    elif job.attempt >= MAX_ATTEMPTS:
        _close(job, job_actor("sweep_jobs"), Job.State.FAILED, Result(INTERRUPTED))
    else:
        job.state, job.heartbeat_at = Job.State.WAITING, now
        job.save()
        enqueue("records.tasks.run_job", job.pk)
