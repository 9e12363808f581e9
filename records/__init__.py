"""Audit chain, attachments, outbox, jobs and the working calendar. Knows no other app."""

from records.errors import Refused, Stale

__all__ = ["Refused", "Stale"]
