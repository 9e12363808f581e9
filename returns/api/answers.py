"""How the interface for programs answers what an act refuses: in the words of the pages."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers
from rest_framework.exceptions import APIException
from rest_framework.fields import get_error_detail
from rest_framework.request import Request
from rest_framework.serializers import Serializer

from casework.api.cases import RefusalSerializer
from casework.views.common import status_of
from records.actor import Actor
from records.acts import record_refusal
from records.errors import Refused, Stale

T = TypeVar("T")


class Denied(APIException):
    """An act's refusal, in its words."""

    def __init__(self, refused: Refused) -> None:
        super().__init__({"code": refused.code, "detail": str(refused), **refused.details})
        self.status_code = status_of(refused)


def attempt(request: Request, name: str, row: Model, act: Callable[[], T]) -> T:
    """The act's result. Raises Denied, whose refusal is recorded, or what is wrong by field."""
    try:
        return act()
    except ValidationError as error:
        raise serializers.ValidationError(get_error_detail(error)) from error
    except Refused as refused:
        if not isinstance(refused, Stale):  # to be slower is no attempt at what is forbidden
            record_refusal(actor_of(request), f"returns.{name}", row, refused)
        raise Denied(refused) from refused


def actor_of(request: Request) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def answers(shape: type[Serializer[Any]]) -> dict[int, Any]:
    """What an act answers with."""
    wrong = OpenApiResponse(OpenApiTypes.OBJECT, "By field, or as a refusal.")
    return {200: shape, 400: wrong, 403: RefusalSerializer, 409: RefusalSerializer}
