"""The forms of many cases as one zip, by a job."""

import hashlib
import tempfile
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from applications.printing.documents import form_name, form_pdf
from applications.printing.sheet import park_name_of
from applications.queries.printable import printable
from casework.models import Case
from records.jobs import Progress, Result
from records.models import Job
from records.sheets import write_table

PACKED: Final = gettext_noop("%(count)s approval forms packed.")
#: The list of what was packed, by whom and when, beside the forms.
LIST_NAME: Final = "清单.xlsx"


def pack_forms(job: Job, progress: Progress) -> Result:
    """Print the form of each case in the job's parameters that its starter may still see."""
    actor = job.as_actor()
    ids = printable(actor).filter(pk__in=job.params["cases"]).order_by("number", "pk")
    wanted = list(ids.values_list("pk", flat=True))
    progress.begin(len(wanted))
    file = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the result)
    with ZipFile(file, "w", ZIP_STORED) as archive:
        lines = []
        for done, pk in enumerate(wanted, start=1):
            lines.append(_pack(archive, job, printable(actor).get(pk=pk)))
            progress.step(done)
        _add(archive, job, LIST_NAME, _list_of(lines, job))
    now = timezone.localtime(job.created_at)
    name = f"{_('Approval forms')} {now:%Y-%m-%d %H%M}.zip"
    return Result(PACKED, {"count": len(wanted)}, File(file), name, "application/zip")


def _pack(archive: ZipFile, job: Job, case: Case) -> tuple[Any, ...]:
    """Add one form; returns its line of the list."""
    pdf, name = form_pdf(case, job.as_actor()), form_name(case)
    _add(archive, job, name, pdf)
    return (
        case.number or "",
        park_name_of(case),
        case.get_status_display(),
        name,
        hashlib.sha256(pdf).hexdigest(),
    )


def _add(archive: ZipFile, job: Job, name: str, content: bytes) -> None:
    made = timezone.localtime(job.created_at).timetuple()[:6]
    entry = ZipInfo(name, date_time=made)
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _list_of(lines: list[tuple[Any, ...]], job: Job) -> bytes:
    header = [_("Number"), _("Park"), _("Status"), _("File"), "SHA-256"]
    footer = f"{job.started_by} {timezone.localtime(job.created_at):%Y-%m-%d %H:%M}"
    file = BytesIO()
    write_table(file, _("Approval forms"), header, lines, footer)
    return file.getvalue()
