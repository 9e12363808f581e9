"""What people type into this app's pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from records.calendar_rows import decoded, read_rows
from records.fields import ChineseDateField


class AuditFilter(forms.Form):
    """Which entries the auditor wants to see; every field is optional."""

    person = forms.CharField(label=_("Person"), required=False, max_length=150)
    action = forms.ChoiceField(label=_("Action"), required=False)
    object_kind = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60)
    object_id = forms.CharField(label=_("Object's number"), required=False, max_length=40)
    since = ChineseDateField(label=_("From"), required=False)
    until = ChineseDateField(label=_("Until"), required=False)

    def __init__(self, *args: Any, actions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].choices = [("", _("All")), *actions]  # type: ignore[attr-defined]


class CalendarYearForm(forms.Form):
    """The days of one year as lines, typed or from a file; ``version`` is what was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    source = forms.CharField(
        label=_("Announced by"), max_length=200, help_text=_("The notice's title or number.")
    )
    rows = forms.CharField(
        label=_("Days"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false"}),
        help_text=_(
            "One day a line: date, off or work (休 or 班), name in Chinese, name in English; "
            "separated by commas, semicolons or tabs."
        ),
    )
    file = forms.FileField(
        label=_("Or a CSV file"),
        required=False,
        help_text=_("The file replaces the lines above."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv,text/plain"}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file = data.get("file")
        try:
            data["days"] = read_rows(decoded(file.read()) if file else data.get("rows", ""))
        except forms.ValidationError as error:
            self.add_error("file" if file else "rows", error)
        return data
