"""The auditor's two kinds of long work: verifying the chain and exporting entries."""

import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from django.core.files.base import File
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from records import acts, queries
from records.chain import canonical
from records.jobs import Progress, Result
from records.models import AuditEntry, AuditHead, Job
from records.sheets import CONTENT_TYPE, write_table
from records.words import kind_of_object, word

VERIFY: Final = "records.verify_audit"
EXPORT: Final = "records.export_audit"
STEP: Final = 2_000

SOUND = gettext_noop(
    "The audit trail is sound: %(entries)s entries and %(signed)s signed heads verified."
)
UNSOUND = gettext_noop("The audit trail has %(count)s faults. %(first)s")
EXPORTED = gettext_noop("%(count)s entries exported.")


def verify(job: Job, progress: Progress) -> Result:
    progress.begin(AuditHead.objects.get().seq)
    report = acts.verify_chain(job.as_actor(), progress.step)
    if report.sound:
        return Result(SOUND, {"entries": report.entries, "signed": report.signed})
    first = " ".join(str(fault) for fault in report.faults[:5])
    return Result(UNSOUND, {"count": report.fault_count, "first": first})


def export(job: Job, progress: Progress) -> Result:
    """Write the entries that the filter in the job's parameters leaves, oldest first."""
    actor, now = job.as_actor(), timezone.localtime()
    last = AuditHead.objects.get().seq
    visible = queries.audit_entries(actor).filter(seq__lte=last)
    entries = queries.filtered(visible, _wanted(job.params)).order_by("seq")
    count = entries.count()
    progress.begin(count)
    file = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the result)
    footer = f"{actor.name} {now:%Y-%m-%d %H:%M}"
    write_table(file, _("Audit trail"), _header(), _rows(entries, progress), footer)
    name = f"{_('Audit trail')} {now:%Y-%m-%d %H%M}.xlsx"
    return Result(EXPORTED, {"count": count}, File(file), name, CONTENT_TYPE)


def _wanted(params: Mapping[str, str]) -> dict[str, Any]:
    """The filter as it was, its days read back from JSON."""
    days = {name: params[name] for name in ("since", "until") if params.get(name)}
    return {**params, **{name: date.fromisoformat(day) for name, day in days.items()}}


def _header() -> list[str]:
    return [
        _("Number"),
        _("Time"),
        _("Person"),
        _("Role"),
        _("Organisation"),
        _("On behalf of"),
        _("Job"),
        _("IP address"),
        _("Action"),
        _("Kind of object"),
        _("Object"),
        _("Before"),
        _("After"),
        _("Note"),
        _("Hash"),
    ]


def _rows(entries: QuerySet[AuditEntry], progress: Progress) -> Iterator[list[Any]]:
    for number, entry in enumerate(entries.iterator(chunk_size=STEP), start=1):
        if number % STEP == 0:
            progress.step(number)
        yield _row(entry)


def _row(entry: AuditEntry) -> list[Any]:
    return [
        entry.seq,
        entry.at,
        entry.name,
        word(f"role.{entry.role}"),
        entry.organisation,
        entry.on_behalf_of,
        entry.job,
        entry.ip,
        word(entry.action),
        kind_of_object(entry.object_kind),
        f"{entry.label} ({entry.object_id})" if entry.object_id else entry.label,
        canonical(entry.before).decode() if entry.before is not None else "",
        canonical(entry.after).decode() if entry.after is not None else "",
        entry.note,
        entry.hash,
    ]
