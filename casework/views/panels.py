"""专家评审: the reviewer's page of a case's panels, and the expert's page of the own seat."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.roles import Role
from casework import acts, queries
from casework.forms import OpinionForm, PanelForm, RecusalForm
from casework.kinds import kind_of
from casework.models import Case, Panel, PanelSeat
from casework.seats import procedure_of, sits, stage_of
from casework.views.common import case_or_404, found, say
from records import policy
from records.actor import Actor
from records.views.attempt import attempt
from records.views.requests import actor_of


@policy.roles(Role.REVIEWER, Role.DIRECTOR)
@require_http_methods(["GET", "HEAD", "POST"])
def panel(request: HttpRequest, pk: int) -> HttpResponse:
    """Who sits on the case, who has spoken, and, once all have, how the opinions lie."""
    case, actor = case_or_404(request, pk), actor_of(request)
    if actor.organisation_id != case.bureau_id:
        raise Http404
    form = PanelForm(request.POST or None, initial={"version": case.version})
    if request.method == "POST" and form.is_valid():
        if _convene(request, case, form):
            say(request, _("The panel is drawn, and its experts are told."))
            return redirect("casework:panel", pk=pk)
        form.at_version(case.version)
    panels = queries.panels_of(case, actor)
    context = {
        "case": case,
        "panels": [(one, queries.spread_of(case, one)) for one in panels],
        "form": form if _may_convene(case, actor, panels) else None,
    }
    return render(request, "casework/panel.html", context)


def _may_convene(case: Case, actor: Actor, panels: list[Panel]) -> bool:
    if case.is_final or not stage_of(case).panel or not sits(case, actor, stage_of(case).hand):
        return False
    return all(one.closed_at for one in panels if one.stage == case.stage)


def _convene(request: HttpRequest, case: Case, form: PanelForm) -> Panel | None:
    actor, typed = actor_of(request), form.cleaned_data
    return attempt(
        request,
        form,
        "casework.convene_panel",
        case,
        lambda: acts.convene_panel(
            case.pk, actor, typed["version"], size=typed["size"], due_on=typed["due_on"]
        ),
    )


@policy.roles(Role.EXPERT)
@require_http_methods(["GET", "HEAD", "POST"])
def seat(request: HttpRequest, pk: int) -> HttpResponse:
    """The expert reads the case and gives the one opinion."""
    actor = actor_of(request)
    own = found(queries.seat_of, actor, pk)
    form = _opinion_form(request, own)
    if request.method == "POST" and form.is_valid() and _give(request, own, form):
        say(request, _("Your opinion is given. Thank you."))
        return redirect("casework:seat", pk=pk)
    return _seat_page(request, own, form, RecusalForm())


@policy.roles(Role.EXPERT)
@require_POST
def recuse(request: HttpRequest, pk: int) -> HttpResponse:
    """The expert steps down for an interest."""
    actor = actor_of(request)
    own = found(queries.seat_of, actor, pk)
    form = RecusalForm(request.POST)
    if form.is_valid() and _step_down(request, own, form):
        say(request, _("You have stepped down from this case."))
        return redirect("casework:desk")
    return _seat_page(request, own, _opinion_form(None, own), form)


def _step_down(request: HttpRequest, own: PanelSeat, form: RecusalForm) -> PanelSeat | None:
    actor, reason = actor_of(request), form.cleaned_data["reason"]
    return attempt(
        request,
        form,
        "casework.recuse",
        own.panel.case,
        lambda: acts.recuse(own.pk, actor, reason=reason),
    )


def _opinion_form(request: HttpRequest | None, own: PanelSeat) -> OpinionForm:
    stage = procedure_of(own.panel.case).stage(own.panel.stage)
    typed = request.POST if request and request.method == "POST" else None
    return OpinionForm(typed, stage=stage)


def _give(request: HttpRequest, own: PanelSeat, form: OpinionForm) -> PanelSeat | None:
    actor, typed = actor_of(request), form.cleaned_data
    return attempt(
        request,
        form,
        "casework.give_opinion",
        own.panel.case,
        lambda: acts.give_opinion(
            own.pk,
            actor,
            vote=typed["vote"],
            opinion=typed["opinion"],
            heads=form.given_heads(),
            visited_on=typed.get("visited_on"),
        ),
    )


def _seat_page(
    request: HttpRequest, own: PanelSeat, opinion_form: OpinionForm, recusal_form: RecusalForm
) -> HttpResponse:
    case, actor = own.panel.case, actor_of(request)
    kind = kind_of(case)
    materials = next((pane for pane in kind.panes if pane.key == "materials"), None)
    heads = [(head, own.heads.get(head.key, "")) for head in opinion_form.heads]
    context = {
        **kind.content(case, actor),
        **(materials.context(case, actor) if materials else {}),
        "materials": materials,
        "case": case,
        "seat": own,
        "kind": kind,
        "heads": heads,
        "is_open": not (own.given_at or own.recused_at or own.panel.closed_at),
        "opinion_form": opinion_form,
        "recusal_form": recusal_form,
    }
    return render(request, "casework/seat.html", context)
