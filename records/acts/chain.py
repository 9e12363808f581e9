"""Signing and verifying the audit chain."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from records import heads
from records.actor import Actor
from records.acts.audit import record
from records.chain import instant
from records.models import AuditEntry, AuditHead
from records.verification import SIGN, VERIFIED, Report, verify


def sign_head(actor: Actor) -> AuditEntry:
    """Sign the end of the chain outside the database, then record that it was signed.

    In this order a crash in between leaves a signed line more, which is harmless; a line that
    goes missing later is found, because the chain tells of it. Raises OSError when the folder
    ``AUDIT_HEAD_DIR`` cannot be written.
    """
    head = AuditHead.objects.get(pk=AuditHead.ONLY)
    heads.append(head.seq, head.hash, instant(timezone.now()))
    with transaction.atomic():
        return record(actor, SIGN, after={"seq": head.seq, "hash": head.hash})


def verify_chain(actor: Actor, step: Callable[[int], None] | None = None) -> Report:
    """Read the whole chain and record what was found."""
    report = verify(step)
    with transaction.atomic():
        found = {"entries": report.entries, "signed": report.signed, "faults": report.fault_count}
        record(actor, VERIFIED, after=found)
    return report
