"""What the interface for programs tells of returns, targets and records, and what it reads."""

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.serializers import ModelSerializer, Serializer

import rules
from records.templatetags.said import said
from returns import queries
from returns.checks import OF_AGENCY, OF_PARK
from returns.forms import FIRST_YEAR, LAST_YEAR, MONEY
from returns.models import MonthlyReturn, Obligation, ReturnLine, StandingRecord, Target

#: Money that is entered: none is below zero.
ENTERED = {name: {"min_value": 0} for name in MONEY}


class ObligationSerializer(ModelSerializer[Obligation]):
    """A duty of one period; `whose_turn` is park, district or bureau, "" when nobody's."""

    duty_name = serializers.SerializerMethodField()
    whose_turn = serializers.SerializerMethodField()
    monthly_return = serializers.PrimaryKeyRelatedField[MonthlyReturn](
        read_only=True, allow_null=True
    )

    class Meta:
        model = Obligation
        fields = (
            "id", "park", "edition", "duty", "duty_name", "period_end", "due_on", "opened_on",
            "done_on", "note", "whose_turn", "monthly_return", "version",
        )  # fmt: skip

    def get_duty_name(self, owed: Obligation) -> str:
        return said(rules.edition(owed.edition).duty(owed.duty))

    def get_whose_turn(self, owed: Obligation) -> str:
        return "" if owed.done_on else queries.whose_turn(owed)


class LineSerializer(ModelSerializer[ReturnLine]):
    class Meta:
        model = ReturnLine
        fields = ("tenancy", *OF_AGENCY)


class MonthSerializer(ModelSerializer[MonthlyReturn]):
    """A park's month: money in yuan, null where a figure is not known."""

    park = serializers.IntegerField(source="obligation.park_id", read_only=True)
    period_end = serializers.DateField(source="obligation.period_end", read_only=True)
    holder = serializers.CharField(read_only=True)

    class Meta:
        model = MonthlyReturn
        fields = (
            "id", "obligation", "park", "period_end", "state", "holder", "reason", "handed_in_at",
            "sent_on_at", *OF_PARK, "explanation", "version",
        )  # fmt: skip


class OneMonthSerializer(MonthSerializer):
    """One month with its agencies' parts."""

    lines = LineSerializer(many=True, read_only=True)

    class Meta(MonthSerializer.Meta):
        fields = (*MonthSerializer.Meta.fields, "lines")  # type: ignore[assignment]


class TargetSerializer(ModelSerializer[Target]):
    """What a park is to reach in a year: yuan, person-times, or per cent of growth."""

    class Meta:
        model = Target
        fields = ("id", "park", "year", "figure", "value", "document", "set_by", "version")


class StandingRecordSerializer(ModelSerializer[StandingRecord]):
    """On which day a standing duty was met; `key` names the duty in the edition."""

    class Meta:
        model = StandingRecord
        fields = ("id", "edition", "key", "keeper", "area", "on", "text", "recorded_at")


class LineToSave(ModelSerializer[ReturnLine]):
    """An agency's part; a figure that is left out stays as it is."""

    tenancy = serializers.IntegerField()

    class Meta:
        model = ReturnLine
        fields = ("tenancy", *OF_AGENCY)
        extra_kwargs: ClassVar = ENTERED


class MonthToSave(ModelSerializer[MonthlyReturn]):
    """The figures to keep; one that is left out stays as it is, null makes it unknown."""

    version = serializers.IntegerField()
    lines = LineToSave(many=True, required=False)

    class Meta:
        model = MonthlyReturn
        fields = ("version", *OF_PARK, "explanation", "lines")
        extra_kwargs: ClassVar = ENTERED

    def validate_lines(self, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The act leaves another park's agencies out; a program is told."""
        there = {each.pk for each in queries.tenants_in(self.context["month"].obligation)}
        told = [line["tenancy"] for line in lines]
        if not there.issuperset(told):
            raise serializers.ValidationError(
                _("Only agencies that were in the park at the month's end have a part of it.")
            )
        if len(set(told)) < len(told):
            raise serializers.ValidationError(_("Each agency has one part of the month."))
        return lines


class VersionRead(Serializer[Any]):
    """The version that the caller read."""

    version = serializers.IntegerField()


class ReasonGiven(ModelSerializer[MonthlyReturn]):
    """Why a return goes back."""

    version = serializers.IntegerField()

    class Meta:
        model = MonthlyReturn
        fields = ("version", "reason")
        extra_kwargs: ClassVar = {"reason": {"required": True}}


class TargetToSet(ModelSerializer[Target]):
    """A target to set or change; `version` is 0, or left out, for one not set yet."""

    park = serializers.IntegerField()
    year = serializers.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR)
    version = serializers.IntegerField(default=0)

    class Meta:
        model = Target
        fields = ("park", "year", "figure", "value", "document", "version")
        validators = ()
