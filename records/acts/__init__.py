"""The verbs of this app; each checks, changes and records in one transaction."""

from records.acts.audit import record, record_refusal

__all__ = ["record", "record_refusal"]
