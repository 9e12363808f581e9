"""Kinds of long work, and how a run reports on itself.

A runner may be started again after its worker died: it finds out what is already done, or does
everything in one transaction at its end. It calls ``progress.step`` at least every few minutes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import File
from django.utils import timezone
from django.utils.functional import Promise

from records.models import Job


class Cancelled(Exception):
    """The run must stop: its starter cancelled it, or another run took its place."""


@dataclass(frozen=True)
class Result:
    """How a job ended: one sentence (msgid and parameters), and a file if there is one."""

    msgid: str
    params: Mapping[str, Any] = field(default_factory=dict)
    file: "File[bytes] | bytes | None" = None
    name: str = ""
    content_type: str = "application/octet-stream"


class Progress:
    """How far one run of a job has come."""

    def __init__(self, job: Job) -> None:
        self._mine = Job.objects.filter(
            pk=job.pk, attempt=job.attempt, state=Job.State.RUNNING, cancel_requested=False
        )

    def begin(self, total: int) -> None:
        """Say how many steps there will be. Raises Cancelled."""
        self._write(total=total, done=0)

    def step(self, done: int) -> None:
        """Say that ``done`` steps are over. Raises Cancelled."""
        self._write(done=done)

    def at(self, done: int, total: int) -> None:
        """Say both at once. Raises Cancelled."""
        self._write(done=done, total=total)

    def _write(self, **values: int) -> None:
        if not self._mine.update(heartbeat_at=timezone.now(), **values):
            raise Cancelled


Run = Callable[[Job, Progress], Result]


@dataclass(frozen=True)
class Kind:
    """A kind of job: what it is called and what runs it."""

    label: str | Promise
    run: Run


_kinds: dict[str, Kind] = {}


def register(kind: str, label: str | Promise, run: Run) -> None:
    """Make a kind of work known, from ``AppConfig.ready``."""
    _kinds[kind] = Kind(label, run)


def kind_of(key: str) -> Kind:
    """Raises KeyError for a kind that nobody registered."""
    return _kinds[key]


def label_of(key: str) -> str | Promise:
    """What the kind is called; a kind that is no longer registered by its key."""
    return _kinds[key].label if key in _kinds else key
