"""The interface for programs: parks and their sites, to read."""

from django.db.models import QuerySet
from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ReadOnlyModelViewSet

from accounts.scope import scoped
from parks.models import Correction, Park, Recognition, Recommendation, Site
from records import policy


class CorrectionSerializer(ModelSerializer[Correction]):
    class Meta:
        model = Correction
        fields = ("document_number", "decided_on", "former_name", "former_document_number")


class RecognitionSerializer(ModelSerializer[Recognition]):
    corrections = CorrectionSerializer(many=True, read_only=True)

    class Meta:
        model = Recognition
        fields = (
            "level", "edition", "name", "document_number", "decided_on", "issuer", "plaque_on",
            "revoked_on", "before_system", "corrections",
        )  # fmt: skip


class RecommendationSerializer(ModelSerializer[Recommendation]):
    class Meta:
        model = Recommendation
        fields = ("level", "edition", "document_number", "decided_on", "issuer")


class ParkSerializer(ModelSerializer[Park]):
    """Contact person and telephone stay on the pages, where they are masked."""

    recognitions = RecognitionSerializer(many=True, read_only=True)
    recommendations = RecommendationSerializer(many=True, read_only=True)

    class Meta:
        model = Park
        fields = (
            "id", "name", "area", "operator", "parent", "address", "ownership", "registered_on",
            "invested", "land_area", "full_time_staff", "part_time_staff", "construction", "mode",
            "services", "version", "is_sample", "before_system", "recognitions",
            "recommendations",
        )  # fmt: skip


class SiteSerializer(ModelSerializer[Site]):
    class Meta:
        model = Site
        fields = (
            "id", "park", "name", "is_core", "address", "floor_area", "public_service_area",
            "document_number", "opened_on", "closed_on", "version", "before_system",
        )  # fmt: skip


@policy.signed_in
class ParkViewSet(ReadOnlyModelViewSet[Park]):
    """The parks that the caller sees."""

    queryset = Park.objects.none()
    serializer_class = ParkSerializer
    filterset_fields = ("area", "operator", "name")
    ordering = ("name", "id")

    def get_queryset(self) -> QuerySet[Park]:
        rows = Park.objects.prefetch_related("recognitions__corrections", "recommendations")
        return scoped(rows, self.request.actor)  # type: ignore[attr-defined]


@policy.signed_in
class SiteViewSet(ReadOnlyModelViewSet[Site]):
    """The sites of the parks that the caller sees."""

    queryset = Site.objects.none()
    serializer_class = SiteSerializer
    filterset_fields = ("park", "is_core")
    ordering = ("park", "id")

    def get_queryset(self) -> QuerySet[Site]:
        return scoped(Site.objects.all(), self.request.actor)  # type: ignore[attr-defined]
