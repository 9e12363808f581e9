"""The monthly return's way: saved and handed in by the park, sent on by the office, taken in."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

import rules
from accounts.scope import scoped
from casework.around import Seats, seats_of
from casework.seats import person
from records.actor import Actor
from records.acts import notify, record
from records.errors import Refused
from records.versions import difference, ensure_current
from returns.acts.duties import link_of
from returns.checks import OF_AGENCY, OF_PARK, faults, impossible, jumps
from returns.models import MonthlyReturn, Obligation, ReturnLine
from returns.periods import is_monthly
from returns.queries import month_before, tenants_in

State = MonthlyReturn.State

WAITS = gettext_noop("The monthly return of “%(park)s” to %(end)s waits for you.")
CAME_BACK = gettext_noop("The monthly return of “%(park)s” to %(end)s was returned: %(reason)s")
TAKEN = gettext_noop("The monthly return of “%(park)s” to %(end)s was taken in.")


@transaction.atomic
def begin(actor: Actor, pk: int) -> MonthlyReturn:
    """The return of an obligation, begun by the park's operator where it is not there yet.

    Raises Obligation.DoesNotExist out of scope, Refused for others and for another duty.
    """
    rows = scoped(Obligation.objects.select_related("park__area", "park__operator"), actor)
    owed = rows.select_for_update(of=("self",)).get(pk=pk)
    if not is_monthly(rules.edition(owed.edition).duty(owed.duty)):
        raise Refused(_("This duty is not a monthly return."))
    found = MonthlyReturn.objects.filter(obligation=owed).first()
    if found is None:
        found = MonthlyReturn(obligation=owed)
        _ensure_turn(found, seats_of(owed.park, owed.edition), actor, "park")
        found.save()
        after = {"state": found.state}
        record(actor, "returns.begin", found, after=after, area_path=owed.park.area.path)
    return found


@transaction.atomic
def save(
    actor: Actor,
    pk: int,
    version: int,
    values: Mapping[str, Any],
    lines: Mapping[int, Mapping[str, Any]],
) -> MonthlyReturn:
    """Keep the figures of the park, and its agencies' by tenancy; a draft may be unfinished.

    Raises ValidationError by field (an agency's as "TENANCY-field") for what cannot be, Stale, and
    Refused for another hand or once it was handed in.
    """
    month, seats = _locked(actor, pk, version)
    _ensure_turn(month, seats, actor, "park")
    allowed = {each.pk for each in tenants_in(month.obligation)}
    kept = {each.tenancy_id: each for each in month.lines.all()}
    before, after = difference(month, dict(values))
    _assign(month, values)
    rows = [
        _line(month, kept.get(key), key, figures)
        for key, figures in lines.items()
        if key in allowed and (key in kept or any(v is not None for v in figures.values()))
    ]
    _ensure_possible(month, rows)
    for row in rows:
        row.save()
    _save(month)
    if after or rows:
        note = {"agencies": len(rows)}
        _record(actor, "save", month, before, after | note)
    return month


@transaction.atomic
def hand_in(actor: Actor, pk: int, version: int) -> MonthlyReturn:
    """Hand the return in to the office, or to the bureau where no office lies between.

    Raises ValidationError by field with all that is wrong, Stale, and Refused for another hand.
    """
    month, seats = _locked(actor, pk, version)
    _ensure_turn(month, seats, actor, "park")
    found = faults(
        month, list(month.lines.all()), len(tenants_in(month.obligation)),
        jumps(month, month_before(month)),
    )  # fmt: skip
    if found:
        raise ValidationError(_by_field((each.field, each.text) for each in found))
    month.handed_in_at, month.handed_in_by_id = timezone.now(), person(actor)
    month.reason = ""
    return _move(actor, month, seats, "hand_in", State.OFFICE if seats.district else State.BUREAU)


@transaction.atomic
def send_on(actor: Actor, pk: int, version: int) -> MonthlyReturn:
    """The office sends the return on to the bureau."""
    month, seats = _locked(actor, pk, version)
    _ensure_turn(month, seats, actor, "district")
    month.sent_on_at = timezone.now()
    return _move(actor, month, seats, "send_on", State.BUREAU)


@transaction.atomic
def send_back(actor: Actor, pk: int, version: int, reason: str) -> MonthlyReturn:
    """Office or bureau return it to the park with the reason."""
    month, seats = _locked(actor, pk, version)
    _ensure_turn(month, seats, actor, "district", "bureau")
    if not reason.strip():
        raise ValidationError({"reason": _("Give the reason.")})
    month.reason = reason.strip()
    return _move(actor, month, seats, "send_back", State.RETURNED)


@transaction.atomic
def take_in(actor: Actor, pk: int, version: int) -> MonthlyReturn:
    """The bureau takes the return in: the duty was done on the day it came to the bureau."""
    month, seats = _locked(actor, pk, version)
    _ensure_turn(month, seats, actor, "bureau")
    came = month.sent_on_at or month.handed_in_at
    assert came is not None
    owed = month.obligation
    owed.done_on, owed.version = timezone.localtime(came).date(), owed.version + 1
    owed.save(update_fields=("done_on", "version"))
    return _move(actor, month, seats, "take_in", State.KEPT)


def _locked(actor: Actor, pk: int, version: int) -> tuple[MonthlyReturn, Seats]:
    rows = MonthlyReturn.objects.select_related(
        "obligation__park__area", "obligation__park__operator"
    )
    month = scoped(rows, actor).select_for_update(of=("self",)).get(pk=pk)
    ensure_current(month, version)
    owed = month.obligation
    return month, seats_of(owed.park, owed.edition)


def _ensure_turn(month: MonthlyReturn, seats: Seats, actor: Actor, *hands: str) -> None:
    """Raise Refused unless the return lies with the actor, as one of these hands."""
    if month.holder not in hands or not seats.holds(actor, month.holder):
        raise Refused(_("It is not your turn with this return."), "role")


def _assign(row: MonthlyReturn | ReturnLine, values: Mapping[str, Any]) -> None:
    names = (*OF_PARK, "explanation") if isinstance(row, MonthlyReturn) else OF_AGENCY
    for name in names:
        if name in values:
            setattr(row, name, values[name])


def _line(
    month: MonthlyReturn, row: ReturnLine | None, tenancy: int, figures: Mapping[str, Any]
) -> ReturnLine:
    row = row or ReturnLine(monthly_return=month, tenancy_id=tenancy)
    _assign(row, figures)
    return row


def _ensure_possible(month: MonthlyReturn, rows: Iterable[ReturnLine]) -> None:
    found = [(each.field, each.text) for each in impossible(month)]
    for row in rows:
        found += [(f"{row.tenancy_id}-{each.field}", each.text) for each in impossible(row)]
    if found:
        raise ValidationError(_by_field(found))


def _by_field(found: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, text in found:
        fields.setdefault(name, []).append(text)
    return fields


def _move(
    actor: Actor, month: MonthlyReturn, seats: Seats, verb: str, state: MonthlyReturn.State
) -> MonthlyReturn:
    before, month.state = {"state": month.state}, state
    _save(month)
    _record(actor, verb, month, before, {"state": state})
    msgid = {State.RETURNED: CAME_BACK, State.KEPT: TAKEN}.get(state, WAITS)
    owed = month.obligation
    params = {"park": owed.park.name, "end": owed.period_end, "reason": month.reason}
    people = seats.people(month.holder or "park")
    notify(f"return:{month.pk}:{month.version}", people, msgid, params, link_of(owed))
    return month


def _save(month: MonthlyReturn) -> None:
    month.version += 1
    month.save()


def _record(
    actor: Actor, verb: str, month: MonthlyReturn, before: dict[str, Any], after: dict[str, Any]
) -> None:
    path = month.obligation.park.area.path
    record(
        actor, f"returns.{verb}", month, before=before, after=after, note=month.reason,
        area_path=path,
    )  # fmt: skip
