"""The interface for programs: agencies and tenancies, to read."""

from django.db.models import QuerySet
from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ReadOnlyModelViewSet

from accounts.scope import scoped
from records import policy
from tenants.models import Agency, AnnualFigure, Licence, Tenancy


class LicenceSerializer(ModelSerializer[Licence]):
    class Meta:
        model = Licence
        fields = ("id", "kind", "number", "issued_on", "expires_on")


class AgencySerializer(ModelSerializer[Agency]):
    licences = LicenceSerializer(many=True, read_only=True)

    class Meta:
        model = Agency
        fields = ("id", "credit_code", "name", "kind", "version", "is_sample", "licences")


class FigureSerializer(ModelSerializer[AnnualFigure]):
    class Meta:
        model = AnnualFigure
        fields = ("year", "gross_revenue", "net_revenue")


class TenancySerializer(ModelSerializer[Tenancy]):
    annual_figures = FigureSerializer(many=True, read_only=True)

    class Meta:
        model = Tenancy
        fields = (
            "id", "agency", "park", "site", "prospective", "entered_on", "left_on", "floor_area",
            "version", "annual_figures",
        )  # fmt: skip


@policy.signed_in
class AgencyViewSet(ReadOnlyModelViewSet[Agency]):
    """The agencies that have, or had, a stay in a park that the caller sees."""

    queryset = Agency.objects.none()
    serializer_class = AgencySerializer
    filterset_fields = ("credit_code", "kind")
    ordering = ("name", "id")

    def get_queryset(self) -> QuerySet[Agency]:
        rows = Agency.objects.prefetch_related("licences")
        return scoped(rows, self.request.actor)  # type: ignore[attr-defined]


@policy.signed_in
class TenancyViewSet(ReadOnlyModelViewSet[Tenancy]):
    """The stays in the parks that the caller sees, with their yearly figures in yuan."""

    queryset = Tenancy.objects.none()
    serializer_class = TenancySerializer
    filterset_fields = ("park", "agency", "prospective")
    ordering = ("park", "id")

    def get_queryset(self) -> QuerySet[Tenancy]:
        rows = Tenancy.objects.prefetch_related("annual_figures")
        return scoped(rows, self.request.actor)  # type: ignore[attr-defined]
