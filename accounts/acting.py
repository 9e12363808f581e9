"""Which role a signed-in person acts in: one of their memberships, or one delegated to them.

The choice is kept in the session as "m12" (a membership) or "d5" (a delegation); a choice that
no longer holds falls back to the first that does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation

from accounts.holders import holding
from accounts.models import Delegation, Membership, User
from records.actor import Actor

SESSION_KEY = "acting"
SEEN_KEY = "seen"
TOUCH_EVERY = 60  # seconds


@dataclass(frozen=True)
class Seat:
    """A chair the person may take: the membership, and who lent it if it was lent."""

    key: str
    membership: Membership
    lent_by: User | None = None


def seats(user: User, day: date | None = None) -> list[Seat]:
    """All chairs of `user` on `day` (today): own ones first, then those delegated."""
    day = day or timezone.localdate()
    return [*_own(user, day), *_lent(user, day)]


def taken(available: list[Seat], chosen: str) -> Seat | None:
    """The chair `chosen`, or the first where that one no longer holds."""
    return next((s for s in available if s.key == chosen), available[0] if available else None)


def actor_of(user: User, chosen: str = "", ip: str = "") -> Actor | None:
    """The actor for the chair `chosen`, or for the first that holds; None without any."""
    seat = taken(seats(user), chosen)
    return actor_in(seat, user, ip) if seat else None


def actor_in(seat: Seat, user: User, ip: str = "") -> Actor:
    """`user` as the actor who sits in `seat`."""
    organisation = seat.membership.organisation
    return Actor(
        user_id=user.pk,
        name=user.name,
        role=seat.membership.role,
        organisation_id=organisation.pk,
        organisation=organisation.name,
        area_path=organisation.area.path,
        membership_id=seat.membership.pk,
        on_behalf_of=seat.lent_by.name if seat.lent_by else "",
        on_behalf_of_id=seat.lent_by.pk if seat.lent_by else None,
        ip=ip,
        language=translation.get_language() or user.language,
    )


def sit_down(request: HttpRequest) -> None:
    """Set `request.seats`, `request.seat` and `request.actor`: who acts, None where nobody can."""
    user = request.user
    known = isinstance(user, User) and user.is_active
    available = seats(user) if known else []  # type: ignore[arg-type]
    seat = taken(available, str(request.session.get(SESSION_KEY, "")))
    request.seats, request.seat = available, seat  # type: ignore[attr-defined]
    request.actor = (  # type: ignore[attr-defined]
        actor_in(seat, user, request.META.get("REMOTE_ADDR", "")) if seat else None  # type: ignore[arg-type]
    )


def stay_alive(request: HttpRequest) -> bool:
    """Put the session's end off, with one write a minute at most; whether it was put off.

    Every write would queue up behind the others of an embedded database.
    """
    now = int(timezone.now().timestamp())
    due = request.user.is_authenticated and now - request.session.get(SEEN_KEY, 0) > TOUCH_EVERY
    if due:
        request.session[SEEN_KEY] = now
    return due


def session_seconds() -> int:
    """For how many seconds after a request the session certainly lives."""
    return settings.SESSION_COOKIE_AGE - TOUCH_EVERY


def _own(user: User, day: date) -> Iterator[Seat]:
    held = Membership.objects.filter(holding(day), user=user)
    for membership in held.select_related("organisation__area").order_by("pk"):
        yield Seat(f"m{membership.pk}", membership)


def _lent(user: User, day: date) -> Iterator[Seat]:
    """What was lent ends for who has left the office since."""
    offices = Membership.objects.filter(holding(day), user=user).values("organisation")
    lent = Delegation.objects.filter(
        holding(day),
        holding(day, "giver__"),
        taker=user,
        giver__organisation__in=offices,
        ended_at__isnull=True,
    )
    for delegation in lent.select_related("giver__organisation__area", "giver__user"):
        yield Seat(f"d{delegation.pk}", delegation.giver, delegation.giver.user)
