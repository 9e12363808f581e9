"""工作台: what needs me, what came back, and the dates of the week."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.roles import ASSIGNED_ROLES, OWN_ROLES, Role
from casework import queries
from casework.errands import waiting_for
from casework.models import Case
from records import policy
from records.actor import Actor
from records.views.requests import actor_of

SHOWN = 10
WEEK_DAYS = 7
#: No case ever waits for these: their desk leads to what they keep or read.
WITHOUT_CASES = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})


@policy.signed_in
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The first page after sign-in."""
    actor = actor_of(request)
    if actor.role in ASSIGNED_ROLES:
        return render(request, "casework/asked.html", {"asked": queries.asked_of(actor)})
    if actor.role in WITHOUT_CASES:
        return render(request, "casework/desk_without_cases.html")
    urgent = _rows(queries.urgent(queries.with_senders(queries.todo(actor))), actor)
    counters = queries.counters(actor)
    context = {
        "counters": counters,
        # Who signs last gets nothing back, unless a law has it so after all.
        "gets_back": actor.role != Role.DIRECTOR or bool(counters["returned"]),
        "errands": waiting_for(actor),
        "urgent": urgent,
        "came_back": _rows(queries.with_senders(queries.came_back(actor)), actor),
        "mine": _mine(actor),
        "drafts": list(queries.drafts(actor).order_by("-pk")[:SHOWN]),
        "week": _rows(queries.due_within(actor, WEEK_DAYS), actor),
        "next": urgent[0].case if urgent else None,
    }
    return render(request, "casework/desk.html", context)


def _mine(actor: Actor) -> list[queries.Row]:
    """What an applicant handed in; the offices find theirs in the boxes."""
    if actor.role not in OWN_ROLES:
        return []
    return _rows(queries.with_senders(queries.under_way(actor)), actor)


def _rows(found: QuerySet[Case], actor: Actor) -> list[queries.Row]:
    return queries.rows(found[:SHOWN], actor)
