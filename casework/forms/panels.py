"""Experts and other organisations: convening, answering, stepping down."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from casework.forms.moves import paragraph
from casework.forms.versions import CaseForm
from casework.models import Consultation, PanelSeat
from records.fields import ChineseDateField
from records.templatetags.said import said
from rules.procedure import Stage


class PanelForm(CaseForm):
    """No regulation prints how many experts are heard: the bureau says it for each panel."""

    size = forms.IntegerField(
        label=_("Number of experts"),
        min_value=1,
        max_value=50,
        help_text=_("Drawn by lot among those free of interest in the case."),
    )
    due_on = ChineseDateField(label=_("Opinions by"))


class OpinionForm(forms.Form):
    """One conclusion, words for each head that the law names, and the opinion.

    Where the law sends the experts to the park, also their day there.
    """

    visited_on = ChineseDateField(label=_("Day at the park"))
    vote = forms.ChoiceField(
        label=_("Conclusion"), choices=PanelSeat.Vote.choices, widget=forms.RadioSelect
    )
    opinion = paragraph(_("Opinion"), rows=6)

    def __init__(self, *args: Any, stage: Stage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.heads = heads = stage.heads
        if not stage.on_site:
            del self.fields["visited_on"]
        for head in heads:
            self.fields[f"head_{head.key}"] = paragraph(said(head), rows=3)
        first = ("visited_on", *(f"head_{head.key}" for head in heads))
        self.order_fields([*first, "vote", "opinion"])

    def given_heads(self) -> dict[str, str]:
        return {head.key: self.cleaned_data[f"head_{head.key}"] for head in self.heads}


class RecusalForm(forms.Form):
    reason = paragraph(
        _("Interest in this case"),
        rows=2,
        max_length=200,
        help_text=_("Employment, kinship or business with the applicant or the park."),
    )


class ConsultForm(CaseForm):
    """The same question to several organisations, each of which answers once."""

    organisations = forms.ModelMultipleChoiceField(
        Organisation.objects.none(), label=_("Whom"), widget=forms.CheckboxSelectMultiple
    )
    question = paragraph(_("Question"))
    nobody = _(
        "No department or other organisation of your area is on record, so there is nobody to "
        "ask. An administrator adds one under “Organisations”."
    )
    due_on = ChineseDateField(label=_("Answer by"))

    def __init__(self, *args: Any, departments: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom = self.fields["organisations"]
        whom.queryset = departments  # type: ignore[attr-defined]
        self.has_choice = departments.exists()
        if not self.has_choice:
            whom.error_messages["required"] = self.nobody


class AnswerForm(forms.Form):
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)
    answer = forms.ChoiceField(
        label=_("Answer"), choices=Consultation.Answer.choices, widget=forms.RadioSelect
    )
    text = paragraph(_("Opinion"), rows=6)
