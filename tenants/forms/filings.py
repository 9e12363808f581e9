"""The forms of filings: what they say besides the register."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from records.fields import ChineseDateField


def several_lines(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=500, widget=forms.Textarea(attrs={"rows": 2}), **more
    )


class FileForm(forms.Form):
    """What a filing says besides the register: why it is late, and a remark."""

    late_reason = several_lines(_("Reason for the delay"))
    remark = several_lines(_("Remark to the bureau"), required=False)

    def __init__(self, *args: Any, is_late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_late:
            del self.fields["late_reason"]


class SupplementForm(forms.Form):
    """A returned filing: the same words again, at the version that the person read."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    late_reason = several_lines(_("Reason for the delay"), required=False)
    remark = several_lines(_("Remark to the bureau"), required=False)

    @property
    def values(self) -> dict[str, str]:
        return {name: self.cleaned_data[name].strip() for name in ("late_reason", "remark")}


class CorrectionForm(forms.Form):
    """Why an acknowledged filing is filed anew."""

    remark = several_lines(_("What is corrected, and why"))


class EarlierForm(forms.Form):
    """Where it is written that something was filed before the system."""

    document = forms.CharField(
        label=_("Document"), max_length=120, help_text=_("The number on the paper.")
    )
    filed_on = ChineseDateField(label=_("Filed on paper on"))


class FilingBookForm(forms.Form):
    """A filled sheet to upload."""

    file = forms.FileField(
        label=_("Workbook (xlsx) or csv"),
        help_text=_("At most 50 MB and 20,000 rows, without macros, formulas or a password."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,text/csv"}),
    )
