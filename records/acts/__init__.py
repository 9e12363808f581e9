"""The verbs of this app; each checks, changes and records in one transaction."""

from records.acts.attachments import attach, detach, keep_generated, record_download
from records.acts.audit import record, record_move, record_refusal
from records.acts.calendar import DayRow, save_calendar_year
from records.acts.chain import sign_head, verify_chain
from records.acts.exports import export
from records.acts.jobs import cancel_job, run_job, start_job, sweep_jobs
from records.acts.outbox import announce, mark_read, notify, send_outbox
from records.acts.sweeping import catch_up, retry_sweep, sweep

__all__ = [
    "DayRow",
    "announce",
    "attach",
    "cancel_job",
    "catch_up",
    "detach",
    "export",
    "keep_generated",
    "mark_read",
    "notify",
    "record",
    "record_download",
    "record_move",
    "record_refusal",
    "retry_sweep",
    "run_job",
    "save_calendar_year",
    "send_outbox",
    "sign_head",
    "start_job",
    "sweep",
    "sweep_jobs",
    "verify_chain",
]
