"""The auditor's long work: verifying the chain."""

from typing import Final

from django.utils.translation import gettext_noop

from records import acts
from records.jobs import Progress, Result
from records.models import AuditHead, Job

VERIFY: Final = "records.verify_audit"

SOUND = gettext_noop(
    "The audit trail is sound: %(entries)s entries and %(signed)s signed heads verified."
)
UNSOUND = gettext_noop("The audit trail has %(count)s faults. %(first)s")


def verify(job: Job, progress: Progress) -> Result:
    progress.begin(AuditHead.objects.get().seq)
    report = acts.verify_chain(job.as_actor(), progress.step)
    if report.sound:
        return Result(SOUND, {"entries": report.entries, "signed": report.signed})
    first = " ".join(str(fault) for fault in report.faults[:5])
    return Result(UNSOUND, {"count": report.fault_count, "first": first})
