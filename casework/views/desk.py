"""工作台: what needs me, what came back, and the dates of the week."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.roles import ASSIGNED_ROLES
from casework import queries
from casework.models import Case
from records import policy
from records.actor import Actor
from records.views.requests import actor_of

SHOWN = 10
WEEK_DAYS = 7


@policy.signed_in
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The first page after sign-in."""
    actor = actor_of(request)
    if actor.role in ASSIGNED_ROLES:
        return render(request, "casework/asked.html", {"asked": queries.asked_of(actor)})
    urgent = _rows(queries.urgent(queries.with_senders(queries.todo(actor))), actor)
    context = {
        "counters": queries.counters(actor),
        "urgent": urgent,
        "came_back": _rows(queries.with_senders(queries.came_back(actor)), actor),
        "drafts": list(queries.drafts(actor).order_by("-pk")[:SHOWN]),
        "week": _rows(queries.due_within(actor, WEEK_DAYS), actor),
        "next": urgent[0].case if urgent else None,
    }
    return render(request, "casework/desk.html", context)


def _rows(found: QuerySet[Case], actor: Actor) -> list[queries.Row]:
    return queries.rows(found[:SHOWN], actor)
