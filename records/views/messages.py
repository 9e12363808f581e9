"""消息: what the system has told a person."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from records import acts, outbox, policy, queries
from records.models import OutboxMessage
from records.views.requests import actor_of


@policy.signed_in
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The person's own notices, newest first."""
    actor = actor_of(request)
    found, more = queries.slice_of(queries.messages(actor), queries.cursor(request.GET))
    context = {
        "rows": [_row(message) for message in found],
        "older": f"before={found[-1].pk}" if more else "",
        "unread": queries.unread_count(actor),
    }
    return render(request, "records/messages.html", context)


@policy.signed_in
@require_POST
def open_message(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one notice as read and go to what it speaks of."""
    actor = actor_of(request)
    message = get_object_or_404(queries.messages(actor), pk=pk)
    acts.mark_read(actor, [message.pk])
    return redirect(message.link or "records:messages")


@policy.signed_in
@require_POST
def mark_all_read(request: HttpRequest) -> HttpResponse:
    acts.mark_read(actor_of(request))
    return redirect("records:messages")


def _row(message: OutboxMessage) -> dict[str, Any]:
    return {"message": message, "text": outbox.render(message.msgid, message.params)}
