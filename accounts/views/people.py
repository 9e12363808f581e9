"""用户: people and the roles they hold, kept by the administrator."""

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts import queries
from accounts.acts import people as acts
from accounts.editing import attempt as attempt_change
from accounts.forms.people import EndRoleForm, NewPersonForm, PeopleFilter, PersonForm, RoleForm
from accounts.models import Membership, Organisation, User
from accounts.roles import Role
from accounts.second_factor import device_of
from records import policy
from records.acts import record_refusal
from records.errors import Refused
from records.keyset import page_of
from records.views.attempt import attempt
from records.views.requests import actor_of


@policy.roles(Role.ADMINISTRATOR)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    form = PeopleFilter(actor, request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = page_of(queries.people(actor, wanted), "username", request.GET)
    context = {"form": form, "page": page, "is_filtered": any(wanted.values())}
    return render(request, "accounts/people.html", context)


@policy.roles(Role.ADMINISTRATOR)
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    return _person_page(request, _person(request, pk))


@policy.roles(Role.ADMINISTRATOR)
@never_cache
def add_person(request: HttpRequest, pk: int) -> HttpResponse:
    """A new person in organisation `pk`. The temporary password is shown by this answer alone."""
    actor = actor_of(request)
    organisation = _organisation(request, pk)
    form = NewPersonForm(organisation, request.POST or None)

    def act() -> tuple[User, str]:
        return acts.add_user(actor, organisation, **form.values)

    if added := attempt(request, form, "accounts.add_user", organisation, act):
        return _show_password(request, *added)
    context = {
        "form": form,
        "title": _("Add a person"),
        "submit": _("Add"),
        "back": reverse("accounts:organisation", args=[pk]),
        "organisation": organisation,
    }
    return render(request, "accounts/organisation_form.html", context)


@policy.roles(Role.ADMINISTRATOR)
def change_person(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    found = _person(request, pk)
    form = PersonForm(request.POST or None, instance=found)

    def act() -> User:
        return acts.change_user(actor, pk, form.seen_version, **form.values)

    if attempt_change(request, form, "accounts.change_user", act):
        messages.success(request, _("The person's data are changed."))
        return redirect("accounts:person", pk=pk)
    context = _form_page(form, found, _("Change the person's data"), _("Save"))
    return render(request, "accounts/person_form.html", context)


@policy.roles(Role.ADMINISTRATOR)
def grant_role(request: HttpRequest, pk: int) -> HttpResponse:
    """A further role for a person, in an organisation of the administrator's area."""
    actor = actor_of(request)
    found = _person(request, pk)
    form = RoleForm(queries.organisations(actor), request.POST or None)

    def act() -> Membership:
        return acts.grant_role(actor, found, **form.cleaned_data)

    if attempt(request, form, "accounts.grant_role", found, act):
        messages.success(request, _("The role is granted."))
        return redirect("accounts:person", pk=pk)
    context = _form_page(form, found, _("Grant a role"), _("Grant"))
    return render(request, "accounts/person_form.html", context)


@policy.roles(Role.ADMINISTRATOR)
def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    membership = get_object_or_404(queries.memberships(actor), pk=pk)
    form = EndRoleForm(request.POST or None)

    def act() -> Membership:
        return acts.end_role(actor, pk, **form.cleaned_data)

    if attempt(request, form, "accounts.end_role", membership, act):
        messages.success(request, _("The role ends."))
        return redirect("accounts:person", pk=membership.user_id)
    context = _form_page(form, membership.user, _("End the role"), _("End the role"))
    context["membership"] = membership
    return render(request, "accounts/person_form.html", context)


@policy.roles(Role.ADMINISTRATOR)
@require_POST
@never_cache
def change_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch an account on or off, or help a person back in: the buttons of a person's page."""
    actor, found = actor_of(request), _person(request, pk)
    wanted = request.POST.get("act", "")
    try:
        if wanted == "reset_password":
            return _show_password(request, *acts.reset_password(actor, pk))
        if wanted == "reset_second_factor":
            acts.reset_second_factor(actor, pk)
        elif wanted in ("enable", "disable"):
            acts.set_active(actor, pk, active=wanted == "enable")
    except Refused as refusal:
        record_refusal(actor, f"accounts.{wanted}", found, refusal)
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The account is changed."))
    return redirect("accounts:person", pk=pk)


def _person_page(request: HttpRequest, found: User) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "person": found,
        "memberships": queries.memberships(actor).filter(user=found),
        "device": device_of(found),
    }
    return render(request, "accounts/person.html", context)


def _show_password(request: HttpRequest, user: User, password: str) -> HttpResponse:
    context = {"person": user, "password": password}
    return render(request, "accounts/temporary_password.html", context)


def _form_page(form: BaseForm, found: User, title: str, submit: str) -> dict[str, object]:
    back = reverse("accounts:person", args=[found.pk])
    return {"form": form, "title": title, "submit": submit, "back": back, "person": found}


def _person(request: HttpRequest, pk: int) -> User:
    return get_object_or_404(queries.people(actor_of(request)), pk=pk)


def _organisation(request: HttpRequest, pk: int) -> Organisation:
    return get_object_or_404(queries.organisations(actor_of(request)), pk=pk)
