"""Puts the actor on the request, and lets nobody into a view that does not admit them."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.acting import sit_down, stay_alive
from accounts.held import hold, known, remember
from accounts.models import User
from accounts.roles import Role
from accounts.second_factor import is_due
from records.actor import Actor
from records.policy import Policy, policy_of

Handler = Callable[[HttpRequest], HttpResponse]

JUDGED_BY_API = ("/api/v1/", "/api/schema/")
#: Pages open to a person who still owes the second factor or a password of their own.
OPEN_BEFORE = frozenset(
    {
        "accounts:second_factor",
        "accounts:second_factor_code",
        "accounts:password",
        "accounts:acting",
    }
)


class ActorMiddleware:
    """`request.actor`: who acts, or None where nobody signed in or the person holds no role."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        sit_down(request)
        due = stay_alive(request)
        response = self.get_response(request)
        if request.user.is_authenticated and (due or known(request) != str(request.user.pk)):
            remember(request, response)
        return response


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
    if policy.kind == "public" or request.path.startswith(JUDGED_BY_API):
        return None
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    if actor is None:
        return _without_role(request)
    step = _next_step(request, actor)
    if step and request.resolver_match.view_name not in OPEN_BEFORE:  # type: ignore[union-attr]
        return redirect(step)
    if policy.admits(actor.role):
        return None
    admitted = sorted(str(Role(role).label) for role in policy.roles)
    return render(request, "403.html", {"roles": admitted}, status=403)


def _without_role(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return render(request, "accounts/no_role.html", status=403)
    if request.htmx:  # type: ignore[attr-defined]
        # The page stays with all that was typed, and asks for the sign-in itself.
        return HttpResponse(status=401)
    page = reverse("accounts:held") if hold(request) else request.get_full_path()
    return redirect_to_login(page)


def _next_step(request: HttpRequest, actor: Actor) -> str:
    """The URL name of what this person must do before anything else, or ""."""
    assert isinstance(request.user, User)
    if is_due(request, actor):
        return "accounts:second_factor"
    return "accounts:password" if request.user.password_is_temporary else ""
