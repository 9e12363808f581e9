"""The forms of the tenant register."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.editing import RowForm
from accounts.scope import scoped
from parks.models import Park
from records import credit_code
from records.actor import Actor
from records.fields import ChineseDateField, ChineseDecimalField
from tenants.models import Agency, AnnualFigure, Licence, Tenancy
from tenants.words import Light


def last_year() -> int:
    """The last calendar year, whose figures the regulations mostly ask for."""
    return timezone.localdate().year - 1


class CreditCodeField(forms.CharField):
    """A credit code however it is typed; the act checks it."""

    def to_python(self, value: Any) -> str:
        return credit_code.normalise(super().to_python(value) or "")


class RegisterForm(forms.Form):
    """What the register is narrowed to."""

    park = forms.ModelChoiceField(label=_("Park"), required=False, queryset=Park.objects.none())
    day = ChineseDateField(label=_("As of"), required=False)
    q = forms.CharField(label=_("Name or credit code"), required=False, max_length=80)
    light = forms.ChoiceField(label=_("Licence"), required=False)
    counted = forms.BooleanField(label=_("Counted as operating"), required=False)
    prospective = forms.BooleanField(label=_("Prospective tenants"), required=False)

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        park: Any = self.fields["park"]
        park.queryset, park.empty_label = scoped(Park.objects.all(), actor), _("All parks")
        licence: Any = self.fields["light"]
        licence.choices = [("", _("All")), *Light.choices]


class TenancyForm(RowForm):
    """A stay: where, from when to when, on how many square metres."""

    class Meta:
        model = Tenancy
        fields = ("prospective", "entered_on", "left_on", "site", "floor_area")
        field_classes = {
            "entered_on": ChineseDateField,
            "left_on": ChineseDateField,
            "floor_area": ChineseDecimalField,
        }
        help_texts = {
            "left_on": _("The last day in the park. Leave it empty while the tenant is there."),
            "prospective": _("A tenant to come: it counts for committed figures only."),
        }

    def __init__(self, park: Park, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        site: Any = self.fields["site"]
        site.queryset = park.sites.all()
        self.park = park


class EnterForm(TenancyForm):
    """A new tenant: the agency by its credit code, and its stay."""

    credit_code = CreditCodeField(label=_("credit code"), max_length=40)
    name = forms.CharField(label=_("name"), max_length=80)
    kind = forms.ChoiceField(label=_("kind"), choices=Agency.Kind.choices)
    licence_number = forms.CharField(
        label=_("number of its licence or filing"),
        max_length=60,
        required=False,
        help_text=_("Leave it empty where the agency's licence is on record, or none is needed."),
    )
    licence_kind = forms.ChoiceField(
        label=_("kind of licence"), choices=Licence.Kind.choices, required=False
    )
    issued_on = ChineseDateField(label=_("issued on"), required=False)
    expires_on = ChineseDateField(label=_("expires on"), required=False)

    AGENCY = ("credit_code", "name", "kind")
    field_order = (*AGENCY, "licence_number", "licence_kind", "issued_on", "expires_on")

    @property
    def agency_values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.AGENCY}

    @property
    def licence(self) -> dict[str, Any] | None:
        """The licence that was typed; None without a number."""
        typed = self.cleaned_data
        if not typed["licence_number"]:
            return None
        return {
            "kind": typed["licence_kind"] or Licence.Kind.PERMIT,
            "number": typed["licence_number"],
            "issued_on": typed["issued_on"],
            "expires_on": typed["expires_on"],
        }


class AgencyForm(RowForm):
    """What an agency is, for all parks that know it."""

    class Meta:
        model = Agency
        fields = ("name", "kind")


class LicenceForm(RowForm):
    """A licence or a filing."""

    class Meta:
        model = Licence
        fields = ("kind", "number", "issued_on", "expires_on")
        field_classes = {"issued_on": ChineseDateField, "expires_on": ChineseDateField}
        help_texts = {"expires_on": _("Leave it empty when none is printed on it.")}


class FigureForm(RowForm):
    """What a tenant earned in one year."""

    class Meta:
        model = AnnualFigure
        fields = ("gross_revenue", "net_revenue")
        field_classes = {
            "gross_revenue": ChineseDecimalField,
            "net_revenue": ChineseDecimalField,
        }
        help_texts = {
            "gross_revenue": _("In yuan; 12.5万 is read as 125000. Empty means unknown, not zero.")
        }


class RosterForm(forms.Form):
    """A roster to upload."""

    file = forms.FileField(
        label=_("Workbook (xlsx) or csv"),
        help_text=_("At most 50 MB and 20,000 rows, without macros, formulas or a password."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,text/csv"}),
    )
    year = forms.IntegerField(label=_("Year of the revenues"), min_value=2000, initial=last_year)

    def clean_year(self) -> int:
        year: int = self.cleaned_data["year"]
        if year > timezone.localdate().year:
            raise forms.ValidationError(_("This year has not begun yet."))
        return year
