"""月报: filling in, handing in, sending on, returning and taking in."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.editing import attempt
from accounts.roles import Role
from records import policy
from records.fields import number_of
from records.views.attempt import attempt as plain_attempt
from records.views.attempt import attempt_bare
from records.views.requests import actor_of
from returns import acts, queries
from returns.forms import MonthForm, ReasonForm
from returns.models import MonthlyReturn, Obligation
from returns.periods import is_monthly
from rules import edition as law_of


@policy.roles(Role.OPERATOR)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill the return in; what is unfinished is kept as well. It begins with the first saving."""
    actor = actor_of(request)
    row = get_object_or_404(queries.obligations(actor), pk=pk)
    if not is_monthly(law_of(row.edition).duty(row.duty)):
        raise Http404
    back = reverse("returns:obligation", args=[pk])
    month = getattr(row, "monthly_return", None) or MonthlyReturn(obligation=row)
    form = MonthForm(queries.tenants_in(row), request.POST or None, instance=month)

    def act() -> MonthlyReturn:
        form.instance = acts.begin(actor, pk)
        return acts.save(actor, form.instance.pk, form.seen_version, form.values, form.lines)

    if attempt(request, form, "returns.save", act):
        messages.success(request, _("Saved. It is not handed in yet."))
        return redirect(back)
    return _page(request, form, row)


def _page(request: HttpRequest, form: MonthForm, row: Obligation) -> HttpResponse:
    rows = form.of_park(queries.month_before(form.instance))
    back = reverse("returns:obligation", args=[row.pk])
    context = {"form": form, "rows": rows, "row": row, "back": back}
    return render(request, "returns/month_form.html", context)


@policy.roles(Role.OPERATOR)
@require_POST
def hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the return in; what is wrong with it is said all at once, each at its figure."""
    return _move(request, pk, acts.hand_in, "returns.hand_in", _("The return is handed in."))


@policy.roles(Role.OFFICER)
@require_POST
def send_on(request: HttpRequest, pk: int) -> HttpResponse:
    return _move(
        request, pk, acts.send_on, "returns.send_on", _("The return went on to the bureau.")
    )


@policy.roles(Role.REVIEWER)
@require_POST
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    return _move(request, pk, acts.take_in, "returns.take_in", _("The return is taken in."))


@policy.roles(Role.OFFICER, Role.REVIEWER)
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Return it to the park with the reason."""
    actor, month = actor_of(request), _month(request, pk)
    form = ReasonForm(request.POST or None, initial={"version": month.version})
    back = reverse("returns:obligation", args=[pk])

    def act() -> MonthlyReturn:
        data = form.cleaned_data
        return acts.send_back(actor, month.pk, data["version"], data["reason"])

    if plain_attempt(request, form, "returns.send_back", month, act):
        messages.success(request, _("The return went back to the park."))
        return redirect(back)
    context = {"form": form, "title": _("Return to the park"), "submit": _("Return it")}
    return render(request, "returns/form.html", context | {"back": back, "row": month.obligation})


Verb = Callable[..., MonthlyReturn]


def _move(request: HttpRequest, pk: int, verb: Verb, action: str, said: str) -> HttpResponse:
    """One step of the return; a refusal is recorded and said on its page."""
    actor, month = actor_of(request), _month(request, pk)
    version = number_of(request.POST.get("version", ""))
    try:
        refused = attempt_bare(request, action, month, lambda: verb(actor, month.pk, version))
    except ValidationError as error:
        return _faulty(request, month, error)
    if refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said)
    return redirect("returns:obligation", pk)


def _faulty(request: HttpRequest, month: MonthlyReturn, error: ValidationError) -> HttpResponse:
    """The form with what keeps the return from being handed in, each fault at its figure."""
    row = month.obligation
    form = MonthForm.kept(queries.tenants_in(row), month)
    form.add_error(None, error)
    return _page(request, form, row)


def _month(request: HttpRequest, pk: int) -> MonthlyReturn:
    return get_object_or_404(queries.returns(actor_of(request)), obligation=pk)
