"""What a view asks of its visitor. A view declares it here; the accounts app enforces it.

Every view carries exactly one declaration, written as its outermost decorator; a view without
one is refused. Works on functions and on view classes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Policy:
    """Who may reach a view: anyone, anyone signed in, or the holders of some roles."""

    kind: Literal["public", "signed_in", "roles"]
    roles: frozenset[str] = frozenset()

    def admits(self, role: str | None) -> bool:
        """Whether a visitor may enter; ``role`` is None for one who has not signed in."""
        if self.kind == "public":
            return True
        if role is None:
            return False
        return self.kind == "signed_in" or role in self.roles


def _declare(view: View, policy: Policy) -> View:
    view.policy = policy  # type: ignore[attr-defined]
    return view


def public(view: View) -> View:
    """Anyone may open this view, signed in or not."""
    return _declare(view, Policy("public"))


def signed_in(view: View) -> View:
    """Anyone signed in may open this view; what it shows is narrowed by scope."""
    return _declare(view, Policy("signed_in"))


def roles(*names: str) -> Callable[[View], View]:
    """Only actors in one of these roles may open this view."""
    if not names:
        raise ValueError("policy.roles needs at least one role")
    policy = Policy("roles", frozenset(names))
    return lambda view: _declare(view, policy)


def policy_of(view: Callable[..., Any]) -> Policy | None:
    """The view's declaration, also when it was made on the class of ``as_view()``.

    ``view_class`` is where Django keeps that class, ``cls`` where a viewset does.
    """
    for holder in (view, getattr(view, "view_class", None), getattr(view, "cls", None)):
        declared = getattr(holder, "policy", None)
        if isinstance(declared, Policy):
            return declared
    return None
