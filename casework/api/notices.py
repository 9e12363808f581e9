"""Public notices for programs."""

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ReadOnlyModelViewSet

from casework import queries
from casework.models import PublicNotice
from records import policy
from records.templatetags.said import said


class NoticeSerializer(ModelSerializer[PublicNotice]):
    bureau = serializers.CharField(source="bureau.name")
    names = serializers.SerializerMethodField()
    listed = serializers.SerializerMethodField()
    system_default = serializers.SerializerMethodField()

    class Meta:
        model = PublicNotice
        fields = (
            "number",
            "title",
            "text",
            "bureau",
            "published_on",
            "ends_on",
            "listed",
            "system_default",
            "withdrawn_at",
            "withdrawal_reason",
            "names",
        )

    def get_names(self, notice: PublicNotice) -> list[str]:
        return [entry.name for entry in notice.entries.all()]

    def get_listed(self, notice: PublicNotice) -> str:
        """What kind of list it is, as the law calls it."""
        law = queries.law_of(notice)
        return said(law.notice.listed) if law else ""

    def get_system_default(self, notice: PublicNotice) -> bool:
        """Whether its length is the system's own, printed in no document."""
        law = queries.law_of(notice)
        return bool(law and law.notice.system_default)


@policy.public
class NoticeViewSet(ReadOnlyModelViewSet[PublicNotice]):
    """Public notices, as anybody may read them."""

    queryset = PublicNotice.objects.none()
    serializer_class = NoticeSerializer
    lookup_field = "number"
    filter_backends = ()
    ordering = ("-published_on", "-id")

    def get_queryset(self) -> QuerySet[PublicNotice]:
        return queries.public_notices()
