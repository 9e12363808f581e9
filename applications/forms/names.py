"""What a bureau found of somebody who uses a protected name."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.scope import scoped
from applications.acts.names import Found
from applications.models import NameFinding
from parks.models import Park
from records.actor import Actor
from records.fields import ChineseDateField

VERDICTS = (("yes", _("A violation")), ("no", _("No violation")))


class NameFindingForm(forms.Form):
    """Who used which words, when it was seen, and what was found of it."""

    subject = forms.CharField(label=_("Who uses the name"), max_length=120)
    name = forms.CharField(label=_("Words used"), max_length=120)
    what = forms.ChoiceField(
        label=_("What was found"), choices=NameFinding.What.choices, widget=forms.RadioSelect
    )
    park = forms.ModelChoiceField(
        label=_("Park"), required=False, queryset=Park.objects.none(), empty_label=_("None")
    )
    happened_on = ChineseDateField(label=_("Seen on"), initial=timezone.localdate)
    verdict = forms.ChoiceField(
        label=_("Is it a violation?"), choices=VERDICTS, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What was seen, what rests on which document, and what was done about it."),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        park: Any = self.fields["park"]
        park.queryset = scoped(Park.objects.all(), actor)

    def found(self, **about: Any) -> Found:
        """The record; `about` names the row of the register that bears the name."""
        read = dict(self.cleaned_data)
        return Found(is_violation=read.pop("verdict") == "yes", **read, **about)
