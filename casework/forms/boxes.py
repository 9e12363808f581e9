"""What a list of cases can be narrowed by."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

import rules
from accounts.models import Area
from casework.models import Case
from records.templatetags.said import said


class BoxFilter(forms.Form):
    """Areas are left out for who sees one organisation's cases only."""

    q = forms.CharField(label=_("Number, matter or applicant"), required=False, max_length=60)
    area = forms.ModelChoiceField(
        Area.objects.none(), label=_("Area"), required=False, empty_label=_("All")
    )
    edition = forms.ChoiceField(label=_("Regulation"), required=False)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("All")), *Case.Status.choices]
    )

    def __init__(self, *args: Any, areas: QuerySet[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]
        if areas.query.is_empty():
            del self.fields["area"]
        editions = [(law.key, said(law)) for law in rules.editions()]
        self.fields["edition"].choices = [("", _("All")), *editions]  # type: ignore[attr-defined]
