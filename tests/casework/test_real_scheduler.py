"""Real workers and two beats on a real Redis: killed, stopped, emptied; nothing lost or doubled."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from casework.models import Case, Step
from casework.seats import person
from records.models import OutboxMessage, SweepRun
from tests.casework.trial import DEFECT, World, make_world, sibling
from tools.services import start_redis

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
Process = subprocess.Popen[bytes]
CASES = 3


@contextmanager
def ending(processes: list[Process]) -> Iterator[list[Process]]:
    """Whatever was started ends with the test."""
    try:
        yield processes
    finally:
        for each in processes:
            each.kill()
            each.wait()


def celery(folder: Path, *words: str) -> Process:
    """A process of Celery's on the test's own database and the Redis of `folder`."""
    name = str(connection.settings_dict["NAME"])
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.records.hurried",
        "DATABASE_URL": os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}",
        "REDIS_URL": f"redis+socket://{folder / 'redis.sock'}?virtual_host=0",
    }
    command = [sys.executable, "-m", "celery", "-q", "-A", "config", *words]
    return subprocess.Popen(
        command, env=environment, cwd=settings.BASE_DIR, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip


def worker(folder: Path) -> Process:
    return celery(folder, "worker", "--pool=solo", "--without-gossip", "--without-mingle")


def beat(folder: Path, number: int) -> Process:
    return celery(folder, "beat", f"--schedule={folder / f'schedule{number}'}", "--pidfile=")


def wait_for(what: Callable[[], bool], seconds: int = 90) -> None:
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it did not come about"
        time.sleep(0.2)


def returned() -> list[World]:
    """Cases returned ten days ago for a supplement that is due in two: nobody swept since."""
    first = make_world()
    worlds = [first, *(sibling(first) for _more in range(CASES - 1))]
    due = timezone.localdate() + timedelta(days=2)
    for world in worlds:
        world.reach("county_review").do("accept")
        answer = {"defects": [DEFECT], "answer_by": due.isoformat()}
        world.do("return_for_supplement", data=answer)
    Step.objects.update(at=timezone.now() - timedelta(days=10))
    OutboxMessage.objects.all().delete()
    return worlds


def reminders(worlds: list[World]) -> set[str]:
    """What must have been said: of each case the reminders of five and of three days."""
    due = timezone.localdate() + timedelta(days=2)
    return {f"case:{world.case.pk}:due:{due}:{days}" for world in worlds for days in (5, 3)}


def said() -> list[str]:
    rows = OutboxMessage.objects.filter(channel="site", event__contains=":due:")
    return sorted(rows.values_list("event", flat=True))


def is_done() -> bool:
    done = SweepRun.objects.filter(key="reminders", state=SweepRun.State.DONE)
    return done.exists() and not unsent()


def unsent() -> bool:
    waiting = OutboxMessage.objects.filter(channel="email", sent_at=None)
    return waiting.filter(attempts__lt=OutboxMessage.MAX_ATTEMPTS).exists()


def test_each_reminder_comes_once_whatever_dies(tmp_path: Path) -> None:
    worlds = returned()
    last = worlds[-1].case
    held = f"case:{last.pk}:due:{timezone.localdate() + timedelta(days=2)}:5"
    redis, _address = start_redis(tmp_path)
    with ending([redis]) as alive:
        victim = worker(tmp_path)
        alive += [victim, beat(tmp_path, 1), beat(tmp_path, 2)]
        with transaction.atomic():
            # The same message, not committed: the worker must wait here, with some cases done.
            hold(held, person(worlds[-1].operator))
            wait_for(lambda: elsewhere_said(worlds[0].case))
            os.killpg(victim.pid, signal.SIGKILL)
            victim.wait()
            transaction.set_rollback(True)
        assert not SweepRun.objects.filter(key="reminders", state=SweepRun.State.DONE).exists()
        redis.terminate()
        redis.wait()
        (tmp_path / "redis.sock").unlink(missing_ok=True)
        again, _address = start_redis(tmp_path)  # it keeps nothing: what was queued is gone
        alive += [again, worker(tmp_path), worker(tmp_path)]
        wait_for(is_done)
        time.sleep(5)  # more rounds of both beats
    assert said() == sorted(reminders(worlds))
    assert SweepRun.objects.get(key="reminders").state == SweepRun.State.DONE


def hold(event: str, recipient: int) -> None:
    OutboxMessage.objects.create(
        event=event, recipient_id=recipient, channel="site", msgid="x", created_at=timezone.now()
    )


def elsewhere_said(case: Case) -> bool:
    """Whether another process has committed the first case's reminders."""
    return OutboxMessage.objects.filter(event__startswith=f"case:{case.pk}:due:").exists()
