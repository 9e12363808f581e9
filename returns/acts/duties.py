"""Duties that come round: opened when their period has ended, reminded of, escalated, done."""

from datetime import date, timedelta
from typing import Any, Final

from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

import rules
from accounts.scope import scoped
from casework.acts.reminders import WARNINGS
from casework.around import Seats, seats_of
from parks.models import Recognition
from records.actor import Actor, job_actor
from records.acts import announce, attach, record, record_move
from records.errors import Refused
from records.queries import calendar
from records.versions import ensure_current
from returns.models import Obligation, Target
from returns.periods import is_monthly, periodic, to_open
from returns.queries import TARGETS, whose_turn
from rules.duties import Duty, warned_by

JOB: Final = "duties"
#: What proofs are kept under; their owner is the obligation.
PROOFS: Final = "returns.obligation"

OPENED = gettext_noop("%(duty)s of “%(park)s” for the time to %(end)s: due on %(due)s.")
COMES = gettext_noop(
    "%(duty)s of “%(park)s” for the time to %(end)s is due on %(due)s "
    "(reminder %(days)s days before)."
)
IS_DUE = gettext_noop("%(duty)s of “%(park)s” for the time to %(end)s is due today, %(due)s.")
OVERDUE = gettext_noop(
    "%(duty)s of “%(park)s” for the time to %(end)s was due on %(due)s and is %(days)s days late."
)


def sweep_duties(day: date) -> int:
    """Open what has come round by `day`, remind of all that is owed; counts rows and messages."""
    standing = Recognition.objects.filter(revoked_on__isnull=True).exclude(edition="")
    rows = standing.select_related("park__area", "park__operator").order_by("pk")
    opened = sum(
        _open(recognition, duty, day)
        for recognition in rows
        for duty in periodic(recognition.edition)
    )
    owed = Obligation.objects.filter(done_on__isnull=True).order_by("pk")
    return opened + sum(_remind(pk, day) for pk in owed.values_list("pk", flat=True))


@transaction.atomic
def _open(recognition: Recognition, duty: Duty, day: date) -> int:
    park, edition = recognition.park, recognition.edition
    mine = Obligation.objects.filter(park=park, edition=edition, duty=duty.key)
    known = mine.aggregate(last=Max("period_end"))["last"]
    days = calendar()
    ends = list(to_open(duty, known, recognition.decided_on, day, days))
    owed = [end for end in ends if not _is_set(recognition, duty, end)]
    return sum(_make(recognition, duty, end, duty.due(end, days).due, day) for end in owed)


def _is_set(recognition: Recognition, duty: Duty, end: date) -> bool:
    """Whether it was for targets that stand already: who sets them beforehand owes none."""
    if duty.key != TARGETS:
        return False
    setter = seats_of(recognition.park, recognition.edition).of(duty.who)
    return Target.objects.filter(park=recognition.park, year=end.year + 1, set_by=setter).exists()


def _make(recognition: Recognition, duty: Duty, end: date, due: date, day: date) -> bool:
    """One obligation; False where another sweep made it at this moment."""
    key = {"park": recognition.park, "edition": recognition.edition, "duty": duty.key}
    values = {"due_on": due, "opened_on": day}
    made, is_new = Obligation.objects.get_or_create(**key, period_end=end, defaults=values)
    if is_new:
        path = recognition.park.area.path
        record(job_actor(JOB), "returns.open", made, after=values, area_path=path)
        seats = seats_of(recognition.park, recognition.edition)
        people = {*seats.people(duty.who), *(seats.people("park") if is_monthly(duty) else ())}
        announce(f"duty:{made.pk}:opened", people, OPENED, _params(made, duty), link_of(made))
    return is_new


@transaction.atomic
def _remind(pk: int, day: date) -> int:
    rows = Obligation.objects.select_related("park__area", "park__operator", "monthly_return")
    owed = rows.select_for_update(of=("self",)).get(pk=pk)
    if owed.done_on:
        return 0
    duty = rules.edition(owed.edition).duty(owed.duty)
    moved = _reckon(owed, duty)
    seats = seats_of(owed.park, owed.edition)
    who = whose_turn(owed)
    params = _params(owed, duty)
    if owed.due_on < day:
        params |= {"days": (day - owed.due_on).days}
        event = f"duty:{pk}:late:{owed.due_on}:{day}"
        return moved + announce(event, seats.above(who), OVERDUE, params, link_of(owed))
    come = [
        days
        for days in warned_by(owed.due_on, WARNINGS, day)
        if owed.due_on - timedelta(days=days) > owed.opened_on
    ]
    return moved + sum(_warn(owed, days, seats.people(who), params) for days in come)


def _warn(owed: Obligation, days: int, people: list[int], params: dict[str, Any]) -> int:
    event, msgid = f"duty:{owed.pk}:due:{owed.due_on}:{days}", COMES if days else IS_DUE
    return announce(event, people, msgid, params | {"days": days}, link_of(owed))


def _reckon(owed: Obligation, duty: Duty) -> int:
    """Bring the due day up to date with the calendar; 1 where it moved, with a trace."""
    before, owed.due_on = owed.due_on, duty.due(owed.period_end, calendar()).due
    path = owed.park.area.path
    moved = record_move(job_actor(JOB), "returns.move_due_date", owed, before, path)
    if moved:
        owed.save(update_fields=("due_on",))
    return int(moved)


@transaction.atomic
def record_done(
    actor: Actor, pk: int, version: int, on: date, note: str, proof: "File[bytes] | None" = None
) -> Obligation:
    """Record that a duty was done on a day, with its file; a return is done by being taken in.

    Raises Obligation.DoesNotExist out of scope, Stale, and Refused for who does not owe it, for a
    return, for a day to come or before the period's end, and for a second time.
    """
    rows = scoped(Obligation.objects.select_related("park__area", "park__operator"), actor)
    owed = rows.select_for_update(of=("self",)).get(pk=pk)
    reason = refusal(actor, owed)
    if reason:
        raise Refused(reason, "role")
    ensure_current(owed, version)
    if not owed.period_end < on <= timezone.localdate():
        raise Refused(_("It was done after the period's end, and not on a day to come."), "on")
    if proof is not None:
        attach(actor, proof, PROOFS, owed.pk, area_path=owed.park.area.path)
    owed.done_on, owed.note, owed.version = on, note.strip(), owed.version + 1
    owed.save()
    record(
        actor, "returns.done", owed, before={"done_on": None}, after={"done_on": on},
        note=owed.note, area_path=owed.park.area.path,
    )  # fmt: skip
    return owed


def refusal(actor: Actor, owed: Obligation, seats: Seats | None = None) -> str:
    """Why the actor cannot record it as done; "" where they can."""
    duty = rules.edition(owed.edition).duty(owed.duty)
    if is_monthly(duty):
        return _("A monthly return is done when the bureau has taken it in.")
    if owed.done_on:
        return _("It is done already.")
    if not (seats or seats_of(owed.park, owed.edition)).holds(actor, duty.who):
        return _("Only who owes the duty records it as done.")
    return ""


def _params(owed: Obligation, duty: Duty) -> dict[str, Any]:
    return {
        "duty": duty, "park": owed.park.name, "end": owed.period_end, "due": owed.due_on,
    }  # fmt: skip


def link_of(owed: Obligation) -> str:
    return reverse("returns:obligation", args=[owed.pk])
