"""The forms of returns, targets and standing duties."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.editing import RowForm
from records.fields import ChineseDateField, ChineseDecimalField, CountField
from returns.checks import OF_AGENCY, OF_PARK
from returns.models import MonthlyReturn, ReturnLine, Target
from returns.queries import MINE
from tenants.models import Tenancy

MONEY = ("gross_revenue", "net_revenue", "tax")
#: Signs that a cell of the agencies' table is wide.
NARROW = 12
#: The years that a target may be set for [the system's own limits].
FIRST_YEAR, LAST_YEAR = 2000, 2100
#: What a column of counts holds at most.
LARGEST = 2_147_483_647


def _field(name: str, label: str) -> forms.Field:
    if name in MONEY:
        return ChineseDecimalField(
            label=label, required=False, min_value=0, max_digits=16, decimal_places=2
        )
    return CountField(label=label, required=False, max_value=LARGEST)


class DutyFilter(forms.Form):
    """What the list of duties is narrowed to."""

    name = forms.CharField(label=_("Park or operator"), required=False, max_length=60)
    done = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=(
            ("", _("what is owed")),
            (MINE, _("what waits for me")),
            ("1", _("what was done")),
        ),
    )


class MonthForm(RowForm):
    """The park's figures of the month, and under each agency's key its own."""

    class Meta:
        model = MonthlyReturn
        fields = (*OF_PARK, "explanation")
        widgets = {"explanation": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, tenants: Iterable[Tenancy], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tenants = list(tenants)
        for name in OF_PARK:
            self.fields[name] = _field(name, label_of(MonthlyReturn, name))
        self.order_fields([*OF_PARK, "explanation"])
        lines = self.instance.lines.all() if self.instance.pk else ()
        known = {line.tenancy_id: line for line in lines}
        for tenancy in self.tenants:
            for name in OF_AGENCY:
                key, label = f"{tenancy.pk}-{name}", label_of(ReturnLine, name)
                self.fields[key] = field = _field(name, f"{tenancy.agency}: {label}")
                field.widget.attrs["size"] = NARROW
                self.initial[key] = getattr(known.get(tenancy.pk), name, None)

    @classmethod
    def kept(cls, tenants: Iterable[Tenancy], month: MonthlyReturn) -> "MonthForm":
        """The form as if what is on record had just been typed, to say at a field what is wrong."""
        empty = cls(tenants, instance=month)
        told = {name: empty[name].value() for name in empty.fields}
        form = cls(
            empty.tenants, {k: "" if v is None else v for k, v in told.items()}, instance=month
        )
        form.full_clean()
        return form

    @property
    def lines(self) -> dict[int, dict[str, Any]]:
        """The agencies' figures by tenancy."""
        return {
            each.pk: {name: self.cleaned_data[f"{each.pk}-{name}"] for name in OF_AGENCY}
            for each in self.tenants
        }

    def of_park(self, before: MonthlyReturn | None) -> list[tuple[forms.BoundField, Any]]:
        """Each figure with that of the month before."""
        return [(self[name], getattr(before, name, None)) for name in OF_PARK]

    def of_agencies(self) -> list[tuple[Tenancy, list[tuple[str, forms.BoundField]]]]:
        """Each agency with its figures under their headings."""
        heads = [(name, label_of(ReturnLine, name)) for name in OF_AGENCY]
        return [
            (each, [(head, self[f"{each.pk}-{name}"]) for name, head in heads])
            for each in self.tenants
        ]


def label_of(model: Any, name: str) -> str:
    return str(model._meta.get_field(name).verbose_name)


class ReasonForm(forms.Form):
    """Why a return goes back."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("What must be put right"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class DoneForm(forms.Form):
    """That a duty was done, when, and its proof."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = ChineseDateField(label=_("done on"))
    note = forms.CharField(label=_("note"), max_length=500, required=False)
    proof = forms.FileField(label=_("File"), required=False)


class StandingForm(forms.Form):
    """What was there or done for a standing duty."""

    on = ChineseDateField(label=_("date"))
    text = forms.CharField(
        label=_("what was there or done"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    proof = forms.FileField(label=_("File"), required=False)


class TargetForm(forms.Form):
    """One target of one year."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    year = forms.IntegerField(label=_("year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    figure = forms.ChoiceField(label=_("figure"), choices=Target.Figure.choices)
    value = ChineseDecimalField(label=_("target"), max_digits=16, decimal_places=2)
    document = forms.CharField(label=_("document"), max_length=120, required=False)
