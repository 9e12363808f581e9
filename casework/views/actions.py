"""The page of one action: a form, the act, and the refusal beside what was typed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casework import acts, queries
from casework.forms import BasisForm, MoveForm, form_for
from casework.kinds import Attempt
from casework.models import Case, Step
from casework.moves import find_move, refusal_of
from casework.seats import procedure_of
from casework.views.common import case_or_404, say, status_of, token
from casework.words import ACTIONS, action_label
from records import policy
from records.actor import Actor
from records.acts import record_refusal
from records.errors import Refused, Stale
from records.views.attempt import attempt
from records.views.requests import actor_of
from rules.procedure import Move


@policy.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def action(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Ask for what the action needs, then do it. A refusal keeps every typed word."""
    if action not in ACTIONS:
        raise Http404
    case, actor = case_or_404(request, pk), actor_of(request)
    move, refused = _move(case, action, actor)
    if request.method != "POST":
        form = form_for(action, case=case, move=move, initial=_initial(case))
        return _page(request, case, action, form, refused)
    form = form_for(action, request.POST, case=case, move=move)
    if not form.is_valid():
        return _page(request, case, action, form, refused)
    return _perform(request, case, action, form)


def _move(case: Case, action: str, actor: Actor) -> tuple[Move | None, Refused | None]:
    try:
        move = find_move(case, action, actor)
    except Refused as refused:
        return None, refused
    reason = refusal_of(Attempt(case, move, actor), late=False)
    return move, Refused(reason) if reason else None


def _initial(case: Case) -> dict[str, Any]:
    return {"version": case.version, "token": token()}


def _perform(request: HttpRequest, case: Case, action: str, form: MoveForm) -> HttpResponse:
    typed = form.cleaned_data
    try:
        step = acts.perform(
            case.pk,
            action,
            actor_of(request),
            typed["version"],
            token=typed["token"],
            opinion=typed["opinion"],
            data=form.move_data(),
        )
    except Refused as refused:
        return _refused(request, case, action, form, refused)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    say(request, _done(step))
    return redirect("casework:case", pk=case.pk)


def _refused(
    request: HttpRequest, case: Case, action: str, form: MoveForm, refused: Refused
) -> HttpResponse:
    case = case_or_404(request, case.pk)
    form.add_error(None, str(refused))
    form.at_version(case.version)
    _still, closed = _move(case, action, actor_of(request))
    return _page(request, case, action, form, closed, refused)


def _page(
    request: HttpRequest,
    case: Case,
    action: str,
    form: MoveForm,
    closed: Refused | None,
    refused: Refused | None = None,
) -> HttpResponse:
    """`closed` says why the button cannot be pressed, `refused` what just went wrong."""
    actor = actor_of(request)
    context = {
        "case": case,
        "row": queries.row_of(case, actor),
        "action": action,
        "label": action_label(action, procedure_of(case)),
        "form": form,
        "closed": closed,
        "target": queries.sends_back_to(case, form.move) if form.move else "",
        "news": _news(case, actor) if isinstance(refused, Stale) else [],
    }
    fault = refused or closed
    return render(
        request, "casework/action.html", context, status=status_of(fault) if fault else 200
    )


def _news(case: Case, actor: Actor) -> list[queries.Entry]:
    """What happened last, so that the person sees what they did not know."""
    return queries.timeline(case, actor)[:-4:-1]


def _done(step: Step) -> str:
    label = action_label(step.action, procedure_of(step.case))
    return _("Done: %(action)s.") % {"action": label}


@policy.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def basis(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the basis for going on under an edition that has ended."""
    case, actor = case_or_404(request, pk), actor_of(request)
    form = BasisForm(request.POST or None, initial=_initial(case))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        recorded = attempt(
            request,
            form,
            "casework.record_basis",
            case,
            lambda: acts.record_basis(
                case.pk,
                actor,
                typed["version"],
                document=typed["document"],
                reason=typed["reason"],
                token=typed["token"],
            ),
        )
        if recorded:
            say(request, _("The basis for going on is recorded."))
            return redirect("casework:case", pk=pk)
        form.at_version(case.version)
    return render(request, "casework/basis.html", {"case": case, "form": form})


@policy.signed_in
@require_POST
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """催办: tell the hand whose turn it is."""
    case, actor = case_or_404(request, pk), actor_of(request)
    try:
        told = acts.remind(case.pk, actor)
        say(request, _("People reminded: %(count)s") % {"count": told})
    except Refused as refused:
        record_refusal(actor, "casework.remind", case, refused.reason)
        messages.error(request, str(refused))
    return redirect("casework:case", pk=pk)
