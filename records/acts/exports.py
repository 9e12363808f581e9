"""Taking a list away as a file: at once, or as a job where it is long; recorded either way."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any, Final

from django.core.files.base import File
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from records.actor import Actor
from records.acts.audit import record
from records.acts.jobs import start_job
from records.errors import Refused
from records.jobs import Progress, Result
from records.listings import count, listing_of
from records.models import Job
from records.sheets import WRITERS

KIND: Final = "records.export"
#: So many rows are written while one waits; more are a job [the system's own limit].
AT_ONCE: Final = 5_000
STEP: Final = 1_000
EXPORTED = gettext_noop("%(count)s rows exported.")


@dataclass(frozen=True)
class Exported:
    """A file at its beginning, and how it is called."""

    file: IO[bytes]
    name: str
    content_type: str


def export(actor: Actor, key: str, query: str, ending: str) -> Exported | Job:
    """The list `key` as its page shows it under the query string, as "xlsx" or "csv".

    A long one becomes a job. Raises KeyError for an unknown list or ending, Refused for a list
    that is not the actor's to read.
    """
    taken = _Taken(actor, key, query, ending)
    if taken.total > AT_ONCE:
        return start_job(actor, KIND, {"list": key, "query": query, "ending": ending})
    file = taken.written()
    taken.record()
    return Exported(file, taken.name, taken.content_type)


def run_export(job: Job, progress: Progress) -> Result:
    """The same for a long list, with its progress."""
    asked = job.params
    taken = _Taken(job.as_actor(), asked["list"], asked["query"], asked["ending"])
    progress.begin(taken.total)
    file = taken.written(progress)
    taken.record()
    return Result(EXPORTED, {"count": taken.total}, File(file), taken.name, taken.content_type)


class _Taken:
    """One list, narrowed for one person, on its way into a file."""

    def __init__(self, actor: Actor, key: str, query: str, ending: str) -> None:
        self.writer, self.content_type = WRITERS[ending]
        self.listing = listing_of(key)
        if not self.listing.admits(actor):
            raise Refused(_("This list is not for your role."), "role")
        self.actor, self.asked = actor, QueryDict(query)
        self.rows = self.listing.rows(actor, self.asked)
        self.total = count(self.rows)
        self.told = {"list": key, "query": query, "form": ending, "rows": self.total}
        self.name = f"{self.listing.title} {timezone.localtime():%Y-%m-%d %H%M}.{ending}"

    def written(self, progress: Progress | None = None) -> IO[bytes]:
        lines = self.listing.lines(self.rows, self.actor, self.asked)
        counted = _counted(lines, progress) if progress else lines
        # Whoever sends or keeps the file closes it, and closing deletes it.
        file = tempfile.TemporaryFile()  # noqa: SIM115
        header = self.listing.header(self.asked)
        self.writer(file, str(self.listing.title), header, counted, exporter(self.actor))
        file.seek(0)
        return file

    @transaction.atomic
    def record(self) -> None:
        record(self.actor, KIND, after=self.told)


def _counted(lines: Iterable[Any], progress: Progress) -> Iterator[Any]:
    for number, line in enumerate(lines, start=1):
        if number % STEP == 0:
            progress.step(number)
        yield line


def exporter(actor: Actor) -> str:
    """Who takes a table away and when, as it stands on the table."""
    who = " ".join(filter(None, (actor.organisation, actor.name)))
    when = f"{timezone.localtime():%Y-%m-%d %H:%M}"
    return _("Exported by %(who)s, %(when)s") % {"who": who, "when": when}
