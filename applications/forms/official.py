"""The official form as a form of the browser, made from the fields that its annex prints."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.forms.fields import AmountField
from records.fields import ChineseDateField, CountField
from records.templatetags.said import said
from rules.fields import Form, FormField

LONGEST = 120


class DayField(ChineseDateField):
    """A date, stored as ISO text."""

    def clean(self, value: Any) -> str | None:
        read: date | None = super().clean(value)
        return read.isoformat() if read else None


class OfficialForm(forms.Form):
    """A draft of the form: a wrong answer is refused, a missing one only named later."""

    use_required_attribute = False
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, plan: Form, answers: dict[str, Any], **kwargs: Any) -> None:
        kwargs["initial"] = {**answers, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.form = plan
        self.plan = [field for field in plan.fields if field.kind != "opinion"]
        for field in self.plan:
            self.fields[field.key] = answer_field(field)

    def clean(self) -> dict[str, Any]:
        read = super().clean() or {}
        for name, errors in list(self.errors.items()):
            if name != "seen" and all(error.code == "required" for error in errors.as_data()):
                del self.errors[name]
                read[name] = None
        for late in self.form.misdated(read):
            self.add_error(late.key, _("The end cannot be before the beginning."))
        return read

    def answers(self) -> dict[str, Any]:
        """What was written without fault, by field."""
        read = self.cleaned_data
        return {field.key: read[field.key] for field in self.plan if field.key in read}


def answer_field(field: FormField) -> forms.Field:
    """The field that takes this cell of the official form."""
    common: dict[str, Any] = {"label": _label(field), "required": field.required}
    options = [(option.key, said(option)) for option in field.options]
    if field.kind == "choice":
        return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **common)
    if field.kind == "choices":
        widget = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=options, widget=widget, **common)
    if field.kind == "date":
        return DayField(**common)
    if field.kind == "count":
        return CountField(**common)
    if field.kind in ("money", "area"):
        return AmountField(**common)
    return forms.CharField(max_length=LONGEST, **common)


def _label(field: FormField) -> str:
    if not field.unit:
        return said(field)
    return _("%(label)s (%(unit)s)") % {"label": said(field), "unit": field.unit}
