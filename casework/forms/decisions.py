"""Deciding several cases at one meeting."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.forms.moves import (
    NAME_LENGTH,
    NUMBER_LENGTH,
    OPINION_LENGTH,
    gives_name,
    paragraph,
    proposed_name,
)
from casework.forms.versions import CaseForm, CasesForm
from casework.models import Case
from records.fields import ChineseDateField


class CorrectionForm(CaseForm):
    """更正: the new document with the name that it gives; the outcome stays."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64)
    document_number = forms.CharField(
        label=_("Document number of the correction"), max_length=NUMBER_LENGTH
    )
    decided_on = ChineseDateField(label=_("Corrected on"), initial=timezone.localdate)
    name = forms.CharField(label=_("Name that the decision gives"), max_length=NAME_LENGTH)
    reasons = paragraph(_("What is corrected, and why"))


class MeetingForm(CasesForm):
    """One document number for all; for an approval a name for each case."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64)
    document_number = forms.CharField(label=_("Document number"), max_length=NUMBER_LENGTH)
    decided_on = ChineseDateField(label=_("Decided on"), initial=timezone.localdate)
    opinion = paragraph(_("Opinion"), required=False, max_length=OPINION_LENGTH)

    def __init__(self, *args: Any, cases: list[Case], action: str, **kwargs: Any) -> None:
        super().__init__(*args, cases=cases, **kwargs)
        self.action = action
        for case in cases:
            if action == "approve" and gives_name(case):
                self.fields[f"name_{case.pk}"] = forms.CharField(
                    label=gettext("Name for %(case)s") % {"case": case},
                    max_length=NAME_LENGTH,
                    initial=proposed_name(case),
                )
        self.fields["opinion"].required = action == "refuse"
        self.order_fields([name for name in self.fields if name != "opinion"])

    def names(self) -> dict[int, str]:
        return {case.pk: self.cleaned_data.get(f"name_{case.pk}", "") for case in self.about}

    def decision(self) -> dict[str, str]:
        return {
            "document_number": self.cleaned_data["document_number"],
            "decided_on": self.cleaned_data["decided_on"].isoformat(),
        }
