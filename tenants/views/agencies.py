"""One agency: who it is, its licences, and its stays as far as the visitor sees them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.editing import RowForm, attempt
from accounts.scope import scoped
from parks.acts import KEEPERS
from records import policy
from records.views.requests import actor_of
from tenants import acts
from tenants.forms import AgencyForm, LicenceForm
from tenants.history import past_of
from tenants.models import Agency, Licence
from tenants.queries import agency_tenancies, editable_agencies, lit_licences
from tenants.queries.conduct import adverse_shown, against


@policy.signed_in
@require_GET
def agency_page(request: HttpRequest, pk: int) -> HttpResponse:
    """An agency that has, or had, a stay in a park that the visitor sees."""
    actor, agency = actor_of(request), _agency(request, pk)
    today = timezone.localdate()
    context = {
        "agency": agency,
        "licences": lit_licences(agency, today),
        "tenancies": agency_tenancies(actor, agency),
        "adverse": adverse_shown(against(agency), actor, today),
        "history": past_of(agency, actor),
        "may_edit": editable_agencies(actor, today).filter(pk=pk).exists(),
        "today": today,
    }
    return render(request, "tenants/agency.html", context)


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def agency_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an agency's name or kind."""
    actor, agency = actor_of(request), _agency(request, pk)
    form = AgencyForm(request.POST or None, instance=agency)
    if attempt(
        request,
        form,
        "tenants.change_agency",
        lambda: acts.change_agency(actor, agency, form.values, form.seen_version),
    ):
        return _saved(request, pk)
    return _form(request, form, _("Change the agency"), agency)


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def licence_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a licence to an agency."""
    actor, agency = actor_of(request), _agency(request, pk)
    form = LicenceForm(request.POST or None)
    if attempt(
        request,
        form,
        "tenants.save_licence",
        lambda: acts.save_licence(actor, agency, form.values),
    ):
        return _saved(request, pk)
    return _form(request, form, _("Add a licence"), agency)


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def licence_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Renew a licence, or put it right."""
    actor = actor_of(request)
    licences = scoped(Licence.objects.select_related("agency"), actor)
    licence = get_object_or_404(licences, pk=pk)
    form = LicenceForm(request.POST or None, instance=licence)
    if attempt(
        request,
        form,
        "tenants.save_licence",
        lambda: acts.save_licence(actor, licence.agency, form.values, licence),
    ):
        return _saved(request, licence.agency_id)
    return _form(request, form, _("Change the licence"), licence.agency)


def _agency(request: HttpRequest, pk: int) -> Agency:
    return get_object_or_404(scoped(Agency.objects.all(), actor_of(request)), pk=pk)


def _saved(request: HttpRequest, pk: int) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("tenants:agency", pk)


def _form(request: HttpRequest, form: RowForm, title: str, agency: Agency) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "agency": agency,
        "back": reverse("tenants:agency", args=[agency.pk]),
        "submit": _("Save the changes"),
    }
    return render(request, "tenants/form.html", context)
