"""The daily round of all sweeps, kept in rows, so that no queue has to remember it."""

import logging
from collections.abc import Mapping
from datetime import date

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from records.actor import Actor
from records.acts.audit import record
from records.acts.calendar import ADMINISTRATOR
from records.errors import Refused
from records.models import SweepRun
from records.sweeps import Sweep, all_sweeps

logger = logging.getLogger(__name__)


def sweep(day: date, sweeps: Mapping[str, Sweep] | None = None) -> dict[str, int]:
    """Run every sweep for `day`; returns by key how many rows each changed.

    One that fails keeps none of the others from running. Raises ExceptionGroup of what failed.
    """
    done, failed = {}, []
    for key, run in (all_sweeps() if sweeps is None else sweeps).items():
        try:
            done[key] = _run(key, run, day)
        except Exception as error:
            logger.exception("sweep %s failed", key)
            failed.append(error)
    if failed:
        raise ExceptionGroup("sweeps failed", failed)
    return done


def catch_up(day: date, sweeps: Mapping[str, Sweep] | None = None) -> dict[str, int]:
    """Run the sweeps that were not done for `day` yet: never begun, broken off, or failed.

    Called as often as one likes. An earlier day needs no run of its own, since a sweep takes
    all that has come by the day it is told.
    """
    known = all_sweeps() if sweeps is None else sweeps
    done = SweepRun.objects.filter(day=day, state=SweepRun.State.DONE)
    finished = set(done.values_list("key", flat=True))
    return sweep(day, {key: run for key, run in known.items() if key not in finished})


def retry_sweep(actor: Actor, run: SweepRun) -> SweepRun:
    """Run a failed sweep once more, for today: what its own day brought is in that.

    Raises Refused for anybody but an administrator, for a run that did not fail, and where the
    sweep fails again.
    """
    if actor.role != ADMINISTRATOR:
        raise Refused(_("Only an administrator runs it again."), "role")
    work = all_sweeps().get(run.key)
    if run.state != SweepRun.State.FAILED or work is None:
        raise Refused(_("There is nothing to run again."), "done")
    with transaction.atomic():
        record(actor, "records.retry_sweep", run, before={"error": run.error})
    today = timezone.localdate()
    try:
        _run(run.key, work, today)
    except Exception as error:
        logger.exception("sweep %s failed", run.key)
        raise Refused(_("It failed again: %(error)s") % {"error": _told(error)}) from error
    # What failed on earlier days is caught up with.
    SweepRun.objects.filter(key=run.key, day__lte=today).exclude(state=SweepRun.State.DONE).update(
        state=SweepRun.State.DONE, ended_at=timezone.now(), error=""
    )
    return SweepRun.objects.get(key=run.key, day=today)


def _run(key: str, work: Sweep, day: date) -> int:
    row = _begin(key, day)
    try:
        changed = work(day)
    except Exception as error:
        _end(row, SweepRun.State.FAILED, error=_told(error))
        raise
    _end(row, SweepRun.State.DONE, changed)
    return changed


def _begin(key: str, day: date) -> SweepRun:
    """The day's row, running; a dead worker's is taken up: twice the same work doubles nothing."""
    now = timezone.now()
    row, _made = SweepRun.objects.get_or_create(key=key, day=day, defaults={"started_at": now})
    SweepRun.objects.filter(pk=row.pk).update(
        state=SweepRun.State.RUNNING, started_at=now, ended_at=None, attempts=F("attempts") + 1
    )
    return row


def _end(row: SweepRun, state: SweepRun.State, changed: int = 0, error: str = "") -> None:
    SweepRun.objects.filter(pk=row.pk).update(
        state=state, changed=F("changed") + changed, error=error, ended_at=timezone.now()
    )


def _told(error: Exception) -> str:
    """The error's kind and first words; a database's own may quote a row, so its kind alone."""
    words = "" if isinstance(error, DatabaseError) else f": {error}"
    return f"{type(error).__name__}{words}"[:300]
