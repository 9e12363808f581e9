"""Lists of cases as xlsx."""

import tempfile
from collections.abc import Iterable
from typing import IO, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.queries import Row
from casework.words import moment_in_words
from records import sheets
from records.actor import Actor

#: A list that one downloads at once; what is longer is narrowed first [the system's own limit].
MOST: Final = 5_000


def workbook(title: str, rows: Iterable[Row], actor: Actor) -> IO[bytes]:
    """The rows as a workbook at its beginning; who took it and when stands on each page."""
    header = (
        _("Number"),
        _("Matter"),
        _("Applicant"),
        _("Area"),
        _("Stage"),
        _("Status"),
        _("Due on"),
        _("Time left"),
        _("Sent by"),
    )
    footer = f"{actor.organisation} {actor.name} {moment_in_words(timezone.now())}"
    # The response that sends the file closes it, and closing deletes it.
    file = tempfile.TemporaryFile()  # noqa: SIM115
    sheets.write_table(file, title, header, map(_cells, rows), footer)
    file.seek(0)
    return file


def _cells(row: Row) -> tuple[object, ...]:
    case = row.case
    return (
        case.number,
        case.title,
        case.applicant.name,
        case.area.name,
        row.stage,
        case.get_status_display(),
        case.due_on,
        row.left.words if row.left else "",
        row.sender,
    )
