"""Ordering a tenant to rectify or to leave by a day, and settling what became of it."""

from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.scope import scoped
from casework.around import Seats, seats_of
from casework.seats import person
from parks.models import Park
from records import Refused
from records.actor import Actor
from records.acts import attach, notify, record
from records.versions import assign, ensure_current
from rules.edition import Edition
from tenants.acts.common import locked_park
from tenants.acts.reminders import Words, tell
from tenants.law import admitting_law
from tenants.models import Order, Tenancy
from tenants.queries.conduct import may_settle
from tenants.queries.register import staying

ISSUED = {
    Order.Kind.RECTIFY: gettext_noop("“%(agency)s” is ordered to rectify by %(due)s."),
    Order.Kind.LEAVE: gettext_noop("“%(agency)s” is ordered to leave “%(park)s” by %(due)s."),
}
WORDS: Final = Words(
    gettext_noop(
        "The order %(document)s to “%(agency)s” in “%(park)s” is to be carried out by %(due)s "
        "(reminder %(days)s days before)."
    ),
    gettext_noop(
        "The order %(document)s to “%(agency)s” in “%(park)s” is to be carried out today, %(due)s."
    ),
    gettext_noop(
        "The order %(document)s to “%(agency)s” in “%(park)s” was to be carried out by %(due)s "
        "and is %(days)s days late."
    ),
)


@transaction.atomic
def issue_order(
    actor: Actor,
    tenancy: Tenancy,
    values: dict[str, Any],
    paper: "File[bytes] | None" = None,
) -> Order:
    """Order a tenant to rectify, or to leave, by a day that the officer sets.

    `values`: kind, cause (of the park's law), finding, document, due_on. Raises Refused for
    another office, a park whose law knows no such order, a tenant gone, or one under an order.
    """
    park, today = locked_park(actor, tenancy.park_id), timezone.localdate()
    law, seats = _law(park, today)
    if not seats.holds(actor, "district") or seats.district is None:
        raise Refused(_("Only an officer of the district's office orders this."), "role")
    found = _free_stay(park, tenancy, today)
    _ensure_sound(values, law, today)
    order = Order.objects.create(
        tenancy=found,
        issued_on=today,
        office=seats.district,
        recorded_by_id=person(actor),
        **values,
    )
    if paper is not None:
        attach(actor, paper, Order.FILES, order.pk, area_path=park.area.path)
    record(actor, "tenants.issue_order", order, after=values, area_path=park.area.path)
    params = {"agency": found.agency.name, "park": park.name, "due": order.due_on}
    notify(f"order:{order.pk}:issued", seats.people("park"), ISSUED[Order.Kind(order.kind)],
           params, _link(found))  # fmt: skip
    return order


@transaction.atomic
def settle_order(actor: Actor, order: Order, values: dict[str, Any], version: int) -> Order:
    """Record what became of an order: done or not, on which day, and what was done.

    `values`: outcome, settled_on, note. An order to leave is done when the register has the exit.
    Raises Stale, Refused for another office or a second time, ValidationError by field.
    """
    rows = scoped(Order.objects.select_related("tenancy__park__area"), actor)
    order = rows.select_for_update(of=("self",)).get(pk=order.pk)
    park = order.tenancy.park
    if not may_settle(actor, order):
        raise Refused(
            _("Only an officer of the office that gave an order settles it, once."), "role"
        )
    ensure_current(order, version)
    if not order.issued_on <= values["settled_on"] <= timezone.localdate():
        words = _("It was settled after it was ordered, and not on a day to come.")
        raise ValidationError({"settled_on": words})
    left, is_done = order.tenancy.left_on, values["outcome"] == Order.Outcome.DONE
    is_left = left is not None and left <= values["settled_on"]
    if order.kind == Order.Kind.LEAVE and is_done and not is_left:
        words = _("By the register the tenant has not left by that day.")
        raise ValidationError({"outcome": words})
    assign(order, values)
    record(actor, "tenants.settle_order", order, after=values, area_path=park.area.path)
    return order


def sweep_orders(day: date) -> int:
    """Remind the park of every open order, and its office of one that is late; counts messages."""
    rows = Order.objects.filter(settled_on__isnull=True).order_by("pk")
    stays = rows.select_related("tenancy__agency", "tenancy__park__area", "tenancy__park__operator")
    return sum(_remind(order, day) for order in stays)


@transaction.atomic
def _remind(order: Order, day: date) -> int:
    stay = order.tenancy
    law = admitting_law(stay.park, order.issued_on)
    if law is None:
        return 0
    seats = seats_of(stay.park, law.key)
    params = {
        "document": order.document, "agency": stay.agency.name, "park": stay.park.name,
    }  # fmt: skip
    told = (seats.people("park"), seats.above("park"))
    return tell(f"order:{order.pk}", order.due_on, day, WORDS, params, _link(stay), told)


def _free_stay(park: Park, tenancy: Tenancy, today: date) -> Tenancy:
    """The stay, when it runs today and is under no order yet."""
    found = park.tenancies.filter(staying(today), pk=tenancy.pk).select_related("agency").first()
    if found is None:
        raise Refused(_("This tenant is not in the park today."), "gone")
    if found.orders.filter(settled_on__isnull=True).exists():
        raise Refused(_("An order to this tenant is still open: settle it first."), "open")
    return found


def _ensure_sound(values: dict[str, Any], law: Edition, today: date) -> None:
    causes = {cause.key for cause in law.admission.removal} if law.admission else set()
    if values["cause"] not in causes:
        raise ValidationError({"cause": _("The park's regulation knows no such cause.")})
    if values["due_on"] <= today:
        raise ValidationError({"due_on": _("Set a day that is still to come.")})


def _law(park: Park, today: date) -> tuple[Edition, Seats]:
    law = admitting_law(park, today)
    if law is None:
        raise Refused(_("No regulation of this park knows such an order."), "no_law")
    return law, seats_of(park, law.key)


def _link(stay: Tenancy) -> str:
    return reverse("tenants:tenancy", args=[stay.pk])
