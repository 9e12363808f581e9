"""Puts the actor on the request, and lets nobody into a view that does not admit them."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from accounts.acting import actor_of_request
from records.policy import Policy, policy_of

Handler = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """`request.actor`: who acts, or None where nobody signed in or the person holds no role."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = actor_of_request(request)  # type: ignore[attr-defined]
        return self.get_response(request)


class PolicyMiddleware:
    """Enforces each view's declared policy; a view without one is a fault of ours."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        args: list[Any],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        policy = policy_of(view)
        if policy is None:
            raise ImproperlyConfigured(f"{request.path}: the view declares no policy")
        return refusal(request, policy)


def refusal(request: HttpRequest, policy: Policy) -> HttpResponse | None:
    """The answer that turns the visitor away, or None where they may pass.

    API views carry their own authentication (token or session), so they are judged there.
    """
    if policy.kind == "public" or request.path.startswith("/api/"):
        return None
    actor = request.actor  # type: ignore[attr-defined]
    if not actor:
        return redirect_to_login(request.get_full_path())
    if policy.admits(actor.role):
        return None
    return render(request, "403.html", {"roles": sorted(policy.roles)}, status=403)
