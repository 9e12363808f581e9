"""A form sent after the session had ended is kept through the sign-in and offered again.

Only of a person who was signed in with this browser, known by a signed cookie that outlives the
session, and only to that person; what a stranger posts is not kept.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

KEY = "held_form"
LIMIT = 200_000  # characters; the session is no place for more
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a form field
COOKIE = "signed_in_last"
#: How long after the last sign of life a form is still known to be the person's.
KNOWN_FOR = timedelta(hours=12)
#: How long a form waits for the sign-in, and then to be sent.
KEPT_FOR = timedelta(minutes=30)


@dataclass(frozen=True)
class HeldForm:
    """Where the form was sent, and its fields in order."""

    path: str
    fields: list[tuple[str, str]]


def remember(request: HttpRequest, response: HttpResponse) -> None:
    """Keep in the browser who is signed in."""
    response.set_signed_cookie(
        COOKIE,
        str(request.user.pk),
        salt=COOKIE,
        max_age=KNOWN_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Nobody is known any more, after signing out."""
    response.delete_cookie(COOKIE, samesite="Lax")


def known(request: HttpRequest) -> str:
    """The key of the person whom this browser had signed in last, or ""."""
    return str(request.get_signed_cookie(COOKIE, "", salt=COOKIE, max_age=KNOWN_FOR))


def hold(request: HttpRequest) -> bool:
    """Keep what was posted. Files are not kept, nor the forms of this app: they hold passwords."""
    match = request.resolver_match
    if request.method != "POST" or request.FILES or (match and match.app_name == "accounts"):
        return False
    fields = [(k, v) for k, values in request.POST.lists() for v in values if k != TOKEN]
    owner = known(request)
    if not owner or sum(len(k) + len(str(v)) for k, v in fields) > LIMIT:
        return False
    request.session[KEY] = {
        "path": request.get_full_path(),
        "fields": fields,
        "owner": owner,
        "until": (timezone.now() + KEPT_FOR).timestamp(),
    }
    return True


def held_form(request: HttpRequest) -> HeldForm | None:
    """The form kept for who is signed in now; None where it is another's or too old."""
    kept = request.session.get(KEY)
    if not kept or kept["owner"] != str(request.user.pk):
        return None
    if timezone.now().timestamp() > kept["until"]:
        return None
    return HeldForm(kept["path"], [(k, v) for k, v in kept["fields"]])


def let_go(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
