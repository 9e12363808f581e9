"""Long rosters, checked and applied as jobs."""

from django.utils.translation import gettext_noop

from records import Refused
from records.jobs import Cancelled, Progress, Result
from records.models import Attachment, Job
from records.workbooks.reasons import Fault
from tenants.acts.roster import FORESEEN, apply_now, judge
from tenants.models import RosterImport
from tenants.roster.check import check

CHECKED = gettext_noop("%(file)s is checked: %(rows)s rows, %(errors)s errors.")
APPLIED = gettext_noop("%(file)s is in the register: %(new)s new rows, %(changed)s changed.")


def run_check(job: Job, progress: Progress) -> Result:
    """Check the kept file; what cannot be read at all is rejected with that reason."""
    found = RosterImport.objects.select_related("park__area").get(pk=job.params["roster"])
    if found.state == RosterImport.State.CHECKING:
        try:
            with Attachment.objects.get(pk=found.attachment_id).file.open("rb") as file:
                checked = check(file, found.year, progress.at)
            judge(job.as_actor(), found, checked)
        except (Refused, Cancelled) as stopped:
            _reject(found, stopped)
            raise
    told = {"file": found.file_name, "rows": found.summary["rows"], "errors": len(found.errors)}
    return Result(CHECKED, told)


def run_apply(job: Job, progress: Progress) -> Result:
    """Carry it out; a run that was interrupted left nothing behind."""
    found = RosterImport.objects.defer(*FORESEEN).get(pk=job.params["roster"])
    done = apply_now(job.as_actor(), found, job.params["good_only"], progress.at)
    told = {name: done.summary[name] for name in ("new", "changed")}
    return Result(APPLIED, {"file": done.file_name, **told})


def _reject(found: RosterImport, stopped: Refused | Cancelled) -> None:
    code = "refused" if isinstance(stopped, Refused) else "cancelled"
    fault = Fault("", 0, "", "", "", code, {"reason": str(stopped)})
    found.state, found.summary = RosterImport.State.REJECTED, {"rows": 0}
    found.errors = [fault.plain()]
    found.save()
