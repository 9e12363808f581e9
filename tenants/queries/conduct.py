"""What is on record against agencies, and the orders that tenants stand under, as pages show it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import QuerySet, prefetch_related_objects

from accounts.roles import Role
from accounts.scope import scoped
from casework.around import seats_of
from casework.queries.rows import Left, left_until
from records.actor import Actor
from records.models import Attachment
from records.queries import attachments_of
from records.templatetags.said import said
from records.workbooks.reasons import Reason
from rules.standing import Bar
from tenants.admission import objections, stands
from tenants.law import admission_on, admissions_over, admitting_law
from tenants.models import AdverseRecord, Agency, Event, Order, Tenancy
from tenants.queries.filings import Owed

#: Who puts something on record against an agency.
RECORDERS: Final = frozenset({Role.OFFICER, Role.REVIEWER})


@dataclass(frozen=True)
class Adverse:
    """A record in words, with its evidence; `may_change`: the viewer's office made it."""

    row: AdverseRecord
    words: str
    stands: bool
    may_change: bool
    files: list[Attachment]


@dataclass(frozen=True)
class Ordered:
    """An order in words; `left` where it is open."""

    row: Order
    cause: str
    left: Left | None
    may_settle: bool
    files: list[Attachment]


def adverse_seen(actor: Actor) -> QuerySet[AdverseRecord]:
    """The records that offices of the actor's area made."""
    return scoped(AdverseRecord.objects.select_related("agency", "office__area"), actor)


def against(agency: Agency) -> QuerySet[AdverseRecord]:
    """All that is on record against an agency that the caller sees, whichever office made it."""
    return agency.adverse_records.select_related("agency", "office__area")


def misgivings(stay: Tenancy, *days: date) -> list[str]:
    """What on any of the days stands against the agency's being in the park.

    A record that bars it, or no valid licence; each in a sentence with its clause. Reads what
    `with_conduct` fetched.
    """
    with_conduct([stay])
    return list(dict.fromkeys(words for day in days for words in _against(stay, day)))


def misgivings_of(one: Owed) -> list[str]:
    """What stood against an entry, or stands against it now; who leaves may."""
    return misgivings(one.tenancy, one.on, one.today) if one.event == Event.ENTRY else []


def with_conduct(stays: list[Tenancy]) -> None:
    """Fetch the licences of their agencies and what is on record against them, all at once."""
    prefetch_related_objects(stays, "agency__licences", "agency__adverse_records__office")


def _against(stay: Tenancy, day: date) -> Iterator[str]:
    admission, agency = admission_on(stay.park, day), stay.agency
    if admission is None:
        return
    held, records = agency.licences.all(), agency.adverse_records.all()
    for _field, reason in objections(agency.kind, admission, day, held, records):
        lacks = reason.code == "unlicensed"  # whatever was on the day of entry
        yield str(Reason("no_valid_licence", reason.params) if lacks else reason)


def adverse_shown(rows: Iterable[AdverseRecord], actor: Actor, today: date) -> list[Adverse]:
    """The records in the words of the law that knows them."""
    rows = list(rows)
    files = _files(AdverseRecord.FILES, [row.pk for row in rows])
    return [
        Adverse(
            row,
            _bar_in_words(row, today),
            stands(row, today),
            actor.role in RECORDERS and row.office_id == actor.organisation_id,
            files.get(row.pk, []),
        )
        for row in rows
    ]


def bars_over(area_path: str, today: date) -> list[Bar]:
    """What the laws over an area count as a bar, each once."""
    found = {bar.key: bar for law in admissions_over(area_path, today) for bar in law.bars}
    return list(found.values())


def causes_in(tenancy: Tenancy, today: date) -> tuple[Bar, ...]:
    """For what the law of its park has a tenant rectify or leave."""
    law = admitting_law(tenancy.park, today)
    return law.admission.removal if law and law.admission else ()


def orders_shown(tenancy: Tenancy, actor: Actor, today: date) -> list[Ordered]:
    """The orders of a stay that the caller sees, the latest first."""
    rows = list(tenancy.orders.select_related("office"))
    files = _files(Order.FILES, [row.pk for row in rows])
    words = {cause.key: said(cause) for cause in causes_in(tenancy, today)}
    return [
        Ordered(
            row,
            words.get(row.cause, row.cause),
            left_until(None if row.settled_on else row.due_on),
            may_settle(actor, row),
            files.get(row.pk, []),
        )
        for row in rows
    ]


def may_order(actor: Actor, tenancy: Tenancy, today: date) -> bool:
    """Whether the actor is the officer who gives orders in the park, and no order is open."""
    law = admitting_law(tenancy.park, today)
    if law is None or tenancy.orders.filter(settled_on__isnull=True).exists():
        return False
    return seats_of(tenancy.park, law.key).holds(actor, "district")


def may_settle(actor: Actor, order: Order) -> bool:
    """Whether the order is open, and the actor an officer of the office that gave it."""
    same = actor.role == Role.OFFICER and actor.organisation_id == order.office_id
    return same and order.settled_on is None


def _bar_in_words(row: AdverseRecord, today: date) -> str:
    bars = {bar.key: said(bar) for bar in bars_over(row.office.area.path, today)}
    return bars.get(row.key, row.key)


def _files(kind: str, keys: list[int]) -> dict[int, list[Attachment]]:
    found: dict[int, list[Attachment]] = {}
    for each in attachments_of(kind, *keys).order_by("pk"):
        found.setdefault(each.owner_id, []).append(each)
    return found
