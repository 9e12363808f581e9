"""One form for each action: what the act needs besides the case, and nothing else."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.forms.versions import CaseForm
from casework.kinds import kind_of, name_of
from casework.models import Case, OutsidePaper
from casework.rounds import deciding_paper
from casework.seats import procedure_of, stage_of
from records.fields import ChineseDateField
from records.templatetags.said import said
from rules.procedure import Move

#: Names and numbers as long as the database keeps them.
DEFECT_LENGTH, NUMBER_LENGTH, NAME_LENGTH = 500, 60, 120
#: Characters of an opinion [the system's own limit]: more does not fit the official form.
OPINION_LENGTH = 2_000


def paragraph(label: Any, *, required: bool = True, rows: int = 4, **more: Any) -> forms.CharField:
    """A field for several lines of text."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=widget, **more)


class MoveForm(CaseForm):
    """Any move: a token against doing it twice, and an opinion."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64)
    opinion = paragraph(_("Opinion"), required=False, max_length=OPINION_LENGTH)

    def __init__(self, *args: Any, case: Case, move: Move | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case, self.move = case, move
        self.stage = stage_of(case)
        self.heads = self.stage.heads if move and "heads_answered" in move.guards else ()
        for head in self.heads:
            self.fields[f"head_{head.key}"] = paragraph(
                said(head), rows=3, max_length=OPINION_LENGTH
            )
        if self.heads:
            self.order_fields([name for name in self.fields if name != "opinion"])
        if move and move.opinion:
            self.fields["opinion"].required = True
            self.fields["opinion"].error_messages["required"] = gettext(
                "Write the opinion first: this step needs one."
            )

    def move_data(self) -> dict[str, Any]:
        """The act's `data`, in the shape in which steps keep it."""
        heads = {head.key: self.cleaned_data[f"head_{head.key}"] for head in self.heads}
        return {"heads": heads} if heads else {}


class ReturnForm(MoveForm):
    """退回补正: every defect at once, a text for each section that has one."""

    answer_by = ChineseDateField(
        label=_("Supplement by"), required=False, help_text=_("The applicant sees this date.")
    )
    opinion = paragraph(_("Remark to the applicant"), required=False, max_length=OPINION_LENGTH)
    field_order = ("version", "token")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = kind_of(self.case).sections(self.case)
        for key, label in self.sections:
            self.fields[f"defect_{key}"] = paragraph(
                label, required=False, rows=2, max_length=DEFECT_LENGTH
            )
        last = ("answer_by", "opinion")
        self.order_fields([name for name in self.fields if name not in last] + list(last))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not self._defects():
            raise forms.ValidationError(
                _("List every defect first: a return for supplement names all of them at once.")
            )
        return cleaned

    def move_data(self) -> dict[str, Any]:
        day = self.cleaned_data["answer_by"]
        return {"defects": self._defects()} | ({"answer_by": day.isoformat()} if day else {})

    def _defects(self) -> list[dict[str, str]]:
        named = [(key, self.cleaned_data.get(f"defect_{key}", "")) for key, _label in self.sections]
        return [{"section": key, "text": text} for key, text in named if text]


class PaperForm(MoveForm):
    """A document's number and day."""

    document_number = forms.CharField(label=_("Document number"), max_length=NUMBER_LENGTH)
    decided_on = ChineseDateField(label=_("Decided on"), initial=timezone.localdate)
    field_order: Sequence[str] = ("version", "token", "document_number", "decided_on")

    def move_data(self) -> dict[str, Any]:
        kept = [name for name in ("document_number", "outcome", "name") if name in self.fields]
        data = {name: self.cleaned_data[name] for name in kept}
        day = self.cleaned_data.get("decided_on")
        return super().move_data() | data | ({"decided_on": day.isoformat()} if day else {})


class RecordForm(PaperForm):
    """登记: a paper from outside, and what it says where it decides."""

    decided_on = ChineseDateField(label=_("Dated"))
    outcome = forms.ChoiceField(
        label=_("Conclusion of the paper"),
        choices=OutsidePaper.Outcome.choices,
        widget=forms.RadioSelect,
    )
    opinion = paragraph(_("Remark"), required=False, max_length=OPINION_LENGTH)
    field_order = ("version", "token", "document_number", "decided_on", "outcome", "opinion")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = self.stage.record
        if not (self.record and self.record.decides):
            del self.fields["outcome"]


class RefuseForm(PaperForm):
    """不予认定: under a document, on a day, with reasons.

    Where the document came from outside, `paper` is it, and nothing of it is asked again.
    """

    field_order = ("version", "token", "document_number", "decided_on", "name", "opinion")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.paper = deciding_paper(self.case)
        if self.stage.document_of:
            del self.fields["document_number"], self.fields["decided_on"]


class ApproveForm(RefuseForm):
    """同意: a recognition gives a name too, with the law's prefix where it prints one."""

    name = forms.CharField(label=_("Name that the decision gives"), max_length=NAME_LENGTH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].initial = proposed_name(self.case)
        if not gives_name(self.case):
            del self.fields["name"]


class BasisForm(CaseForm):
    """继续适用依据: which document allows to go on under an edition that has ended, and why."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64)
    document = forms.CharField(label=_("Document it rests on"), max_length=120)
    reason = paragraph(_("Reason"), rows=3, max_length=500)


FORMS: dict[str, type[MoveForm]] = {
    "return_for_supplement": ReturnForm,
    "record": RecordForm,
    "refuse": RefuseForm,
    "approve": ApproveForm,
}


def form_for(action: str, *args: Any, **kwargs: Any) -> MoveForm:
    return FORMS.get(action, MoveForm)(*args, **kwargs)


def gives_name(case: Case) -> bool:
    """Whether the approval names the park; others leave its name as it is."""
    return procedure_of(case).grants == "recognition"


def proposed_name(case: Case) -> str:
    """The park's name with the procedure's prefix, where it does not begin with it anyway."""
    name = name_of(case)
    prefix = procedure_of(case).name_prefix
    return name if name.startswith(prefix) else f"{prefix}{name}"
