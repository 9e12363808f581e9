"""A park's yearly targets and the standing duties that concern it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from parks.models import Park
from records import policy
from records.fields import number_of
from records.views.attempt import attempt
from records.views.requests import actor_of
from returns import acts, queries
from returns.acts.keeping import FILES
from returns.forms import StandingForm, TargetForm
from returns.models import StandingRecord, Target
from returns.views.duties import KEEPERS, READERS


@policy.roles(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def targets(request: HttpRequest, pk: int) -> HttpResponse:
    """The targets beside what was reached; who sets them does so here."""
    actor, park = actor_of(request), _park(request, pk)
    form = TargetForm(request.POST or None, initial=_initial(request, park))

    def act() -> Target:
        data = form.cleaned_data
        return acts.set_target(
            actor, park, data["year"], data["figure"], data["value"], data["document"],
            data["version"] or 0,
        )  # fmt: skip

    if attempt(request, form, "returns.set_target", park, act):
        messages.success(request, _("The target is set."))
        return redirect("returns:targets", pk)
    context = {
        "park": park,
        "form": form,
        "rows": queries.reached(actor, park),
        "may_set": queries.may_set_targets(actor, park),
        "this_year": timezone.localdate().year,
    }
    return render(request, "returns/targets.html", context)


@policy.roles(*READERS)
@require_safe
def standing(request: HttpRequest, pk: int) -> HttpResponse:
    """What must be there, by edition, each with its records and files."""
    actor, park = actor_of(request), _park(request, pk)
    rows = queries.standing(actor, park)
    files = queries.proofs(FILES, [record.pk for kept in rows for record in kept.records])
    shown = [(kept, [(r, files.get(r.pk, [])) for r in kept.records]) for kept in rows]
    return render(request, "returns/standing.html", {"park": park, "rows": shown})


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def standing_add(request: HttpRequest, pk: int, edition: str, key: str) -> HttpResponse:
    """Record what a standing duty asks for."""
    actor, park = actor_of(request), _park(request, pk)
    mine = [k for k in queries.standing(actor, park) if (k.edition, k.duty.key) == (edition, key)]
    if not mine:
        raise Http404
    initial = {"on": timezone.localdate()}
    form = StandingForm(request.POST or None, request.FILES or None, initial=initial)

    def act() -> StandingRecord:
        data = form.cleaned_data
        return acts.record_standing(
            actor, park, edition, key, data["on"], data["text"], data["proof"]
        )

    back = reverse("returns:standing", args=[pk])
    if attempt(request, form, "returns.record_standing", park, act):
        messages.success(request, _("Recorded."))
        return redirect(back)
    context = {"form": form, "title": _("Record"), "submit": _("Record"), "back": back}
    return render(request, "returns/form.html", context | {"park": park, "kept": mine[0]})


def _initial(request: HttpRequest, park: Park) -> dict[str, Any]:
    """The target that the page was asked to change, else a new one of this year."""
    row = park.targets.filter(pk=number_of(request.GET.get("target", ""))).first()
    if row is None:
        return {"year": timezone.localdate().year, "version": 0}
    names = ("year", "figure", "value", "document", "version")
    return {name: getattr(row, name) for name in names}


def _park(request: HttpRequest, pk: int) -> Park:
    return get_object_or_404(queries.parks_with_duties(actor_of(request)), pk=pk)
