"""Cases and their one door for programs.

A program gets the same refusals in the same words as a page: 403 for a wrong hand, 409 for a
version that is no longer current, 400 for everything else that forbids an act.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.http import Http404
from django_filters.rest_framework import CharFilter, FilterSet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import ModelSerializer, Serializer
from rest_framework.viewsets import ReadOnlyModelViewSet

from casework import acts, queries
from casework.forms.moves import DEFECT_LENGTH, NAME_LENGTH, NUMBER_LENGTH, OPINION_LENGTH
from casework.kinds import name_of
from casework.models import Case, OutsidePaper, Step
from casework.moves import offers
from casework.queries.cases import inside
from casework.views.common import status_of
from casework.words import ACTIONS
from records import policy
from records.actor import Actor
from records.errors import Refused
from records.templatetags.said import said


class CaseSerializer(ModelSerializer[Case]):
    """A case as a line of a list; `stage_name` is in the caller's words and language.

    The applicant's side reads the name as `stage` too: the offices' own stations are theirs.
    """

    stage = serializers.SerializerMethodField()
    stage_name = serializers.SerializerMethodField()
    applicant_name = serializers.CharField(source="applicant.name", read_only=True)

    class Meta:
        model = Case
        fields = (
            "id",
            "number",
            "kind",
            "title",
            "area",
            "park",
            "applicant",
            "applicant_name",
            "edition",
            "procedure",
            "stage",
            "stage_name",
            "status",
            "due_on",
            "version",
            "submitted_at",
            "closed_at",
        )

    def get_stage(self, case: Case) -> str:
        return stage_for(case, case.stage, self.context["request"].actor)

    def get_stage_name(self, case: Case) -> str:
        return queries.stage_name(case, case.stage, self.context["request"].actor)


def stage_for(case: Case, key: str, actor: Actor) -> str:
    """The key of a stage, by which programs of the offices go; outside them its plain name."""
    return queries.stage_name(case, key, actor) if key and queries.is_outside(case, actor) else key


class StepSerializer(ModelSerializer[Step]):
    """A step; its stages stand as in the case itself."""

    from_stage = serializers.SerializerMethodField()
    to_stage = serializers.SerializerMethodField()
    heads = serializers.SerializerMethodField()

    def get_from_stage(self, step: Step) -> str:
        return self._stage(step.from_stage)

    def get_to_stage(self, step: Step) -> str:
        return self._stage(step.to_stage)

    def get_heads(self, step: Step) -> dict[str, str]:
        """The findings on each head of a study, by its key."""
        heads: dict[str, str] = step.data.get("heads", {})
        return heads

    def _stage(self, key: str) -> str:
        return stage_for(self.context["case"], key, self.context["actor"])

    class Meta:
        model = Step
        fields = (
            "number",
            "action",
            "from_stage",
            "to_stage",
            "organisation",
            "opinion",
            "heads",
            "at",
        )


class PaperSerializer(Serializer[Any]):
    """A paper from outside, by the law's name for it; `outcome` "" where it decides nothing."""

    name = serializers.SerializerMethodField()
    issuer = serializers.CharField(source="about.issuer")
    document_number = serializers.CharField(source="paper.document_number")
    decided_on = serializers.DateField(source="paper.decided_on")
    outcome = serializers.CharField(source="paper.outcome")

    def get_name(self, recorded: queries.Recorded) -> str:
        return said(recorded.about)


class OfferSerializer(Serializer[Any]):
    """A move of the caller's hand; `refusal` says why it is not open now, "" where it is."""

    action = serializers.CharField(source="move.action")
    label = serializers.CharField()  # type: ignore[assignment]
    refusal = serializers.CharField()


class OneCaseSerializer(CaseSerializer):
    """One case with the steps that the caller may see and the moves of the caller's hand."""

    steps = serializers.SerializerMethodField()
    offers = serializers.SerializerMethodField()
    papers = serializers.SerializerMethodField()
    park_name = serializers.SerializerMethodField()

    class Meta(CaseSerializer.Meta):
        fields = (*CaseSerializer.Meta.fields, "park_name", "steps", "papers", "offers")  # type: ignore[assignment]

    def get_park_name(self, case: Case) -> str:
        """The name also of a park to come, where `park` is null."""
        return name_of(case)

    @extend_schema_field(StepSerializer(many=True))
    def get_steps(self, case: Case) -> list[dict[str, Any]]:
        steps, context = queries.steps_of(case, self._actor), {"case": case, "actor": self._actor}
        return list(StepSerializer(steps, many=True, context=context).data)

    @extend_schema_field(PaperSerializer(many=True))
    def get_papers(self, case: Case) -> list[dict[str, Any]]:
        return list(PaperSerializer(queries.recorded_of(case, self._actor), many=True).data)

    @extend_schema_field(OfferSerializer(many=True))
    def get_offers(self, case: Case) -> list[dict[str, Any]]:
        return list(OfferSerializer(offers(case, self._actor), many=True).data)

    @property
    def _actor(self) -> Actor:
        actor: Actor = self.context["request"].actor
        return actor


