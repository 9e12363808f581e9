"""Reading a request."""

from django.http import HttpRequest

from records.actor import Actor


def actor_of(request: HttpRequest) -> Actor:
    """Who acts; the view's policy has let nobody in who has not signed in."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
