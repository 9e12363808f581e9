"""Editing the working calendar."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from records.actor import Actor
from records.acts.audit import record
from records.errors import Refused, Stale
from records.models import CalendarDay, CalendarYear
from records.queue import enqueue

ADMINISTRATOR = "administrator"


class DayRow(NamedTuple):
    """One announced day: ``kind`` is "off" or "work"."""

    date: date
    kind: str
    name_zh: str = ""
    name_en: str = ""


@transaction.atomic
def save_calendar_year(
    actor: Actor, year: int, rows: Sequence[DayRow], version: int, source: str = ""
) -> CalendarYear:
    """Replace the days of ``year``; ``version`` is what the person saw, 0 for a new year.

    Raises Refused when the actor is no administrator, Stale when somebody saved meanwhile,
    ValidationError naming every row that cannot be.
    """
    if actor.role != ADMINISTRATOR:
        raise Refused(_("Only an administrator edits the calendar."), "role")
    _check(year, rows)
    current = _locked(year, version)
    before = _as_plain(current.days.all()) if version else None
    current.version, current.stamp = version + 1, uuid4()
    current.source, current.updated_by, current.updated_at = source, actor.name, timezone.now()
    current.save()
    current.days.all().delete()
    CalendarDay.objects.bulk_create(CalendarDay(year=current, **row._asdict()) for row in rows)
    after = {"source": source, "days": _as_plain(rows)}
    record(actor, "records.save_calendar_year", current, before={"days": before}, after=after)
    enqueue("records.tasks.sweep_again")  # due dates depend on it; the next morning finds them too
    return current


def _locked(year: int, version: int) -> CalendarYear:
    """The year's row under lock, at the version that the person saw."""
    current = CalendarYear.objects.select_for_update().filter(year=year).first()
    if (current.version if current else 0) != version:
        who = {"name": current.updated_by if current else "", "year": year}
        raise Stale(_("%(name)s has saved %(year)s since you opened it.") % who)
    return current or CalendarYear(year=year)


def _check(year: int, rows: Sequence[DayRow]) -> None:
    often = Counter(row.date for row in rows)
    errors = [message for row in rows for message in _faults(year, row)]
    errors += [
        _("%(day)s stands there twice.") % {"day": day} for day, count in often.items() if count > 1
    ]
    if not rows:
        errors = [str(_("Enter the days off of the year."))]
    if errors:
        raise ValidationError(errors)


def _faults(year: int, row: DayRow) -> Iterable[str]:
    at = {"day": row.date, "year": year}
    if row.date.year != year:
        yield _("%(day)s is not in %(year)s.") % at
    if row.kind not in CalendarDay.Kind.values:
        yield _("%(day)s is neither a day off nor a make-up working day.") % at
    if row.kind == CalendarDay.Kind.WORK and row.date.weekday() < 5:
        yield _("%(day)s is a weekday: only Saturdays and Sundays are made up.") % at


def _as_plain(days: Iterable[CalendarDay | DayRow]) -> list[str]:
    return [f"{day.date} {day.kind} {day.name_zh}" for day in days]
