"""The form by which a procedure is begun: for which park, by whom, after which case."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from applications.queries.available import Offer
from casework.forms.versions import CaseForm
from parks.models import Park
from records.fields import number_of
from records.templatetags.said import said

Choices = list[tuple[str, str]]


class BeginForm(forms.Form):
    """Asks only what is open: one park, one title, one earlier case are no question.

    The act checks what was chosen.
    """

    use_required_attribute = False
    edition = forms.CharField(widget=forms.HiddenInput)
    procedure = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        first = {"edition": offer.law.key, "procedure": offer.procedure.key}
        ready = [choice.park for choice in offer.ready if choice.park]
        titles = [(title.key, capfirst(said(title))) for title in offer.procedure.applicant.titles]
        first["title"] = titles[0][0]
        if len(ready) == 1:
            first["park"] = str(ready[0].pk)
        kwargs |= {"initial": first, "auto_id": f"{offer.law.key}-{offer.procedure.key}-%s"}
        super().__init__(*args, **kwargs)
        if offer.procedure.has_park:
            self.fields["park"] = _park_field(ready)
        else:
            self.fields["park_name"] = forms.CharField(
                label=_("Name of the park to come"),
                max_length=Park._meta.get_field("name").max_length,
            )
        if len(titles) > 1:
            self.fields["title"] = forms.ChoiceField(
                label=_("Who applies"), choices=titles, widget=forms.RadioSelect
            )
        if len(offer.followed) > 1:
            earlier = [(str(case.pk), str(case)) for case in offer.followed]
            self.fields["follows"] = _one_of(_("Follows the approved case"), earlier)
        if len(offer.parents) > 1:
            self.fields["under"] = _one_of(_("Branch of"), _named(offer.parents))


class ParentForm(CaseForm):
    """Of which park it becomes a branch, chosen anew; the only one there is, is no question."""

    def __init__(self, *args: Any, parents: Sequence[Park], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parents = parents
        if len(parents) > 1:
            self.fields["under"] = _one_of(_("Branch of"), _named(parents))

    @property
    def chosen(self) -> int | None:
        return number_of(self.cleaned_data.get("under", "")) or None


def _park_field(ready: list[Park]) -> forms.Field:
    if len(ready) == 1:
        return forms.CharField(widget=forms.HiddenInput)
    return _one_of(_("Park"), _named(ready))


def _named(parks: Iterable[Park]) -> Choices:
    return [(str(park.pk), park.name) for park in parks]


def _one_of(label: Any, choices: Choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", "—"), *choices])
