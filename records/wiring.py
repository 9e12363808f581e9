"""This app's own entries in the registries."""

from django.utils.translation import gettext_lazy as _

from records import attachments, audit_jobs, jobs, listings, queries, resources, words
from records.actor import JOB_ROLE
from records.acts import exports
from records.acts.jobs import OWNER_KIND
from records.verification import SIGN, VERIFIED

attachments.register(OWNER_KIND, queries.may_read_job_file)

jobs.register(audit_jobs.VERIFY, _("Verification of the audit trail"), audit_jobs.verify)
jobs.register(exports.KIND, _("Export of a list"), exports.run_export)

listings.register("records.audit", resources.AUDIT)
listings.register("records.calendar", resources.YEARS)
listings.register("records.jobs", resources.JOBS)
listings.register("records.messages", resources.MESSAGES)
listings.register("records.schedule", resources.RUNS)

words.register(
    {
        f"role.{JOB_ROLE}": _("Job"),
        SIGN: _("Signed the end of the audit trail"),
        VERIFIED: _("Verified the audit trail"),
        "records.attach": _("Added a file"),
        "records.detach": _("Took a file off"),
        "records.download": _("Downloaded a file"),
        exports.KIND: _("Exported a list"),
        "records.save_calendar_year": _("Saved a year of the calendar"),
        "records.retry_sweep": _("Ran a daily sweep again"),
        "records.job_start": _("Started a job"),
        "records.job_cancel": _("Asked a job to stop"),
        "records.job_done": _("A job ended"),
        "records.job_failed": _("A job failed"),
        "records.job_cancelled": _("A job was cancelled"),
    }
)
