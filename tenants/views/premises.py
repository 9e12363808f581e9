"""A stay's leases, and its move to another site."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.editing import attempt
from accounts.scope import scoped
from parks.acts import KEEPERS
from records import policy
from records.views.requests import actor_of
from tenants import acts
from tenants.forms import LeaseForm, TransferForm
from tenants.models import Lease, Tenancy
from tenants.views.tenancies import stay_form, stay_of


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def lease_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a lease to a stay."""
    return _lease(request, stay_of(request, pk), None)


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def lease_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a lease right."""
    rows = scoped(Lease.objects.all(), actor_of(request))
    lease = get_object_or_404(rows, pk=pk)
    return _lease(request, stay_of(request, lease.tenancy_id), lease)


def _lease(request: HttpRequest, stay: Tenancy, lease: Lease | None) -> HttpResponse:
    actor, form = actor_of(request), LeaseForm(request.POST or None, instance=lease)
    if attempt(
        request,
        form,
        "tenants.save_lease",
        lambda: acts.save_lease(actor, stay, form.values, lease, form.seen_version),
    ):
        messages.success(request, _("Saved."))
        return redirect("tenants:tenancy", stay.pk)
    title = _("Change the lease") if lease else _("Add a lease")
    return stay_form(request, form, title, stay)


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def transfer_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a tenant to another site of its park."""
    actor, stay = actor_of(request), stay_of(request, pk)
    form = TransferForm(stay, request.POST or None)
    if attempt(
        request,
        form,
        "tenants.transfer",
        lambda: acts.transfer(actor, stay, form.values, form.seen_version),
    ):
        messages.success(request, _("Saved."))
        return redirect("tenants:tenancy", pk)
    return stay_form(request, form, _("Move to another site"), stay)
