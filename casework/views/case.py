"""办件: one case, its status and clock, the next step, and tabs that work without scripts."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from casework import acts, queries
from casework.kinds import Pane, kind_of
from casework.models import Case
from casework.seats import procedure_of, whose_turn
from casework.views.common import found
from records import policy
from records.actor import Actor
from records.views.requests import actor_of


@policy.signed_in
@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """The case's page; `?tab=` names the tab. The first look of the hand on turn is noted."""
    actor = actor_of(request)
    case = found(queries.case_for_page, actor, pk)
    acts.mark_opened(case, actor)
    panes = {pane.key: pane for pane in _panes(case, actor)}
    pane = panes.get(request.GET.get("tab", "content"))
    if pane is None:
        raise Http404
    context = {
        "case": case,
        "kind": kind_of(case),
        "row": queries.row_of(case, actor),
        "ways": queries.ways_of(case, actor),
        "turn": whose_turn(case),
        "is_for_another": not procedure_of(case).applicant.is_named,
        # The applicant's side reads which office it is, never who.
        "holder": None if queries.is_outside(case, actor) else case.holder,
        "may_remind": queries.may_remind(case, actor),
        "decisions": queries.decisions_of(case, actor),
        "defects": queries.open_defects(case, actor),
        "sent_back": queries.sent_back(case, actor),
        "answered": queries.last_answers(case, actor),
        "recorded": queries.recorded_of(case, actor),
        "panes": list(panes.values()),
        "pane": pane,
        **pane.context(case, actor),
    }
    return render(request, "casework/case.html", context)


def _panes(case: Case, actor: Actor) -> list[Pane]:
    kind = kind_of(case)
    panes = [Pane("content", _("Content"), kind.content_template, kind.content), *kind.panes]
    own = [TIMELINE, OPINIONS]
    if queries.reads_record(case, actor):
        own.append(RECORD)
    return [pane for pane in panes if pane.suits(case)] + own


def _timeline(case: Case, actor: Actor) -> dict[str, Any]:
    return {"entries": queries.timeline(case, actor)}


def _opinions(case: Case, actor: Actor) -> dict[str, Any]:
    return {
        "entries": queries.opinions(case, actor),
        "bases": case.bases.select_related("recorded_by"),
        "consultations": queries.consultations_of(case, actor),
        "panels": queries.panels_of(case, actor),
    }


def _record(case: Case, actor: Actor) -> dict[str, Any]:
    return {"entries": queries.record_of(case)}


TIMELINE: Final = Pane("timeline", _("Timeline"), "casework/_timeline.html", _timeline)
OPINIONS: Final = Pane("opinions", _("Opinions"), "casework/_opinions.html", _opinions)
RECORD: Final = Pane("record", _("Audit record"), "casework/_record.html", _record)
