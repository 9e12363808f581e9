"""The reviewer's answers: a judgement, a waiver."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.queries.tree import Node

FINDINGS = (("met", _("Met")), ("not_met", _("Not met")))


class AnswerForm(forms.Form):
    """About one leaf. Left empty as a whole, it answers nothing."""

    use_required_attribute = False
    reason = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    document = forms.CharField(label=_("Name and number of the document"), max_length=120)

    def __init__(self, *args: Any, node: Node, **kwargs: Any) -> None:
        # The leaf's id is part of the names, so that many forms stand on one page.
        super().__init__(*args, **(kwargs | {"prefix": node.id}))
        self.node = node


class JudgementForm(AnswerForm):
    finding = forms.ChoiceField(label=_("Finding"), choices=FINDINGS, widget=forms.RadioSelect)

    field_order = ("finding", "reason", "document")


class WaiverForm(AnswerForm):
    value = forms.CharField(label=_("Relaxed figure"), max_length=30, required=False)

    field_order = ("value", "reason", "document")

    def __init__(self, *args: Any, node: Node, **kwargs: Any) -> None:
        super().__init__(*args, node=node, **kwargs)
        if not node.relaxable:
            del self.fields["value"]
