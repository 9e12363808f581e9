"""Interests of experts: who is not drawn for whose cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.roles import Role
from casework import acts, queries
from casework.forms import DeclarationForm, EndInterestForm, RecordForm
from casework.models import ExpertInterest
from casework.views.common import found, say
from records import policy
from records.views.attempt import attempt
from records.views.requests import actor_of


@policy.roles(Role.REVIEWER, Role.EXPERT)
@require_http_methods(["GET", "HEAD", "POST"])
def interests(request: HttpRequest) -> HttpResponse:
    """The interests of the bureau's experts, or the own ones; and recording another."""
    actor = actor_of(request)
    reviews = actor.role == Role.REVIEWER
    form = (RecordForm if reviews else DeclarationForm)(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid() and _record(request, form):
        say(request, _("The interest is on record."))
        return redirect("casework:interests")
    context = {"interests": queries.interests(actor), "form": form, "reviews": reviews}
    return render(request, "casework/interests.html", context)


def _record(request: HttpRequest, form: RecordForm | DeclarationForm) -> ExpertInterest | None:
    actor, typed = actor_of(request), form.cleaned_data
    return attempt(
        request,
        form,
        "casework.record_interest",
        typed["concern"],
        lambda: acts.record_interest(
            actor,
            typed["expert"],
            typed["concern"],
            since=typed["since"],
            reason=typed["reason"],
        ),
    )


@policy.roles(Role.REVIEWER)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say on which day an interest ended."""
    actor = actor_of(request)
    interest = found(queries.interest_of, actor, pk)
    form = EndInterestForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _end(request, interest, form):
        say(request, _("The interest has ended."))
        return redirect("casework:interests")
    return render(request, "casework/end_interest.html", {"interest": interest, "form": form})


def _end(
    request: HttpRequest, interest: ExpertInterest, form: EndInterestForm
) -> ExpertInterest | None:
    actor, until = actor_of(request), form.cleaned_data["until"]
    return attempt(
        request,
        form,
        "casework.end_interest",
        interest,
        lambda: acts.end_interest(interest.pk, actor, until=until),
    )
