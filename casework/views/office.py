"""What an office arranges for itself: 转办, and the bureau's own review periods."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import Organisation
from accounts.roles import Role
from casework import acts, queries
from casework.forms import HandoverForm, PeriodsForm
from casework.views.common import say
from records import policy
from records.actor import Actor
from records.views.attempt import attempt
from records.views.requests import actor_of


@policy.roles(Role.OFFICER, Role.REVIEWER, Role.DIRECTOR, Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: HttpRequest) -> HttpResponse:
    """Hand all open cases of one person to another of the same role."""
    actor = actor_of(request)
    people = {"givers": queries.givers(actor), "takers": queries.takers(actor)}
    form = HandoverForm(request.POST or None, **people)
    if request.method == "POST" and form.is_valid():
        moved = _hand_over(request, form)
        if moved is not None:
            say(request, _("Cases handed over: %(count)s") % {"count": moved})
            return redirect("casework:handover")
    return render(request, "casework/handover.html", {"form": form, **people})


def _hand_over(request: HttpRequest, form: HandoverForm) -> int | None:
    actor, typed = actor_of(request), form.cleaned_data
    office = Organisation.objects.get(pk=actor.organisation_id or -1)
    return attempt(
        request,
        form,
        "casework.hand_over",
        office,
        lambda: acts.hand_over(actor, typed["giver"], typed["taker"], reason=typed["reason"]),
    )


@policy.roles(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def periods(request: HttpRequest) -> HttpResponse:
    """The bureau's own review periods: no regulation prints one."""
    actor = actor_of(request)
    form = PeriodsForm(request.POST or None, periods=queries.own_periods(actor))
    if request.method == "POST" and form.is_valid():
        _set_all(actor, form)
        say(request, _("The periods are saved, and the due dates follow them."))
        return redirect("casework:periods")
    return render(request, "casework/periods.html", {"form": form})


@transaction.atomic
def _set_all(actor: Actor, form: PeriodsForm) -> None:
    for period, workdays in form.changes():
        acts.set_period(
            actor,
            edition=period.edition,
            procedure=period.procedure,
            stage=period.stage,
            workdays=workdays,
        )
