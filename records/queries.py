"""Reads. An auditor sees the entries of the own area's subtree and those of no area."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from records.actor import Actor
from records.models import (
    Attachment,
    AuditEntry,
    CalendarDay,
    CalendarYear,
    Job,
    OutboxMessage,
)
from rules.source import Text
from rules.workdays import Calendar

PAGE_SIZE: Final = 50
COUNT_LIMIT: Final = 10_001
AUDITOR: Final = "auditor"


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


def page_of(entries: QuerySet[AuditEntry], before: int | None) -> tuple[list[AuditEntry], bool]:
    """The newest entries older than ``before``, and whether older ones remain."""
    if before is not None:
        entries = entries.filter(seq__lt=before)
    found = list(entries.order_by("-seq")[: PAGE_SIZE + 1])
    return found[:PAGE_SIZE], len(found) > PAGE_SIZE


def capped_count(entries: QuerySet[AuditEntry]) -> int:
    """How many there are, counted no further than ``COUNT_LIMIT``."""
    return entries.order_by()[:COUNT_LIMIT].count()


def attachments_of(owner_kind: str, owner_id: int) -> QuerySet[Attachment]:
    """An owner's files that were not taken off; the caller has checked the owner itself."""
    return Attachment.objects.filter(
        owner_kind=owner_kind, owner_id=owner_id, detached_at__isnull=True
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
