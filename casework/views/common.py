"""What the pages share: finding the case, and the state of a refusal."""

from collections.abc import Callable
from typing import Any, Final, TypeVar
from uuid import uuid4

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from casework import queries
from casework.models import Case
from records.errors import Refused
from records.views.requests import actor_of

T = TypeVar("T")

#: How a refusal's code is said in HTTP, the same by page and by interface.
STATUS: Final = {"role": 403, "stale": 409}


def status_of(refused: Refused) -> int:
    return STATUS.get(refused.code, 400)


def case_or_404(request: HttpRequest, pk: int) -> Case:
    """The case, where the actor may see it."""
    return get_object_or_404(queries.cases(actor_of(request)), pk=pk)


def found(find: Callable[..., T], *args: Any) -> T:
    """What a query finds; 404 where it raises that there is none for this actor."""
    try:
        return find(*args)
    except models.ObjectDoesNotExist as error:
        raise Http404 from error


def say(request: HttpRequest, text: str) -> None:
    messages.success(request, text)


def token() -> str:
    """A new token for a form: the same one twice has one effect."""
    return uuid4().hex
