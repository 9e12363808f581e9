"""Reads. An auditor sees the entries of the own area's subtree and those of no area."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeVar
from uuid import UUID

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from records.actor import Actor
from records.fields import number_of
from records.models import (
    Attachment,
    AuditEntry,
    AuditHead,
    CalendarDay,
    CalendarYear,
    Job,
    OutboxMessage,
    SweepRun,
)
from records.sweeps import all_sweeps, label_of
from records.verification import SIGN, VERIFIED
from rules.source import Text
from rules.workdays import Calendar

PAGE_SIZE: Final = 50
COUNT_LIMIT: Final = 10_001
AUDITOR: Final = "auditor"


M = TypeVar("M", bound=Model)


class Difference(NamedTuple):
    """One value before and after an act; None where it was not there."""

    name: str
    before: Any
    after: Any

    @property
    def changed(self) -> bool:
        return bool(self.before != self.after)


class ChainStatus(NamedTuple):
    """The chain's last number, when it was last signed and verified, and what was found then."""

    last: int
    signed_at: datetime | None
    verified_at: datetime | None
    found: dict[str, int] | None

    @property
    def faults(self) -> int | None:
        """How many faults the last verification found; None without one."""
        return self.found["faults"] if self.found else None


def audit_entries(actor: Actor) -> QuerySet[AuditEntry]:
    """What an auditor may read: the own area, and what concerns the whole installation."""
    if actor.role != AUDITOR or not actor.area_path:
        return AuditEntry.objects.none()
    return AuditEntry.objects.filter(Q(area_path__startswith=actor.area_path) | Q(area_path=""))


def filtered(entries: QuerySet[AuditEntry], wanted: Mapping[str, Any]) -> QuerySet[AuditEntry]:
    """Entries by person, action, kind and id of the object, first and last day (all optional)."""
    lookups = {
        "person": "name__contains",
        "action": "action",
        "object_kind": "object_kind",
        "object_id": "object_id",
    }
    asked = {lookup: wanted[name] for name, lookup in lookups.items() if wanted.get(name)}
    if since := wanted.get("since"):
        asked["at__gte"] = _midnight(since)
    if until := wanted.get("until"):
        asked["at__lt"] = _midnight(until + timedelta(days=1))
    return entries.filter(**asked)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def cursor(asked: Mapping[str, str]) -> int | None:
    """The key that a query string names as ``before``; nonsense means the first page."""
    return number_of(asked.get("before", "")) or None


def slice_of(rows: QuerySet[M], before: int | None) -> tuple[list[M], bool]:
    """The newest rows older than the key ``before``, and whether older ones remain."""
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows.order_by("-pk")[: PAGE_SIZE + 1])
    return found[:PAGE_SIZE], len(found) > PAGE_SIZE


def capped_count(entries: QuerySet[AuditEntry]) -> int:
    """How many there are, counted no further than ``COUNT_LIMIT``."""
    return entries.order_by()[:COUNT_LIMIT].count()


def differences(entry: AuditEntry) -> list[Difference]:
    """The values of an entry side by side, in the order of their names."""
    before, after = entry.before or {}, entry.after or {}
    return [
        Difference(name, before.get(name), after.get(name)) for name in sorted({*before, *after})
    ]


def chain_status(visible: QuerySet[AuditEntry]) -> ChainStatus:
    """Where the chain ends, and its last signing and verification as far as one may see."""
    signed = visible.filter(action=SIGN).order_by("-seq")
    verified = visible.filter(action=VERIFIED).order_by("-seq")
    head = AuditHead.objects.values_list(
        "seq",
        Subquery(signed.values("at")[:1]),
        Subquery(verified.values("at")[:1]),
        Subquery(verified.values("after")[:1]),
    )
    return ChainStatus(*head.get(pk=AuditHead.ONLY))


def attachments_of(owner_kind: str, *owner_ids: int) -> QuerySet[Attachment]:
    """The owners' files that were not taken off; the caller has checked the owners themselves."""
    return Attachment.objects.filter(
        owner_kind=owner_kind, owner_id__in=owner_ids, detached_at__isnull=True
    )


def jobs(actor: Actor) -> QuerySet[Job]:
    """The actor's own jobs, newest first."""
    return Job.objects.filter(started_by_id=actor.user_id or -1)


def may_read_job_file(actor: Actor, job_id: int) -> bool:
    return jobs(actor).filter(pk=job_id).exists()


