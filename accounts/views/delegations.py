"""委托: what a person has lent and was lent."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts import queries
from accounts.acts import delegation as acts
from accounts.forms.people import DelegationForm
from accounts.models import Delegation
from accounts.views.sign_in import wanted_page
from records import policy
from records.views.attempt import attempt, attempt_bare
from records.views.requests import actor_of


@policy.signed_in
@require_safe
def delegations(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "delegations": queries.own_delegations(actor),
        "today": timezone.localdate(),
        "may_lend": not actor.on_behalf_of,
    }
    return render(request, "accounts/delegations.html", context)


@policy.signed_in
def add_delegation(request: HttpRequest) -> HttpResponse:
    """Lend the role that the person acts in."""
    actor = actor_of(request)
    form = DelegationForm(queries.colleagues(actor), request.POST or None)

    def act() -> Delegation:
        assert actor.membership_id is not None
        return acts.delegate(actor, actor.membership_id, **form.cleaned_data)

    if attempt(request, form, "accounts.delegate", None, act):
        messages.success(request, _("The role is delegated."))
        return redirect("accounts:delegations")
    context = {
        "form": form,
        "title": _("Delegate your role"),
        "submit": _("Delegate"),
        "back": reverse("accounts:delegations"),
    }
    return render(request, "accounts/delegation_form.html", context)


@policy.signed_in
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    delegation = get_object_or_404(queries.endable_delegations(actor), pk=pk)
    refused = attempt_bare(
        request, "accounts.take_back", delegation, lambda: acts.take_back(actor, pk)
    )
    if refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The delegation has ended."))
    return redirect(wanted_page(request))
