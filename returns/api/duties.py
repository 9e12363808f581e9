"""What comes round, for programs."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from records import policy
from returns import acts, queries
from returns.api.answers import actor_of, answers, attempt
from returns.api.shapes import ObligationSerializer, OneMonthSerializer
from returns.models import Obligation
from returns.resources import READERS


@policy.roles(*READERS)
class ObligationViewSet(ReadOnlyModelViewSet[Obligation]):
    """The duties that come round for the parks that the caller sees, the most urgent first."""

    queryset = Obligation.objects.none()
    serializer_class = ObligationSerializer
    filterset_fields = {
        "park": ["exact"], "edition": ["exact"], "duty": ["exact"],
        "due_on": ["gte", "lte"], "done_on": ["isnull"],
    }  # fmt: skip
    ordering = ("due_on", "id")

    def get_queryset(self) -> QuerySet[Obligation]:
        return queries.obligations(actor_of(self.request))

    @extend_schema(request=None, responses=answers(OneMonthSerializer))
    @action(detail=True, methods=["post"])
    def begin(self, request: Request, pk: str) -> Response:
        """Begin the month's return, or answer with the one that is there."""
        owed, actor = self.get_object(), actor_of(request)
        month = attempt(request, "begin", owed, lambda: acts.begin(actor, owed.pk))
        return Response(OneMonthSerializer(month).data)
