"""Doing an act for a form: what it refuses is said on the form, which keeps what was typed."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import BaseForm
from django.http import HttpRequest

from records.acts import record_refusal
from records.errors import Refused
from records.views.requests import actor_of

T = TypeVar("T")


def attempt(
    request: HttpRequest, form: BaseForm, action: str, obj: Model | None, act: Callable[[], T]
) -> T | None:
    """The act's result; None where `form` is wrong or the act refuses (which is recorded)."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return act()
    except ValidationError as error:
        _say(form, error)
    except Refused as refusal:
        record_refusal(actor_of(request), action, obj, refusal)
        form.add_error(None, str(refusal))
    return None


def _say(form: BaseForm, error: ValidationError) -> None:
    """Put each message on its field, or above the form where it has no such field."""
    for field, messages in error.message_dict.items():
        form.add_error(field if field in form.fields else None, messages)
