"""待决定: what waits for a director's signature, several cases at one meeting, corrections."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.roles import Role
from casework import acts, queries
from casework.corrections import correcting_move, refusal_of, standing_decision
from casework.forms import CorrectionForm, MeetingForm
from casework.kinds import Attempt
from casework.models import Case, DecisionCase
from casework.seats import procedure_of
from casework.views.common import found, say, token
from casework.words import action_label
from records import policy
from records.actor import Actor
from records.errors import Refused
from records.fields import number_of
from records.views.attempt import attempt
from records.views.requests import actor_of

ACTIONS = ("approve", "refuse")


@policy.roles(Role.DIRECTOR)
@require_safe
def pending(request: HttpRequest) -> HttpResponse:
    """Who prepared what, what is proposed, and on what it rests."""
    rows = queries.pending(actor_of(request))
    context = {"rows": rows, "many": any(row.decides for row in rows)}
    return render(request, "casework/pending.html", context)


@policy.roles(Role.DIRECTOR)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, action: str) -> HttpResponse:
    """Decide the chosen cases under one document number: all of them, or none."""
    if action not in ACTIONS:
        raise Http404
    actor = actor_of(request)
    cases = _chosen(request, actor)
    if not cases:
        messages.error(request, _("Choose at least one case."))
        return redirect("casework:pending")
    form = _meeting(request, cases, action)
    if form.is_bound and form.is_valid() and _decide(actor, form):
        say(request, _("Decided: %(count)s cases.") % {"count": len(cases)})
        return redirect("casework:pending")
    previews = queries.previews(cases, action, actor)
    context = {
        "form": form,
        "action": action,
        "label": _label(action, cases),
        "cases": queries.chosen(cases, previews, action, actor),
        "stopped": any(previews.values()),
    }
    return render(request, "casework/decide.html", context)


def _label(action: str, cases: list[Case]) -> str:
    """What is done, in the words of what all of them ask for, else in the usual ones."""
    found = {str(action_label(action, procedure_of(case))) for case in cases}
    return found.pop() if len(found) == 1 else str(action_label(action))


def _chosen(request: HttpRequest, actor: Actor) -> list[Case]:
    """The cases of the meeting, without the one that was just taken out of it."""
    asked = (request.POST or request.GET).getlist("case")
    out = request.POST.get("without")
    numbers = [number_of(pk) for pk in asked if pk != out]
    return [found(queries.case_of, actor, pk) for pk in numbers if pk]


def _meeting(request: HttpRequest, cases: list[Case], action: str) -> MeetingForm:
    """The form as it was sent; after a case was taken out, what was typed waits in a new one."""
    if "without" in request.POST:
        return MeetingForm(cases=cases, action=action, initial=request.POST.dict())
    initial = {"token": token()}
    return MeetingForm(request.POST or None, cases=cases, action=action, initial=initial)


def _decide(actor: Actor, form: MeetingForm) -> bool:
    try:
        acts.decide(
            actor,
            form.versions(),
            action=form.action,
            opinion=form.cleaned_data["opinion"],
            data=form.decision(),
            names=form.names(),
            token=form.cleaned_data["token"],
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        form.at_versions()
        return False
    return True


@policy.roles(Role.DIRECTOR)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """更正: put the case's decision right by a new one; both stay on record."""
    case, actor = found(queries.case_for_page, actor_of(request), pk), actor_of(request)
    corrected, move = standing_decision(case), correcting_move(case, actor)
    if corrected is None or move is None:
        raise Http404
    initial = {"version": case.version, "token": token(), "name": corrected.name}
    form = CorrectionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        if _correct(request, case, form):
            say(request, _("The decision is corrected."))
            return redirect("casework:case", pk=pk)
        form.at_version(case.version)
    context = {
        "case": case,
        "corrected": corrected,
        "form": form,
        "closed": refusal_of(Attempt(case, move, actor), late=False),
    }
    return render(request, "casework/correct.html", context)


def _correct(request: HttpRequest, case: Case, form: CorrectionForm) -> DecisionCase | None:
    actor, typed = actor_of(request), form.cleaned_data
    return attempt(
        request,
        form,
        "casework.correct",
        case,
        lambda: acts.correct(
            case.pk,
            actor,
            typed["version"],
            document_number=typed["document_number"],
            decided_on=typed["decided_on"],
            name=typed["name"],
            reasons=typed["reasons"],
            token=typed["token"],
        ),
    )
