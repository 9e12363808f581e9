"""What must hold of a stay: asked by the pages and by the roster alike."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from records.bulk import Draft
from records.workbooks.reasons import Reason
from tenants.models import Tenancy

#: A stay on record, or one that a roster would add.
Stay = Tenancy | Draft


def faults(
    stay: Stay, others: Iterable[Stay], today: date, moves: Iterable[date] = ()
) -> Iterator[tuple[str, Reason]]:
    """The objections to `stay`, each with the field it concerns.

    `others` are the agency's other stays in the same park, none of which it may overlap; `moves`
    the days on which it moved to another site, which all lie within it.
    """
    yield from _days(stay, today)
    for day in moves:
        said = Reason("move_outside", {"day": day.isoformat()})
        if stay.entered_on and stay.entered_on >= day:
            yield "entered_on", said
        if stay.left_on and stay.left_on < day:
            yield "left_on", said
    site = stay.site
    if site and site.closed_on and (stay.left_on is None or stay.left_on > site.closed_on):
        yield "site", Reason("closed_site", {"day": site.closed_on.isoformat()})
    for other in others:
        if overlap(stay, other, today):
            yield "entered_on", Reason("overlap", _span(other))


def _days(stay: Stay, today: date) -> Iterator[tuple[str, Reason]]:
    if stay.prospective:
        for name in ("entered_on", "left_on"):
            if getattr(stay, name):
                yield name, Reason("entry_of_prospective")
    elif stay.entered_on is None:
        yield "entered_on", Reason("entry_missing")
    elif stay.entered_on > today:
        yield "entered_on", Reason("future_entry")
    elif stay.left_on and stay.left_on < stay.entered_on:
        yield "left_on", Reason("exit_before_entry")


def overlap(one: Stay, other: Stay, today: date) -> bool:
    """Whether two stays share a day; a prospective one begins tomorrow at the earliest."""
    first, last = _bounds(one, today)
    begun, ended = _bounds(other, today)
    return first <= ended and begun <= last


def _bounds(stay: Stay, today: date) -> tuple[date, date]:
    return stay.entered_on or today + timedelta(1), stay.left_on or date.max


def _span(stay: Stay) -> dict[str, str]:
    return {
        "since": stay.entered_on.isoformat() if stay.entered_on else "—",
        "until": stay.left_on.isoformat() if stay.left_on else "—",
    }
