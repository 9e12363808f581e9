"""What the frame around every page needs to know."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.acting import session_seconds
from accounts.navigation import navigation
from records.actor import Actor
from records.queries import unread_count


def frame(request: HttpRequest) -> dict[str, Any]:
    """The actor, the chairs to choose from, the menu and the seconds until the session ends.

    Nobody signed in, or a page that fails before the middleware ran: the public menu alone.
    """
    actor: Actor | None = getattr(request, "actor", None)
    links = navigation(actor, request.path)
    if actor is None:
        return {"actor": None, "navigation": links}
    return {
        "actor": actor,
        "navigation": links,
        "seat": request.seat,  # type: ignore[attr-defined]
        "seats": request.seats,  # type: ignore[attr-defined]
        "unread": SimpleLazyObject(lambda: unread_count(actor)),
        "session_seconds": session_seconds(),
    }
