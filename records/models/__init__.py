from records.models.attachment import Attachment
from records.models.audit import AuditEntry, AuditHead
from records.models.calendar import CalendarDay, CalendarYear
from records.models.job import Job
from records.models.outbox import OutboxMessage
from records.models.sweep import SweepRun

__all__ = [
    "Attachment",
    "AuditEntry",
    "AuditHead",
    "CalendarDay",
    "CalendarYear",
    "Job",
    "OutboxMessage",
    "SweepRun",
]