def messages(actor: Actor) -> QuerySet[OutboxMessage]:
    """The actor's own notices in the site, newest first."""
    return OutboxMessage.objects.filter(
        recipient_id=actor.user_id or -1, channel=OutboxMessage.Channel.SITE
    )


def unread_count(actor: Actor) -> int:
    """Unread notices, counted no further than 100."""
    return messages(actor).filter(read_at__isnull=True).order_by()[:100].count()


def last_runs() -> list[tuple[str, SweepRun | None]]:
    """Every sweep by its label, with its last run; None where it never ran."""
    newest = SweepRun.objects.filter(key=OuterRef("key")).order_by("-day").values("pk")[:1]
    last = {run.key: run for run in SweepRun.objects.filter(pk=Subquery(newest))}
    return [(label_of(key), last.get(key)) for key in all_sweeps()]


def open_failures() -> list[SweepRun]:
    """The failed runs after which the sweep did not run through again, newest first."""
    done = SweepRun.objects.filter(
        key=OuterRef("key"), state=SweepRun.State.DONE, day__gte=OuterRef("day")
    )
    failed = SweepRun.objects.filter(state=SweepRun.State.FAILED, key__in=all_sweeps())
    return list(failed.exclude(Exists(done)).order_by("-day", "key")[:PAGE_SIZE])


def outbox_status() -> dict[str, int]:
    """How many e-mails wait, had no address to go to, and were given up after all attempts."""
    waits = Q(attempts__lt=OutboxMessage.MAX_ATTEMPTS)
    no_address = Q(error=OutboxMessage.NO_ADDRESS)
    unsent = OutboxMessage.objects.filter(channel=OutboxMessage.Channel.EMAIL, sent_at=None)
    return unsent.aggregate(
        waiting=Count("pk", filter=waits),
        no_address=Count("pk", filter=no_address),
        given_up=Count("pk", filter=~waits & ~no_address),
    )


def calendar_years() -> QuerySet[CalendarYear]:
    """All announced years, newest first, with how many days off and make-up days they have."""
    kinds = CalendarDay.Kind
    return CalendarYear.objects.annotate(
        days_off=Count("days", filter=Q(days__kind=kinds.OFF)),
        days_made_up=Count("days", filter=Q(days__kind=kinds.WORK)),
    ).order_by("-year")


class CalendarVersion(NamedTuple):
    """One saving of a year: when, by whom, after which notice, and the lines that came and went."""

    at: datetime
    name: str
    source: str
    added: list[str]
    removed: list[str]


def calendar_versions(year: int) -> list[CalendarVersion]:
    """Every saving of the year, the newest first, as the audit trail keeps it."""
    rows = AuditEntry.objects.filter(
        object_kind="records.calendaryear", object_id=str(year)
    ).order_by("-seq")
    return [_version(row, (row.before or {}).get("days") or [], row.after or {}) for row in rows]


def _version(entry: AuditEntry, before: list[str], after: Mapping[str, Any]) -> CalendarVersion:
    now = after["days"]
    added = [line for line in now if line not in before]
    removed = [line for line in before if line not in now]
    return CalendarVersion(entry.at, entry.name, after["source"], added, removed)


def calendar() -> Calendar:
    """The working calendar as the administrators keep it, for ``rules.workdays``.

    Kept in the process; one small query tells whether a year was edited meanwhile.
    """
    return _calendar_of(tuple(CalendarYear.objects.order_by("year").values_list("year", "stamp")))


@lru_cache(maxsize=8)
def _calendar_of(years: tuple[tuple[int, UUID], ...]) -> Calendar:
    days = list(CalendarDay.objects.all())
    return Calendar(
        off=frozenset(day.date for day in days if day.kind == CalendarDay.Kind.OFF),
        made_up=frozenset(day.date for day in days if day.kind == CalendarDay.Kind.WORK),
        years=frozenset(year for year, _stamp in years),
        names={day.date: Text(day.name_zh, day.name_en) for day in days},
    )


def missing_year(today: date | None = None) -> int | None:
    """The year that ought to be announced and is not: this one, from 1 December the next."""
    today = today or timezone.localdate()
    known = set(CalendarYear.objects.values_list("year", flat=True))
    due = (today.year, today.year + 1) if today.month == 12 else (today.year,)
    return next((year for year in due if year not in known), None)
