"""Interests of experts: which expert, in what, since when."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from casework import queries
from casework.forms.moves import paragraph
from parks.models import Park
from records.actor import Actor
from records.fields import ChineseDateField, half_width

EMPTY: Final = ("", "---------")


class InterestForm(forms.Form):
    """`cleaned_data["concern"]` is the park or organisation; `expert` is who has the interest."""

    since = ChineseDateField(label=_("Since"), initial=timezone.localdate)
    reason = paragraph(
        _("Interest"),
        rows=2,
        max_length=200,
        help_text=_("Employment, kinship or business with the applicant or the park."),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor


class RecordForm(InterestForm):
    """The reviewer chooses from the bureau's pool and from what lies in its scope."""

    expert = forms.ModelChoiceField(User.objects.none(), label=_("Expert"))
    concern = forms.ChoiceField(label=_("Park or organisation"))
    field_order = ("expert", "concern", "since", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parks, organisations = queries.concerns(self.actor)
        self.known: dict[str, Organisation | Park] = {f"park-{park.pk}": park for park in parks}
        count = len(self.known)
        self.known |= {f"organisation-{each.pk}": each for each in organisations}
        named = [(key, str(each)) for key, each in self.known.items()]
        expert: Any = self.fields["expert"]
        concern: Any = self.fields["concern"]
        expert.queryset = queries.experts_of(self.actor)
        concern.choices = [
            EMPTY,
            (gettext("Parks"), named[:count]),
            (gettext("Organisations"), named[count:]),
        ]

    def clean_concern(self) -> Organisation | Park:
        return self.known[self.cleaned_data["concern"]]


class DeclarationForm(InterestForm):
    """The expert, who sees no register, writes the name in full."""

    concern = forms.CharField(
        label=_("Park or organisation"),
        max_length=80,
        help_text=_("Its full name or its credit code."),
    )
    field_order = ("concern", "since", "reason")

    def clean_concern(self) -> Organisation | Park:
        found = queries.concern_named(self.actor, half_width(self.cleaned_data["concern"]))
        if found is None:
            raise ValidationError(
                _("No park or organisation of this name is on record; ask the bureau.")
            )
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        return cleaned | {"expert": queries.experts_of(self.actor).first()}


class EndInterestForm(forms.Form):
    until = ChineseDateField(
        label=_("Last day"),
        initial=timezone.localdate,
        help_text=_("From the next day on the expert may be drawn again."),
    )
