"""What the bureau found of committed figures."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.forms.fields import fact_field, typed
from applications.models import FollowUp
from applications.queries.follow_ups import Line


class FindingForm(forms.Form):
    """Each committed figure as it turned out, the result, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    result = forms.ChoiceField(
        label=_("Result of the check"), choices=FollowUp.Result.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, lines: list[Line], **kwargs: Any) -> None:
        first = {line.fact.key: typed(line.fact, _first(line)) for line in lines}
        kwargs["initial"] = {**first, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.facts = lines
        for line in lines:
            field = fact_field(line.fact, label=_("Actual figure"))
            field.required = True
            self.fields[line.fact.key] = field

    def found(self) -> dict[str, Any]:
        return {line.fact.key: self.cleaned_data[line.fact.key] for line in self.facts}

    def lines(self) -> list[tuple[Line, forms.BoundField]]:
        return [(line, self[line.fact.key]) for line in self.facts]


def _first(line: Line) -> Any:
    """What stands on record is found until the reviewer says otherwise."""
    return line.recorded if line.found is None else line.found
