"""Doing an act for a page: what it refuses goes on the audit trail, and is said on the page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import Model
from django.forms import BaseForm
from django.http import Http404, HttpRequest

from records.acts import record_refusal
from records.errors import Refused, Stale
from records.views.requests import actor_of

T = TypeVar("T")


def attempt(
    request: HttpRequest, form: BaseForm, action: str, obj: Model | None, act: Callable[[], T]
) -> T | None:
    """The act's result; None where `form` is wrong or the act refuses.

    What it refuses is said on the form, which keeps every word. Raises Http404 for what the
    actor may not see.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        with _on_trail(request, action, obj):
            return act()
    except ValidationError as error:
        _say(form, error)
    except Refused as refused:
        form.add_error(None, str(refused))
    return None


def attempt_bare(
    request: HttpRequest, action: str, obj: Model | None, act: Callable[[], object]
) -> Refused | None:
    """What the act refuses, for the page to say in a place of its own; None where it is done.

    Not `attempt`: a button has no form, of several files each is taken or refused by itself, and
    a half filled section is saved although its form is wrong. Raises Http404 like `attempt`.
    """
    try:
        with _on_trail(request, action, obj):
            act()
    except Refused as refused:
        return refused
    return None


@contextmanager
def _on_trail(request: HttpRequest, action: str, obj: Model | None) -> Iterator[None]:
    """Record a refusal, and let it go on."""
    try:
        yield
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except Stale:
        # That somebody else was faster is no attempt at what is forbidden.
        raise
    except Refused as refused:
        record_refusal(actor_of(request), action, obj, refused)
        raise


def _say(form: BaseForm, error: ValidationError) -> None:
    """Put each message on its field, or above the form where it has no such field."""
    for field, messages in error.message_dict.items():
        form.add_error(field if field in form.fields else None, messages)
