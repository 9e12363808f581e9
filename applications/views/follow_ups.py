"""Duties after an approval: the list, and one with committed beside actual figures."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications import acts
from applications.forms.follow_ups import FindingForm
from applications.models import FollowUp
from applications.queries import follow_ups as queries
from applications.queries.granted import duty_shown
from records import policy
from records.fields import number_of
from records.views.attempt import attempt, attempt_bare
from records.views.requests import actor_of


@policy.roles(*queries.DOERS)
@require_safe
def follow_ups(request: HttpRequest) -> HttpResponse:
    """The bureau's duties after its approvals: those to do, and below them those done."""
    actor = actor_of(request)
    rows, done = queries.open_and_done(actor)
    shown = [duty_shown(each, actor) for each in [*rows, *done]]
    return render(request, "applications/follow_ups.html", {"duties": shown})


@policy.roles(*queries.DOERS)
@require_http_methods(["GET", "POST"])
def follow_up(request: HttpRequest, pk: int) -> HttpResponse:
    """One duty; the reviewer records the finding here."""
    actor, one = actor_of(request), _follow_up(request, pk)
    lines = queries.lines(one)
    first = {"version": one.version, "result": one.result, "reason": one.reason}
    form = FindingForm(request.POST or None, lines=lines, initial=first)
    closed = queries.finding_refusal(one, actor, timezone.localdate())

    def act() -> FollowUp:
        read = form.cleaned_data
        return acts.record_finding(
            pk, actor, read["version"], form.found(), result=read["result"], reason=read["reason"]
        )

    if attempt(request, form, "applications.record_finding", one, act):
        messages.success(request, _("The finding is recorded; the director confirms it."))
        return redirect("applications:follow_up", pk)
    context: dict[str, Any] = {
        "shown": duty_shown(one, actor),
        "lines": lines,
        # What was typed is kept, whatever refuses it.
        "form": form if form.is_bound or not closed else None,
        "closed": closed,
        "barred": queries.confirming_refusal(one, actor),
    }
    return render(request, "applications/follow_up.html", context)


@policy.roles(*queries.DOERS)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm the finding as the second person."""
    actor, one = actor_of(request), _follow_up(request, pk)
    version = number_of(request.POST.get("version", ""))
    refused = attempt_bare(
        request,
        "applications.confirm_finding",
        one,
        lambda: acts.confirm_finding(pk, actor, version),
    )
    if refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The finding is confirmed."))
    return redirect("applications:follow_up", pk)


def _follow_up(request: HttpRequest, pk: int) -> FollowUp:
    return get_object_or_404(queries.of_own_bureau(actor_of(request)), pk=pk)
