"""The forms of what is on record against agencies, of orders, and of premises."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.editing import RowForm
from records.fields import ChineseDateField, ChineseDecimalField
from records.templatetags.said import said
from rules.standing import Bar
from tenants.forms.register import CreditCodeField
from tenants.models import AdverseRecord, Agency, Lease, Order, Tenancy, Transfer


class AdverseForm(forms.Form):
    """What is put on record against an agency, by its credit code."""

    credit_code = CreditCodeField(label=_("credit code"), max_length=40)
    name = forms.CharField(label=_("name"), max_length=80)
    kind = forms.ChoiceField(label=_("kind"), choices=Agency.Kind.choices)
    key = forms.ChoiceField(label=_("what is on record"))
    document = forms.CharField(label=_("document"), max_length=120)
    since = ChineseDateField(label=_("since"))
    evidence = forms.FileField(label=_("Evidence"), required=False)

    def __init__(self, bars: Iterable[Bar], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        key: Any = self.fields["key"]
        key.choices = [(bar.key, said(bar)) for bar in bars]

    def part(self, *names: str) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in names}


class AdverseChangeForm(RowForm):
    """A record corrected, or lifted."""

    class Meta:
        model = AdverseRecord
        fields = ("document", "since", "ended_on")
        field_classes = {"since": ChineseDateField, "ended_on": ChineseDateField}


class OrderForm(RowForm):
    """An order to a tenant, with the day that the officer sets."""

    paper = forms.FileField(label=_("Paper of the order"), required=False)

    class Meta:
        model = Order
        fields = ("kind", "cause", "finding", "document", "due_on")
        labels = {"document": _("Document number")}
        field_classes = {"due_on": ChineseDateField}
        widgets = {"finding": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, causes: Iterable[Bar], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(cause.key, said(cause)) for cause in causes]
        self.fields["cause"] = forms.ChoiceField(label=_("cause"), choices=choices)


class SettleForm(RowForm):
    """What became of an order."""

    class Meta:
        model = Order
        fields = ("outcome", "settled_on", "note")
        field_classes = {"settled_on": ChineseDateField}
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("outcome", "settled_on"):
            self.fields[name].required = True


class LeaseForm(RowForm):
    """One lease of a stay."""

    class Meta:
        model = Lease
        fields = ("number", "starts_on", "ends_on", "floor_area", "annual_rent")
        field_classes = {
            "starts_on": ChineseDateField,
            "ends_on": ChineseDateField,
            "floor_area": ChineseDecimalField,
            "annual_rent": ChineseDecimalField,
        }
        help_texts = {"annual_rent": _("In yuan; 12.5万 is read as 125000.")}


class TransferForm(RowForm):
    """A move to another site of the park."""

    class Meta:
        model = Transfer
        fields = ("to_site", "moved_on", "area_after")
        field_classes = {"moved_on": ChineseDateField, "area_after": ChineseDecimalField}

    def __init__(self, tenancy: Tenancy, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = tenancy.version
        site: Any = self.fields["to_site"]
        others = tenancy.park.sites.filter(closed_on__isnull=True)
        site.queryset = others.exclude(pk=tenancy.site_id or 0)
