"""The official forms of all editions."""

from rules.errors import UnknownKey
from rules.fields import FieldKind, Form, FormField, Option
from rules.registry import editions

__all__ = ["FieldKind", "Form", "FormField", "Option", "form"]


def form(key: str) -> Form:
    """The form of that key. Raises UnknownKey."""
    for edition in editions():
        for each in edition.forms:
            if each.key == key:
                return each
    raise UnknownKey(f"unknown form: {key}")
