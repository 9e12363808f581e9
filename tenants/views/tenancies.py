"""One tenant's stay: entering, changing, its yearly figures."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.editing import RowForm, attempt
from accounts.roles import Role
from accounts.scope import scoped
from parks.acts import KEEPERS
from parks.models import Park
from records import credit_code, policy
from records.views.requests import actor_of
from records.workbooks.reasons import Reason
from tenants import acts
from tenants.forms import EnterForm, FigureForm, TenancyForm, last_year
from tenants.history import past_of
from tenants.models import AnnualFigure, Tenancy
from tenants.queries import events_of
from tenants.queries.conduct import may_order, misgivings, orders_shown


@policy.signed_in
@require_GET
def tenancy_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One stay: its days and place, its figures year by year, its history."""
    actor, tenancy, today = actor_of(request), stay_of(request, pk), timezone.localdate()
    has_left = tenancy.left_on is not None and tenancy.left_on < today
    context = {
        "tenancy": tenancy,
        "figures": tenancy.annual_figures.all(),
        "events": events_of(tenancy, today),
        "may_file": actor.role == Role.OFFICER,
        "misgivings": [] if has_left else misgivings(tenancy, today),
        "orders": orders_shown(tenancy, actor, today),
        "may_order": may_order(actor, tenancy, today),
        "leases": tenancy.leases.all(),
        "transfers": tenancy.transfers.select_related("from_site", "to_site"),
        "last_year": last_year(),
        "history": past_of(tenancy, actor),
        "may_keep": actor.role in KEEPERS,
    }
    return render(request, "tenants/tenancy.html", context)


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def tenancy_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a tenant into a park's register."""
    actor = actor_of(request)
    park = get_object_or_404(scoped(Park.objects.all(), actor), pk=pk)
    form = EnterForm(park, request.POST or None)
    tenancy = attempt(
        request,
        form,
        "tenants.enter",
        lambda: acts.enter(actor, park, form.agency_values, form.values, form.licence),
    )
    if tenancy:
        _warn_of(request, tenancy)
        return redirect("tenants:tenancy", tenancy.pk)
    back = f"{reverse('tenants:register')}?park={park.pk}"
    context = {
        "form": form,
        "title": _("Enter a tenant"),
        "back": back,
        "submit": _("Save the changes"),
    }
    return render(request, "tenants/form.html", context | {"park": park})


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def tenancy_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a stay, its last day included."""
    actor, tenancy = actor_of(request), stay_of(request, pk)
    form = TenancyForm(tenancy.park, request.POST or None, instance=tenancy)
    if attempt(
        request,
        form,
        "tenants.change_tenancy",
        lambda: acts.change_tenancy(actor, tenancy, form.values, form.seen_version),
    ):
        messages.success(request, _("Saved."))
        return redirect("tenants:tenancy", pk)
    return stay_form(request, form, _("Change the stay"), tenancy)


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def figure_edit(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Say what a tenant earned in a year."""
    actor, tenancy = actor_of(request), stay_of(request, pk)
    figure = tenancy.annual_figures.filter(year=year).first() or AnnualFigure(year=year)
    form = FigureForm(request.POST or None, instance=figure)
    if attempt(
        request,
        form,
        "tenants.save_figure",
        lambda: acts.save_figure(actor, tenancy, year, **form.values),
    ):
        messages.success(request, _("Saved."))
        return redirect("tenants:tenancy", pk)
    title = _("Revenue of %(year)s") % {"year": year}
    return stay_form(request, form, title, tenancy)


def stay_of(request: HttpRequest, pk: int) -> Tenancy:
    rows = Tenancy.objects.select_related("agency", "park__area", "site")
    return get_object_or_404(scoped(rows, actor_of(request)), pk=pk)


def _warn_of(request: HttpRequest, tenancy: Tenancy) -> None:
    messages.success(request, _("The tenant is in the register."))
    if not credit_code.body_is_valid(tenancy.agency.credit_code):
        messages.warning(request, str(Reason("code_body")))


def stay_form(request: HttpRequest, form: RowForm, title: str, tenancy: Tenancy) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "tenancy": tenancy,
        "park": tenancy.park,
        "back": reverse("tenants:tenancy", args=[tenancy.pk]),
        "submit": _("Save the changes"),
    }
    return render(request, "tenants/form.html", context)
