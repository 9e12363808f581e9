"""The forms of a park's archive."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.editing import RowForm
from accounts.models import Area, Organisation
from accounts.scope import scoped
from parks.models import Park, Site
from parks.queries import service_options
from records.actor import Actor
from records.fields import ChineseDateField, ChineseDecimalField, PhoneField
from records.templatetags.said import said

FACTS = (
    "name", "address", "contact", "phone", "ownership", "registered_on", "invested", "land_area",
    "full_time_staff", "part_time_staff", "construction", "mode", "services",
)  # fmt: skip


class ParkFilter(forms.Form):
    """What a list of parks is narrowed to."""

    name = forms.CharField(label=_("Park or operator"), required=False, max_length=60)
    area = forms.ModelChoiceField(label=_("Area"), required=False, queryset=Area.objects.none())

    def __init__(self, areas: QuerySet[Area], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["area"]
        field.queryset, field.empty_label = areas, _("All areas")


class ParkForm(RowForm):
    """The facts of a park, as the approval form asks for them."""

    services = forms.MultipleChoiceField(
        label=_("services offered"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Park
        fields: tuple[str, ...] = FACTS
        field_classes = {
            "phone": PhoneField,
            "registered_on": ChineseDateField,
            "invested": ChineseDecimalField,
            "land_area": ChineseDecimalField,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        services: Any = self.fields["services"]
        services.choices = [(option.key, said(option)) for option in service_options()]


class NewParkForm(ParkForm):
    """A new park also needs its area and its operator."""

    class Meta(ParkForm.Meta):
        fields: tuple[str, ...] = ("area", "operator", *FACTS)

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area: Any = self.fields["area"]
        operator: Any = self.fields["operator"]
        area.queryset = scoped(Area.objects.all(), actor)
        operator.queryset = scoped(
            Organisation.objects.filter(kind=Organisation.Kind.OPERATOR), actor
        )


class TakeOverForm(forms.Form):
    """A workbook of parks to take over."""

    file = forms.FileField(
        label=_("Workbook of parks (xlsx)"),
        help_text=_("At most 50 MB and 20,000 rows, without macros, formulas or a password."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


class DocumentForm(forms.Form):
    """A scan of a deciding document."""

    file = forms.FileField(
        label=_("Scan (PDF, OFD, JPG or PNG)"),
        help_text=_("At most 50 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.ofd,.jpg,.jpeg,.png"}),
    )


class SiteForm(RowForm):
    """The core park or a branch site."""

    class Meta:
        model = Site
        fields = (
            "name", "is_core", "address", "floor_area", "public_service_area", "opened_on",
            "closed_on",
        )  # fmt: skip
        field_classes = {
            "floor_area": ChineseDecimalField,
            "public_service_area": ChineseDecimalField,
            "opened_on": ChineseDateField,
            "closed_on": ChineseDateField,
        }
        help_texts = {
            "closed_on": _("The site's last day. Leave it empty while the site is open."),
        }


class PlaqueForm(forms.Form):
    """When the plaque was given."""

    day = ChineseDateField(label=_("plaque given on"))
