"""What the pages that change a row share: the form with its version, and the call of the act."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from records import Refused, Stale
from records.actor import Actor
from records.acts import record_refusal

M = TypeVar("M", bound=Model)


class RowForm(forms.ModelForm, Generic[M]):
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
        self.data = self.data.copy()  # type: ignore[union-attr]
        self.data["version"] = str(self.instance.version)  # type: ignore[index]


def attempt(
    form: forms.Form | RowForm[Any], actor: Actor, action: str, act: Callable[[], Any]
) -> Any:
    """The act's result, or None with the reason in the form: beside its field where it has one.

    A refusal is recorded under `action`; a stale page shows what is on record now.
    """
    try:
        return act()
    except ValidationError as problem:
        form.add_error(None, problem)
    except Stale as stale:
        if isinstance(form, RowForm):
            form.show_newer()
        form.add_error(None, stale.reason)
    except Refused as refusal:
        row = getattr(form, "instance", None)
        record_refusal(actor, action, row if row is not None and row.pk else None, refusal.reason)
        form.add_error(None, refusal.reason)
    return None
