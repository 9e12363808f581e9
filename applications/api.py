"""The interface for programs: the verbs of `python -m rules`, and the uses of parks' names.

The verbs have the command line's words and shapes. What it answers with status 2 is answered with
400 and the same line. Nothing is stored; the working calendar is the bureaus' own.
"""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import ModelSerializer, Serializer
from rest_framework.viewsets import ReadOnlyModelViewSet, ViewSet

from applications.models import NameFinding, NameUse
from applications.queries import names
from records import policy
from records.queries import calendar
from rules import answers
from rules.errors import BadInput, UnknownKey
from rules.reading import day_of, object_of
from rules.scoring import READINGS
from rules.workdays import today

KEY = "[^/]+"
ON = OpenApiParameter("on", OpenApiTypes.DATE, description="The day, by default today.")
FROM = OpenApiParameter(
    "from", OpenApiTypes.DATE, required=True, description="The day of the event."
)
READING = OpenApiParameter("reading", enum=READINGS, description="How the sheet is read.")


class BadInputSerializer(Serializer[Any]):
    """One line, in the words of the command line."""

    detail = serializers.CharField()


ITEM: dict[str, Any] = {"type": "object", "additionalProperties": True}
OBJECT: dict[str, Any] = {"application/json": ITEM}
LIST: dict[str, Any] = {"type": "array", "items": ITEM}
TOLD = {200: OpenApiResponse(OpenApiTypes.OBJECT), 400: BadInputSerializer}


@policy.signed_in
class RulesViewSet(ViewSet):
    """The regulations: what they hold, and what they say about facts that are handed in."""

    def handle_exception(self, exc: Exception) -> Response:
        if isinstance(exc, BadInput | UnknownKey):
            exc = ValidationError({"detail": " ".join(str(exc).split())})
        return super().handle_exception(exc)

    @extend_schema(responses={200: ITEM})  # the describer makes a list of what `list` answers
    def list(self, request: Request) -> Response:
        """Every edition with its life, and its force today."""
        return Response(answers.listed(today()))

    @extend_schema(responses=TOLD)
    @action(detail=False, url_path=f"show/(?P<edition>{KEY})")
    def show(self, request: Request, edition: str) -> Response:
        """All that an edition holds."""
        return Response(answers.shown(edition))

    @extend_schema(request=OBJECT, responses=TOLD, parameters=[ON])
    @action(detail=False, methods=["post"], url_path=f"assess/(?P<jurisdiction>{KEY})")
    def assess(self, request: Request, jurisdiction: str) -> Response:
        """The conditions against facts, with judgements and waivers by leaf."""
        return Response(answers.assessed(jurisdiction, _body(request), _on(request)))

    @extend_schema(request=OBJECT, responses=TOLD, parameters=[READING])
    @action(detail=False, methods=["post"], url_path=f"score/(?P<sheet>{KEY})")
    def score(self, request: Request, sheet: str) -> Response:
        """A score sheet, named by its edition, against answers by item."""
        reading = request.query_params.get("reading", READINGS[0])
        return Response(answers.scored(sheet, _body(request), reading))

    @extend_schema(request=OBJECT, responses=TOLD)
    @action(detail=False, methods=["post"], url_path=f"grade/(?P<jurisdiction>{KEY})")
    def grade(self, request: Request, jurisdiction: str) -> Response:
        """The grades of all parks scored in one cycle, from their published totals."""
        return Response(answers.graded(jurisdiction, _body(request)))

    @extend_schema(request=OBJECT, responses=TOLD, parameters=[ON])
    @action(
        detail=False,
        methods=["post"],
        url_path=f"subsidy/(?P<jurisdiction>{KEY})/(?P<scheme>{KEY})",
    )
    def subsidy(self, request: Request, jurisdiction: str, scheme: str) -> Response:
        """What a scheme pays on facts."""
        return Response(answers.subsidy(jurisdiction, scheme, _body(request), _on(request)))

    @extend_schema(responses=TOLD, parameters=[FROM])
    @action(detail=False, url_path=f"deadline/(?P<jurisdiction>{KEY})/(?P<duty>{KEY})")
    def deadline(self, request: Request, jurisdiction: str, duty: str) -> Response:
        """The last day of a duty, with the days that decide it."""
        start = day_of(request.query_params.get("from", ""))
        return Response(answers.deadline(jurisdiction, duty, start, calendar()))

    @extend_schema(responses={200: OpenApiTypes.OBJECT})
    @action(detail=False)
    def coverage(self, request: Request) -> Response:
        """What carries each clause of every edition."""
        return Response(answers.coverage())

    @extend_schema(responses={200: LIST})
    @action(detail=False)
    def questions(self, request: Request) -> Response:
        """The open questions of interpretation."""
        return Response(answers.questions())


class NameUseSerializer(ModelSerializer[NameUse]):
    class Meta:
        model = NameUse
        fields = (
            "id", "case", "basis", "name", "activity", "user", "place", "begins_on", "ends_on",
        )  # fmt: skip


class NameFindingSerializer(ModelSerializer[NameFinding]):
    class Meta:
        model = NameFinding
        fields = (
            "id", "bureau", "area", "edition", "park", "agency", "organisation", "subject", "name",
            "what", "is_violation", "happened_on", "note", "recorded_at",
        )  # fmt: skip


@policy.signed_in
class NameUseViewSet(ReadOnlyModelViewSet[NameUse]):
    """The uses of parks' names that were filed or authorised, as far as the caller sees them."""

    queryset = NameUse.objects.none()
    serializer_class = NameUseSerializer
    filterset_fields = ("basis", "case__park")
    ordering = ("-begins_on", "-id")

    def get_queryset(self) -> QuerySet[NameUse]:
        return names.name_uses(self.request.actor)  # type: ignore[attr-defined]


@policy.roles(*names.WATCHERS)
class NameFindingViewSet(ReadOnlyModelViewSet[NameFinding]):
    """What bureaus found of others who use a protected name, in the caller's area.

    For whom their page is for.
    """

    queryset = NameFinding.objects.none()
    serializer_class = NameFindingSerializer
    filterset_fields = ("what", "is_violation", "park")
    ordering = ("-id",)

    def get_queryset(self) -> QuerySet[NameFinding]:
        return names.findings(self.request.actor)  # type: ignore[attr-defined]


def _body(request: Request) -> dict[str, Any]:
    # Read as the command line reads its file: a number with a fraction never becomes a float.
    return object_of("body", request.body)


def _on(request: Request) -> Any:
    written = request.query_params.get("on")
    return day_of(written) if written else today()
