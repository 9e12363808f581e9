"""What the pages that change a row share: the form with its version, and the call of the act."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from records import Stale
from records.views.attempt import attempt as plain_attempt

T = TypeVar("T")


class RowForm(forms.ModelForm):
    """Reads a row's new values. Acts check and write, so nothing is put onto the instance here."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = getattr(self.instance, "version", 1)

    def _post_clean(self) -> None:
        """Leave the instance alone: Django would assign the values to it and check its rules."""

    @property
    def values(self) -> dict[str, Any]:
        """The cleaned values of the row's own fields."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}  # type: ignore[attr-defined]

    @property
    def seen_version(self) -> int:
        """The version the person saw; 0, which no row has, when the page did not say."""
        return self.cleaned_data.get("version") or 0

    def show_newer(self) -> None:
        """Beside each field that differs say what is on record now; saving again then counts."""
        self.instance.refresh_from_db()
        for name in self.Meta.fields:  # type: ignore[attr-defined]
            now = getattr(self.instance, name)
            if name in self.cleaned_data and self.cleaned_data[name] != now:
                shown = now if now not in (None, "") else "—"
                self.add_error(name, _("Now on record: %(value)s") % {"value": shown})
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["version"] = str(self.instance.version)  # type: ignore[index]


def attempt(request: HttpRequest, form: RowForm, action: str, act: Callable[[], T]) -> T | None:
    """The act's result; None where the form is wrong, the page stale or the act refuses.

    A stale page shows beside its fields what is on record now.
    """

    def acted() -> T:
        try:
            return act()
        except Stale:
            form.show_newer()
            raise

    row = form.instance if form.instance.pk else None
    return plain_attempt(request, form, action, row, acted)
