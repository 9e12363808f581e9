"""Reading the whole chain and saying what is wrong with it, and where."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection
from django.utils.translation import gettext, gettext_noop

from records import guards, heads
from records.chain import START, entry_hash
from records.models import AuditEntry, AuditHead

SIGN: Final = "records.sign_head"
VERIFIED: Final = "records.verify_chain"
#: Beyond these, faults are only counted: one early cut makes every later entry a fault.
SHOWN: Final = 100
CHUNK: Final = 2_000

NO_GUARD = gettext_noop("The database no longer refuses changes to the audit trail.")
BAD_SIGNATURE = gettext_noop("Line %(line)s of the signed heads is not ours or was altered.")
MISSING = gettext_noop("Entries %(first)s to %(last)s are missing (deleted).")
DOUBLE = gettext_noop("Entry %(seq)s exists more than once (inserted).")
EDITED = gettext_noop("Entry %(seq)s does not match its hash (edited or swapped).")
BROKEN_LINK = gettext_noop(
    "Entry %(seq)s does not follow from the one before it (edited, inserted or swapped)."
)
NOT_AS_SIGNED = gettext_noop("Entry %(seq)s is not the one that was signed (chain rewritten).")
CUT = gettext_noop("The chain was signed up to entry %(signed)s but ends at %(last)s (cut).")
SHORTER = gettext_noop("The chain ends at entry %(last)s, its head says %(head)s (cut).")
LONGER = gettext_noop("Entries after %(head)s do not belong to the chain (inserted).")
OTHER_HEAD = gettext_noop("Entry %(seq)s is not what the head of the chain says.")
HEAD_LOST = gettext_noop("Entry %(seq)s was signed, but its line in the signed heads is gone.")


@dataclass(frozen=True)
class Fault:
    """What is wrong: a sentence (msgid and parameters)."""

    msgid: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return gettext(self.msgid) % self.params


@dataclass
class Report:
    """What a verification found: entries and signed heads read, faults in all and the first."""

    entries: int = 0
    signed: int = 0
    faults: list[Fault] = field(default_factory=list)
    fault_count: int = 0

    def add(self, msgid: str, **params: Any) -> None:
        self.fault_count += 1
        if len(self.faults) < SHOWN:
            self.faults.append(Fault(msgid, params))

    @property
    def sound(self) -> bool:
        return self.fault_count == 0


def verify(step: Callable[[int], None] | None = None) -> Report:
    """Check guards, every entry, the head and the signed heads; memory stays flat.

    ``step`` hears the number of entries read, every 2,000. Entries that are written meanwhile
    are no fault.
    """
    report = Report()
    if not guards.are_present(connection, AuditEntry._meta.db_table):
        report.add(NO_GUARD)
    walk = _Walk(report, AuditHead.objects.get(pk=AuditHead.ONLY), _signed(report))
    for entry in AuditEntry.objects.order_by("seq").iterator(chunk_size=CHUNK):
        walk.take(entry)
        if step is not None and report.entries % CHUNK == 0:
            step(report.entries)
    walk.finish(AuditHead.objects.get(pk=AuditHead.ONLY).seq)
    return report


def _signed(report: Report) -> dict[int, set[str]]:
    signed: dict[int, set[str]] = defaultdict(set)
    for head in heads.read():
        if head.genuine:
            report.signed += 1
            signed[head.seq].add(head.hash)
        else:
            report.add(BAD_SIGNATURE, line=head.line)
    return signed


class _Walk:
    """One pass over the chain, remembering only the entry before."""

    def __init__(self, report: Report, head: AuditHead, signed: dict[int, set[str]]) -> None:
        self.report, self.head, self.signed = report, head, signed
        self.seq, self.hash = 0, START

    def take(self, entry: AuditEntry) -> None:
        self.report.entries += 1
        if entry_hash(entry) != entry.hash:
            self.report.add(EDITED, seq=entry.seq)
        self._follow(entry)
        self._compare(entry)
        self.seq, self.hash = entry.seq, entry.hash

    def _follow(self, entry: AuditEntry) -> None:
        if entry.seq > self.seq + 1:
            self.report.add(MISSING, first=self.seq + 1, last=entry.seq - 1)
        elif entry.seq <= self.seq:
            self.report.add(DOUBLE, seq=entry.seq)
        elif entry.previous != self.hash:
            self.report.add(BROKEN_LINK, seq=entry.seq)

    def _compare(self, entry: AuditEntry) -> None:
        """Against the signed heads and the head that the database keeps."""
        if self.signed.get(entry.seq, {entry.hash}) != {entry.hash}:
            self.report.add(NOT_AS_SIGNED, seq=entry.seq)
        if entry.seq == self.head.seq and entry.hash != self.head.hash:
            self.report.add(OTHER_HEAD, seq=entry.seq)
        if entry.action == SIGN:
            seq = dict(entry.after or {}).get("seq")
            if seq not in self.signed:
                self.report.add(HEAD_LOST, seq=seq)

    def finish(self, head_now: int) -> None:
        if self.seq < self.head.seq:
            self.report.add(SHORTER, last=self.seq, head=self.head.seq)
        if self.seq > head_now:
            self.report.add(LONGER, head=head_now)
        last_signed = max(self.signed, default=0)
        if last_signed > self.seq:
            self.report.add(CUT, signed=last_signed, last=self.seq)
