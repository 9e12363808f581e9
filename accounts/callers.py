"""Who calls the interface for programs, and what the view's policy says to them.

A caller signs in by session or token; the header ``X-Acting`` names the chair ("m12", "d5") in
which they act, else the session's choice or the first chair holds. A token is as good as the
session it was made in: without the second factor it opens no role that needs one. Named in the
settings, so it may not import ``rest_framework.views``.
"""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework import authentication
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated, PermissionDenied
from rest_framework.pagination import CursorPagination
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from accounts.acting import SESSION_KEY, actor_in, seats, taken
from accounts.models import ApiToken, User
from accounts.roles import Role
from accounts.second_factor import is_due, needs
from accounts.tokens import digest_of
from records.actor import Actor
from records.policy import policy_of


class TokenAuthentication(authentication.TokenAuthentication):
    """``Authorization: Token ...`` with a token that its person made under their settings."""

    def authenticate_credentials(self, key: str) -> tuple[User, ApiToken]:
        found = ApiToken.objects.select_related("user").filter(digest=digest_of(key)).first()
        if found is None or not found.user.is_active:
            raise AuthenticationFailed(_("This token is not valid, or no longer."))
        return found.user, found


class ActorPermission(BasePermission):
    """Sets ``request.actor`` and enforces the view's declared policy."""

    def has_permission(self, request: Request, view: Any) -> bool:
        match = request._request.resolver_match
        declared = policy_of(match.func) if match else None
        if declared is None:
            raise ImproperlyConfigured(f"{request.path}: the view declares no policy")
        actor = _actor_of(request)
        request.actor = actor  # type: ignore[attr-defined]
        if declared.kind == "public":
            return True
        if actor is None:
            _refuse_nobody(request)
        elif not declared.admits(actor.role):
            raise PermissionDenied(_refusal(actor.role, declared.roles), code="role")
        else:
            _finish_sign_in(request, actor)
        return True


def _actor_of(request: Request) -> Actor | None:
    """The caller in the chair asked for; a chair that is not theirs is refused."""
    user = request.user
    if not isinstance(user, User):
        return None
    asked = request.headers.get("X-Acting", "")
    available = seats(user)
    if asked and asked not in {seat.key for seat in available}:
        raise PermissionDenied(_("You hold no such role today."), code="seat")
    chosen = asked or str(request._request.session.get(SESSION_KEY, ""))
    seat = taken(available, chosen)
    return actor_in(seat, user, request.META.get("REMOTE_ADDR", "")) if seat else None


def _refuse_nobody(request: Request) -> None:
    if isinstance(request.user, User):
        raise PermissionDenied(_("You hold no role at present"), code="seat")
    raise NotAuthenticated


def _refusal(role: str, admitted: frozenset[str]) -> str:
    names = ", ".join(sorted(str(Role(name).label) for name in admitted))
    return _("You act as %(role)s; this is open to: %(roles)s.") % {
        "role": Role(role).label,
        "roles": names,
    }


def _finish_sign_in(request: Request, actor: Actor) -> None:
    """Refuse who still owes the second factor or a password of their own."""
    token = request.auth
    if isinstance(token, ApiToken):
        due = needs(actor.role) and not token.second_factor
    else:
        due = is_due(request._request, actor)
    if due:
        raise PermissionDenied(_("Give the second factor first."), code="second_factor")
    if isinstance(request.user, User) and request.user.password_is_temporary:
        raise PermissionDenied(_("Choose a password of your own first."), code="password")


class KeysetPagination(CursorPagination):
    """Pages by key, in the order that the viewset names in ``ordering``."""

    def get_ordering(self, request: Request, queryset: QuerySet[Any], view: Any) -> tuple[str, ...]:
        ordering: tuple[str, ...] = view.ordering
        return ordering
