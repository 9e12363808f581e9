"""Cases change while somebody types: a form carries the versions that the person read."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict

from casework.models import Case


class CaseForm(forms.Form):
    """About one case, at the version that the person read."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def at_version(self, version: int) -> None:
        """Let what was typed be sent again, now against what the person has just been told."""
        _send_again(self, {"version": version})


class CasesForm(forms.Form):
    """About several cases, each at the version that the person read."""

    def __init__(self, *args: Any, cases: Sequence[Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = cases
        for case in cases:
            self.fields[_field(case)] = forms.IntegerField(
                widget=forms.HiddenInput, initial=case.version, required=False
            )

    def versions(self) -> dict[int, int]:
        """By the case's id; 0, which no case has, where the page did not say."""
        return {case.pk: self.cleaned_data[_field(case)] or 0 for case in self.about}

    def at_versions(self) -> None:
        """Let what was typed be sent again, against the cases as they stand now."""
        _send_again(self, {_field(case): case.version for case in self.about})


def _field(case: Case) -> str:
    return f"version_{case.pk}"


def _send_again(form: forms.Form, now: Mapping[str, int]) -> None:
    typed = cast(QueryDict, form.data).copy()
    for name, version in now.items():
        typed[name] = str(version)
    form.data = typed
