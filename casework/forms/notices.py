"""Public notices, the objections to them, and the check of a document's code."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.moves import paragraph
from casework.forms.versions import CasesForm
from casework.models import Case, Objection
from records.fields import ChineseDateField, PhoneField

FILES = 5


class NoticeForm(CasesForm):
    """Which cases stand on the notice, and from when."""

    cases = forms.MultipleChoiceField(label=_("Cases"), widget=forms.CheckboxSelectMultiple)
    title = forms.CharField(label=_("Title"), max_length=120)
    text = paragraph(_("Text"), required=False)
    published_on = ChineseDateField(label=_("Published on"), initial=timezone.localdate)
    workdays = forms.IntegerField(
        label=_("Working days"),
        required=False,
        min_value=1,
        max_value=250,
        help_text=_("Empty: as many as the law says. The day of publication is not counted."),
    )

    def __init__(self, *args: Any, waiting: list[Case], **kwargs: Any) -> None:
        super().__init__(*args, cases=waiting, **kwargs)
        self.fields["cases"].choices = [  # type: ignore[attr-defined]
            (case.pk, str(case)) for case in waiting
        ]

    def versions(self) -> dict[int, int]:
        """Those of the chosen cases alone."""
        chosen = self.cleaned_data["cases"]
        return {pk: version for pk, version in super().versions().items() if str(pk) in chosen}


class WithdrawalForm(CasesForm):
    """Why the notice is taken back."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64)
    reason = paragraph(
        _("Reason"), rows=3, max_length=500, help_text=_("The public reads it beside the notice.")
    )


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files under one name, at most FILES of them."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [data] if isinstance(data, UploadedFile) else list(data or [])
        if len(files) > FILES:
            raise forms.ValidationError(_("Send at most five files."))
        return [super(ManyFilesField, self).clean(file, initial) for file in files]


class ObjectionForm(forms.Form):
    """异议: with a real name, a telephone and evidence, so that the bureau can ask and look."""

    name = forms.CharField(label=_("Your name"), max_length=40)
    phone = PhoneField(label=_("Telephone"), max_length=20)
    text = paragraph(_("Objection and facts"), rows=6, max_length=5000)
    proof = paragraph(
        _("Evidence: what proves it, and where it is to be found"),
        rows=3,
        max_length=2000,
        required=False,
        help_text=_("Describe the evidence here, or attach it below: one of the two is needed."),
    )
    evidence = ManyFilesField(
        label=_("Evidence as files"),
        required=False,
        help_text=_("PDF, picture, Word or Excel, at most five files of 50 MB each."),
    )


class FindingForm(forms.Form):
    state = forms.ChoiceField(
        label=_("Outcome of the objection"),
        choices=[choice for choice in Objection.State.choices if choice[0] != Objection.State.OPEN],
        widget=forms.RadioSelect,
    )
    finding = paragraph(_("Finding"))


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Verification code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Printed at the foot of the document."),
    )
