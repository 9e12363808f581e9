"""A form sent after the session had ended is kept through the sign-in and offered again."""

from dataclasses import dataclass

from django.http import HttpRequest

KEY = "held_form"
LIMIT = 200_000  # characters; the session is no place for more
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a form field


@dataclass(frozen=True)
class HeldForm:
    """Where the form was sent, and its fields in order."""

    path: str
    fields: list[tuple[str, str]]


def hold(request: HttpRequest) -> bool:
    """Keep what was posted. Files are not kept, nor the forms of this app: they hold passwords."""
    match = request.resolver_match
    if request.method != "POST" or request.FILES or (match and match.app_name == "accounts"):
        return False
    fields = [(k, v) for k, values in request.POST.lists() for v in values if k != TOKEN]
    if sum(len(str(value)) for _name, value in fields) > LIMIT:
        return False
    request.session[KEY] = {"path": request.get_full_path(), "fields": fields}
    return True


def held_form(request: HttpRequest) -> HeldForm | None:
    kept = request.session.get(KEY)
    return HeldForm(kept["path"], [(k, v) for k, v in kept["fields"]]) if kept else None


def let_go(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
