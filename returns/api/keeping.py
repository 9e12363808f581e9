"""Yearly targets and the records of standing duties, for programs."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from accounts.scope import scoped
from records import policy
from returns import acts, queries
from returns.api.answers import actor_of, answers, attempt
from returns.api.shapes import StandingRecordSerializer, TargetSerializer, TargetToSet
from returns.models import StandingRecord, Target
from returns.resources import READERS


@policy.roles(*READERS)
class TargetViewSet(ReadOnlyModelViewSet[Target]):
    """The yearly targets of the parks that the caller sees."""

    queryset = Target.objects.none()
    serializer_class = TargetSerializer
    filterset_fields = ("park", "year", "figure")
    ordering = ("-year", "id")

    def get_queryset(self) -> QuerySet[Target]:
        return scoped(Target.objects.all(), actor_of(self.request))

    @extend_schema(request=TargetToSet, responses=answers(TargetSerializer))
    @action(detail=False, methods=["post"])
    def set(self, request: Request) -> Response:
        """Set what a park is to reach in a year, or change it."""
        asked = TargetToSet(data=request.data)
        asked.is_valid(raise_exception=True)
        told, actor = {"document": "", **asked.validated_data}, actor_of(request)
        park = get_object_or_404(queries.parks_with_duties(actor), pk=told.pop("park"))
        row = attempt(request, "set_target", park, lambda: acts.set_target(actor, park, **told))
        return Response(TargetSerializer(row).data)


@policy.roles(*READERS)
class StandingRecordViewSet(ReadOnlyModelViewSet[StandingRecord]):
    """The records of standing duties that the caller sees, the newest first."""

    queryset = StandingRecord.objects.none()
    serializer_class = StandingRecordSerializer
    filterset_fields = ("edition", "key", "keeper")
    ordering = ("-on", "-id")

    def get_queryset(self) -> QuerySet[StandingRecord]:
        return scoped(StandingRecord.objects.all(), actor_of(self.request))
