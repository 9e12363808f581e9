"""The monthly return's way, for programs."""

from collections.abc import Callable
from typing import Any

from django.db.models import F, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.viewsets import ReadOnlyModelViewSet

from records import policy
from returns import acts, queries
from returns.api.answers import actor_of, answers, attempt
from returns.api.shapes import (
    MonthSerializer,
    MonthToSave,
    OneMonthSerializer,
    ReasonGiven,
    VersionRead,
)
from returns.models import MonthlyReturn
from returns.resources import READERS


@policy.roles(*READERS)
class MonthlyReturnViewSet(ReadOnlyModelViewSet[MonthlyReturn]):
    """The monthly returns that the caller sees, and their way from the park to the bureau."""

    queryset = MonthlyReturn.objects.none()
    serializer_class = MonthSerializer
    filterset_fields = {
        "obligation__park": ["exact"], "obligation__period_end": ["exact", "gte", "lte"],
        "state": ["exact"],
    }  # fmt: skip
    ordering = ("-period_end", "id")

    def get_queryset(self) -> QuerySet[MonthlyReturn]:
        rows = queries.returns(actor_of(self.request))
        # Pages are cut by a field of the row itself.
        return rows.annotate(period_end=F("obligation__period_end"))

    def get_serializer_class(self) -> type[Serializer[Any]]:
        return OneMonthSerializer if self.action == "retrieve" else MonthSerializer

    @extend_schema(request=MonthToSave, responses=answers(OneMonthSerializer))
    @action(detail=True, methods=["post"])
    def save(self, request: Request, pk: str) -> Response:
        """Keep figures of the month; it may be unfinished."""
        month = self.get_object()
        asked = MonthToSave(data=request.data, context={"month": month})
        asked.is_valid(raise_exception=True)
        values = dict(asked.validated_data)
        version, told = values.pop("version"), values.pop("lines", [])
        lines = {line.pop("tenancy"): line for line in told}
        return self._act(month, "save", acts.save, version=version, values=values, lines=lines)

    @extend_schema(request=VersionRead, responses=answers(OneMonthSerializer))
    @action(detail=True, methods=["post"], url_path="hand-in")
    def hand_in(self, request: Request, pk: str) -> Response:
        """Hand it in; all that is wrong with it comes at once, by figure."""
        return self._move("hand_in", acts.hand_in)

    @extend_schema(request=VersionRead, responses=answers(OneMonthSerializer))
    @action(detail=True, methods=["post"], url_path="send-on")
    def send_on(self, request: Request, pk: str) -> Response:
        """The office sends it on to the bureau."""
        return self._move("send_on", acts.send_on)

    @extend_schema(request=ReasonGiven, responses=answers(OneMonthSerializer))
    @action(detail=True, methods=["post"], url_path="send-back")
    def send_back(self, request: Request, pk: str) -> Response:
        """Office or bureau return it to the park."""
        return self._move("send_back", acts.send_back, ReasonGiven)

    @extend_schema(request=VersionRead, responses=answers(OneMonthSerializer))
    @action(detail=True, methods=["post"], url_path="take-in")
    def take_in(self, request: Request, pk: str) -> Response:
        """The bureau takes it in, and the duty is done."""
        return self._move("take_in", acts.take_in)

    def _move(
        self,
        name: str,
        act: Callable[..., MonthlyReturn],
        shape: type[Serializer[Any]] = VersionRead,
    ) -> Response:
        month, asked = self.get_object(), shape(data=self.request.data)
        asked.is_valid(raise_exception=True)
        return self._act(month, name, act, **asked.validated_data)

    def _act(
        self, month: MonthlyReturn, name: str, act: Callable[..., MonthlyReturn], **told: Any
    ) -> Response:
        actor = actor_of(self.request)
        attempt(self.request, name, month, lambda: act(actor, month.pk, **told))
        return Response(OneMonthSerializer(self.get_object()).data)