class DefectSerializer(Serializer[Any]):
    section = serializers.CharField(max_length=30)
    field = serializers.CharField(max_length=60, required=False)
    text = serializers.CharField(max_length=DEFECT_LENGTH)


class MoveDataSerializer(Serializer[Any]):
    """What some actions need besides an opinion."""

    defects = DefectSerializer(many=True, required=False)
    answer_by = serializers.DateField(required=False)
    document_number = serializers.CharField(max_length=NUMBER_LENGTH, required=False)
    decided_on = serializers.DateField(required=False)
    name = serializers.CharField(max_length=NAME_LENGTH, required=False)
    outcome = serializers.ChoiceField(choices=OutsidePaper.Outcome.choices, required=False)
    heads = serializers.DictField(
        child=serializers.CharField(max_length=OPINION_LENGTH), required=False
    )
    answers = serializers.DictField(
        child=serializers.CharField(max_length=DEFECT_LENGTH), required=False
    )


class PerformSerializer(Serializer[Any]):
    """One move: the version that the caller read, and a token against doing it twice."""

    action = serializers.ChoiceField(choices=sorted(ACTIONS))
    version = serializers.IntegerField()
    token = serializers.CharField(max_length=64, required=False, allow_blank=True)
    opinion = serializers.CharField(max_length=OPINION_LENGTH, required=False, allow_blank=True)
    data = MoveDataSerializer(required=False)  # type: ignore[assignment]


class RefusalSerializer(Serializer[Any]):
    code = serializers.CharField()
    detail = serializers.CharField()


class CaseFilter(FilterSet):
    """What the list of cases is narrowed by."""

    stage = CharFilter(
        method="at_stage",
        help_text="The key of a stage; of cases whose `stage` is given to the caller by its key.",
    )

    class Meta:
        model = Case
        fields = ("kind", "edition", "procedure", "stage", "status", "area")

    def at_stage(self, found: QuerySet[Case], _name: str, key: str) -> QuerySet[Case]:
        return inside(found, self.request.actor).filter(stage=key)


@policy.signed_in
class CaseViewSet(ReadOnlyModelViewSet[Case]):
    """The cases that the caller may see, and `perform`, the one way to move one."""

    queryset = Case.objects.none()
    serializer_class = CaseSerializer
    filterset_class = CaseFilter
    ordering = ("-id",)

    def get_queryset(self) -> QuerySet[Case]:
        return queries.cases(self.request.actor)  # type: ignore[attr-defined]

    def get_serializer_class(self) -> type[Serializer[Any]]:
        return OneCaseSerializer if self.action == "retrieve" else CaseSerializer

    @extend_schema(
        request=PerformSerializer,
        responses={
            200: OneCaseSerializer,
            400: RefusalSerializer,
            403: RefusalSerializer,
            409: RefusalSerializer,
        },
    )
    @action(detail=True, methods=["post"])
    def perform(self, request: Request, pk: str) -> Response:
        """Do one move, as the page of the same name does."""
        case, asked = self.get_object(), PerformSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        try:
            _perform(case, request.actor, asked.validated_data)  # type: ignore[attr-defined]
        except Refused as refused:
            said = {"code": refused.code, "detail": str(refused), **refused.details}
            return Response(said, status=status_of(refused))
        except ObjectDoesNotExist as error:
            raise Http404 from error
        return Response(OneCaseSerializer(self.get_object(), context={"request": request}).data)


def _perform(case: Case, actor: Actor, asked: dict[str, Any]) -> Step:
    return acts.perform(
        case.pk,
        asked["action"],
        actor,
        asked["version"],
        token=asked.get("token", ""),
        opinion=asked.get("opinion", ""),
        data={name: _plain(value) for name, value in asked.get("data", {}).items()},
    )


def _plain(value: Any) -> Any:
    """Steps keep JSON: a day as text, defects as plain objects."""
    if isinstance(value, date):
        return value.isoformat()
    return [dict(one) for one in value] if isinstance(value, list) else value
