"""Duties after an approval: opened with it, announced by the sweep, done by two people."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from applications.acts.sections import ensure_value
from applications.models import FollowUp
from applications.queries.content import Content
from applications.queries.follow_ups import (
    committed,
    confirming_refusal,
    due_of,
    duty_of,
    finding_refusal,
    follow_ups,
    live_lines,
)
from casework.seats import people_of, person
from records.actor import Actor, job_actor
from records.acts import announce, notify, record, record_move
from records.errors import Refused
from records.queries import calendar
from records.versions import ensure_current
from rules.procedure import Hand
from rules.stations import DIRECTOR, REVIEWER

JOB: Final = "follow_ups"

COMES = gettext_noop("%(duty)s: for “%(title)s” it is due on %(day)s (notice of %(days)s days).")
IS_DUE = gettext_noop("%(duty)s: for “%(title)s” it is due on %(day)s.")
OVERDUE = gettext_noop("%(duty)s: for “%(title)s” it was due on %(day)s and is %(days)s days late.")
FOUND = gettext_noop("%(duty)s: the finding about “%(title)s” waits for your confirmation.")


def open_follow_ups(actor: Actor, content: Content, approved_on: date) -> None:
    """With an approval that rests on committed figures, open the duties to check them later."""
    figures = committed(content)
    for duty in content.procedure.after if figures else ():
        made = FollowUp.objects.create(
            case=content.case,
            duty=duty.key,
            begun_on=approved_on,
            due_on=duty.due(approved_on, calendar()).due,
            findings=[{"key": key, "committed": value} for key, value in figures.items()],
        )
        after = {"duty": duty.key, "due_on": made.due_on, "committed": figures}
        path = content.case.area.path
        record(actor, "applications.open_follow_up", made, after=after, area_path=path)


def sweep_follow_ups(day: date) -> int:
    """Tell the bureau of every duty whose day comes near or has come, once each."""
    rows = FollowUp.objects.filter(done_on__isnull=True).order_by("pk")
    return sum(_sweep(pk, day) for pk in rows.values_list("pk", flat=True))


@transaction.atomic
def _sweep(pk: int, day: date) -> bool:
    follow_up = FollowUp.objects.select_for_update().get(pk=pk)
    before = (follow_up.due_on, list(follow_up.warned))
    follow_up.due_on = due_of(follow_up).due
    come = duty_of(follow_up).warned_by(follow_up.begun_on, day, calendar())
    for days in [each for each in come if each not in follow_up.warned]:
        _tell(follow_up, f"warning:{days}", COMES if days else IS_DUE, REVIEWER, days)
        follow_up.warned = [*follow_up.warned, days]
    follow_up.save(update_fields=("due_on", "warned"))
    path = follow_up.case.area.path
    record_move(job_actor(JOB), "applications.move_due_date", follow_up, before[0], path)
    return before != (follow_up.due_on, follow_up.warned) or _escalate(follow_up, day)


def _escalate(follow_up: FollowUp, day: date) -> bool:
    """Once the day has passed the bureau's director hears of it daily."""
    days = (day - follow_up.due_on).days
    if days <= 0:
        return False
    event = f"follow-up:{follow_up.pk}:late:{follow_up.due_on}:{day}"
    people = people_of(follow_up.case, DIRECTOR)
    params, link = _params(follow_up) | {"days": days}, _link(follow_up)
    return bool(announce(event, people, OVERDUE, params, link))


@transaction.atomic
def record_finding(
    pk: int, actor: Actor, version: int, found: Mapping[str, Any], *, result: str, reason: str
) -> FollowUp:
    """Record what each committed figure turned out to be, and whether that keeps the promise.

    A finding may be bettered until it is confirmed. Raises FollowUp.DoesNotExist out of scope,
    Stale, and Refused for another hand, before the day, without a result, a reason or a figure.
    """
    follow_up = _locked(pk, actor, version)
    refusal = finding_refusal(follow_up, actor, timezone.localdate())
    if refusal:
        raise Refused(refusal, "role")
    if result not in FollowUp.Result.values or not reason.strip():
        raise Refused(_("Say whether the commitments were kept, and why you find so."))
    before = {"result": follow_up.result, "findings": follow_up.findings}
    follow_up.findings = _findings(follow_up, found)
    follow_up.result, follow_up.reason = result, reason.strip()
    follow_up.made_by_id, follow_up.made_for_id = person(actor), actor.on_behalf_of_id
    follow_up.made_at = timezone.now()
    _save(actor, "record_finding", follow_up, before)
    _tell(follow_up, f"found:{follow_up.version}", FOUND, DIRECTOR)
    return follow_up


@transaction.atomic
def confirm_finding(pk: int, actor: Actor, version: int) -> FollowUp:
    """Confirm the finding as the second person; the duty is done.

    Raises FollowUp.DoesNotExist out of scope, Stale, and Refused for another hand, for who made
    the finding, and without one.
    """
    follow_up = _locked(pk, actor, version)
    refusal = confirming_refusal(follow_up, actor)
    if refusal:
        raise Refused(refusal, "role")
    follow_up.confirmed_by_id, follow_up.done_on = person(actor), timezone.localdate()
    _save(actor, "confirm_finding", follow_up, {"done_on": None})
    return follow_up


def _locked(pk: int, actor: Actor, version: int) -> FollowUp:
    follow_up = follow_ups(actor).select_for_update(of=("self",)).get(pk=pk)
    ensure_current(follow_up, version)
    return follow_up


def _findings(follow_up: FollowUp, found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each committed figure with what is on record today and what was found."""
    return [
        {
            "key": line.fact.key,
            "committed": line.committed,
            "recorded": line.recorded,
            "found": _checked(line.fact.key, found.get(line.fact.key)),
        }
        for line in live_lines(follow_up)
    ]


def _checked(key: str, value: Any) -> Any:
    if value is None:
        raise Refused(_("Say of every committed figure what it turned out to be."))
    ensure_value(key, value)
    return value


def _save(actor: Actor, verb: str, follow_up: FollowUp, before: dict[str, Any]) -> None:
    follow_up.version += 1
    follow_up.save()
    after = {name: getattr(follow_up, name) for name in before}
    path, note = follow_up.case.area.path, follow_up.reason
    record(
        actor, f"applications.{verb}", follow_up, before=before, after=after, note=note,
        area_path=path,
    )  # fmt: skip


def _tell(follow_up: FollowUp, what: str, msgid: str, hand: Hand, days: int = 0) -> None:
    people, params = people_of(follow_up.case, hand), _params(follow_up) | {"days": days}
    notify(f"follow-up:{follow_up.pk}:{what}", people, msgid, params, _link(follow_up))


def _params(follow_up: FollowUp) -> dict[str, Any]:
    title = follow_up.case.title
    return {"duty": duty_of(follow_up), "title": title, "day": follow_up.due_on}


def _link(follow_up: FollowUp) -> str:
    return reverse("applications:follow_up", args=[follow_up.pk])
