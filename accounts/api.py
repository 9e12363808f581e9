"""The interface for programs: areas and organisations, to read."""

from django.db.models import QuerySet
from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ReadOnlyModelViewSet

from accounts import queries
from accounts.models import Area, Organisation
from records import policy


class AreaSerializer(ModelSerializer[Area]):
    class Meta:
        model = Area
        fields = ("code", "name", "name_en", "kind", "parent", "path")


class OrganisationSerializer(ModelSerializer[Organisation]):
    class Meta:
        model = Organisation
        fields = ("id", "area", "kind", "name", "credit_code")


@policy.signed_in
class AreaViewSet(ReadOnlyModelViewSet[Area]):
    """The areas of the caller's subtree."""

    queryset = Area.objects.none()
    serializer_class = AreaSerializer
    filterset_fields = ("kind", "parent")
    ordering = ("path",)

    def get_queryset(self) -> QuerySet[Area]:
        return queries.areas(self.request.actor)  # type: ignore[attr-defined]


@policy.signed_in
class OrganisationViewSet(ReadOnlyModelViewSet[Organisation]):
    """The organisations that the caller may see: those of the area, or the own one."""

    queryset = Organisation.objects.none()
    serializer_class = OrganisationSerializer
    filterset_fields = ("kind", "area")
    ordering = ("name", "id")

    def get_queryset(self) -> QuerySet[Organisation]:
        return queries.organisations(self.request.actor)  # type: ignore[attr-defined]
