"""What the frame around every page needs to know."""

from typing import Any

from django.http import HttpRequest

from accounts.acting import session_seconds
from accounts.navigation import navigation
from records.actor import Actor


def frame(request: HttpRequest) -> dict[str, Any]:
    """The actor, the chairs to choose from, the menu and the seconds until the session ends.

    A page that fails before the middleware ran gets none of it and shows the public frame.
    """
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {"actor": None}
    return {
        "actor": actor,
        "seat": request.seat,  # type: ignore[attr-defined]
        "seats": request.seats,  # type: ignore[attr-defined]
        "navigation": navigation(actor, request.path),
        "session_seconds": session_seconds(),
    }
