"""组织: areas and organisations, kept by the administrator."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts import queries
from accounts.acts import organisations as acts
from accounts.editing import attempt as attempt_change
from accounts.forms.people import (
    NewOrganisationForm,
    OrganisationFilter,
    OrganisationForm,
    ZoneForm,
)
from accounts.models import Organisation
from accounts.roles import Role
from records import credit_code, policy
from records.keyset import page_of
from records.views.attempt import attempt
from records.views.requests import actor_of


@policy.roles(Role.ADMINISTRATOR)
@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/areas.html", {"areas": queries.areas(actor_of(request))})


@policy.roles(Role.ADMINISTRATOR)
def add_zone(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    form = ZoneForm(actor, request.POST or None, initial={"area": request.GET.get("area")})

    def act() -> object:
        data = dict(form.cleaned_data)
        return acts.add_zone(actor, data.pop("area"), **data)

    if attempt(request, form, "accounts.add_zone", None, act):
        messages.success(request, _("The zone is added."))
        return redirect("accounts:areas")
    context = {
        "form": form,
        "title": _("Add a development zone"),
        "submit": _("Add"),
        "back": reverse("accounts:areas"),
    }
    return render(request, "accounts/area_form.html", context)


@policy.roles(Role.ADMINISTRATOR)
@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    form = OrganisationFilter(actor, request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = page_of(queries.organisations(actor, wanted), "name", request.GET)
    context = {"form": form, "page": page, "is_filtered": any(wanted.values())}
    return render(request, "accounts/organisations.html", context)


@policy.roles(Role.ADMINISTRATOR)
@require_safe
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation: its people with their roles, and what is delegated among them."""
    actor = actor_of(request)
    found = _organisation(request, pk)
    context = {
        "organisation": found,
        "memberships": queries.memberships(actor).filter(organisation=found),
        "delegations": queries.delegations_in(actor, found),
    }
    return render(request, "accounts/organisation.html", context)


@policy.roles(Role.ADMINISTRATOR)
def add_organisation(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    initial = {"area": request.GET.get("area")}
    form = NewOrganisationForm(actor, request.POST or None, initial=initial)

    def act() -> Organisation:
        data = form.values
        return acts.add_organisation(actor, data.pop("area"), **data)

    if added := attempt(request, form, "accounts.add_organisation", None, act):
        messages.success(request, _("The organisation is added."))
        _warn_of_code(request, added)
        return redirect("accounts:organisation", pk=added.pk)
    context = {
        "form": form,
        "title": _("Add an organisation"),
        "submit": _("Add"),
        "back": reverse("accounts:organisations"),
    }
    return render(request, "accounts/organisation_form.html", context)


@policy.roles(Role.ADMINISTRATOR)
def change_organisation(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    found = _organisation(request, pk)
    form = OrganisationForm(request.POST or None, instance=found)

    def act() -> Organisation:
        return acts.change_organisation(actor, pk, form.seen_version, **form.values)

    if changed := attempt_change(request, form, "accounts.change_organisation", act):
        messages.success(request, _("The organisation is changed."))
        _warn_of_code(request, changed)
        return redirect("accounts:organisation", pk=pk)
    context = {
        "form": form,
        "title": _("Change the organisation"),
        "submit": _("Save"),
        "back": reverse("accounts:organisation", args=[pk]),
        "organisation": found,
    }
    return render(request, "accounts/organisation_form.html", context)


def _warn_of_code(request: HttpRequest, organisation: Organisation) -> None:
    """The 17th character: real codes exist in which it does not fit, so it is no error."""
    code = organisation.credit_code
    if code and not credit_code.body_is_valid(code):
        warning = _("The 17th character does not fit its organisation code: check the code.")
        messages.warning(request, warning)


def _organisation(request: HttpRequest, pk: int) -> Organisation:
    return get_object_or_404(queries.organisations(actor_of(request)), pk=pk)
