"""What is on record against agencies, and the orders that tenants stand under."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.editing import attempt as attempt_row
from accounts.roles import AREA_ROLES, Role
from accounts.scope import scoped
from records import policy
from records.keyset import page_of
from records.views.attempt import attempt
from records.views.requests import actor_of
from tenants import acts
from tenants.forms import AdverseChangeForm, AdverseForm, OrderForm, SettleForm
from tenants.models import AdverseRecord, Order
from tenants.queries.conduct import (
    RECORDERS,
    adverse_seen,
    adverse_shown,
    bars_over,
    causes_in,
)
from tenants.views.tenancies import stay_form, stay_of


@policy.roles(*AREA_ROLES)
@require_GET
def adverse_list(request: HttpRequest) -> HttpResponse:
    """What offices of the area put on record, by agency."""
    actor, today = actor_of(request), timezone.localdate()
    page = page_of(adverse_seen(actor), "agency__name", request.GET)
    context = {
        "page": page,
        "rows": adverse_shown(page.rows, actor, today),
        "may_add": actor.role in RECORDERS and bool(bars_over(actor.area_path, today)),
    }
    return render(request, "tenants/adverse.html", context)


@policy.roles(*RECORDERS)
@require_http_methods(["GET", "POST"])
def adverse_add(request: HttpRequest) -> HttpResponse:
    """Put something on record against an agency."""
    actor = actor_of(request)
    bars = bars_over(actor.area_path, timezone.localdate())
    form = AdverseForm(bars, request.POST or None, request.FILES or None)

    def act() -> AdverseRecord:
        agency, values = form.part("credit_code", "name", "kind"), form.part(*VALUES)
        return acts.record_adverse(actor, agency, values, form.cleaned_data["evidence"])

    if attempt(request, form, "tenants.record_adverse", None, act):
        messages.success(request, _("It is on record: the agency may not move in."))
        return redirect("tenants:adverse")
    return _adverse_form(request, form, _("Put on record against an agency"))


VALUES = ("key", "document", "since")


@policy.roles(*RECORDERS)
@require_http_methods(["GET", "POST"])
def adverse_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a record, or lift it."""
    actor = actor_of(request)
    row = get_object_or_404(adverse_seen(actor), pk=pk)
    form = AdverseChangeForm(request.POST or None, instance=row)
    if attempt_row(
        request,
        form,
        "tenants.change_adverse",
        lambda: acts.change_adverse(actor, row, form.values, form.seen_version),
    ):
        messages.success(request, _("Saved."))
        return redirect("tenants:adverse")
    return _adverse_form(request, form, _("Correct or lift the record"), row)


def _adverse_form(
    request: HttpRequest, form: Any, title: str, row: AdverseRecord | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "row": row,
        "back": reverse("tenants:adverse"),
        "submit": _("Save the changes"),
    }
    return render(request, "tenants/adverse_form.html", context)


@policy.roles(Role.OFFICER)
@require_http_methods(["GET", "POST"])
def order_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Order a tenant to rectify or to leave."""
    actor, stay, today = actor_of(request), stay_of(request, pk), timezone.localdate()
    form = OrderForm(causes_in(stay, today), request.POST or None, request.FILES or None)
    if attempt_row(
        request,
        form,
        "tenants.issue_order",
        lambda: acts.issue_order(actor, stay, form.values, form.cleaned_data["paper"]),
    ):
        messages.success(request, _("The order is given; the park's operator is told."))
        return redirect("tenants:tenancy", pk)
    title = _("Order to rectify or leave")
    return stay_form(request, form, title, stay)


@policy.roles(Role.OFFICER)
@require_http_methods(["GET", "POST"])
def order_settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what became of an order."""
    actor = actor_of(request)
    order = get_object_or_404(scoped(Order.objects.all(), actor), pk=pk)
    form = SettleForm(request.POST or None, instance=order)
    if attempt_row(
        request,
        form,
        "tenants.settle_order",
        lambda: acts.settle_order(actor, order, form.values, form.seen_version),
    ):
        messages.success(request, _("Saved."))
        return redirect("tenants:tenancy", order.tenancy_id)
    return stay_form(request, form, _("Settle the order"), stay_of(request, order.tenancy_id))
