"""A row's past as people read it: who changed which field when, from the audit trail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst

from records.models import AuditEntry
from records.queries import Difference, differences
from records.words import word


@dataclass(frozen=True)
class Change:
    """One entry of the trail, its fields under the names that the pages use."""

    at: datetime
    who: str
    organisation: str
    action: str
    label: str
    fields: list[tuple[str, Difference]]


def changes(entries: Iterable[AuditEntry]) -> list[Change]:
    """The entries in the words of the pages."""
    return [
        Change(
            entry.at,
            entry.name,
            entry.organisation,
            word(entry.action),
            entry.label,
            [(field_name(entry.object_kind, d.name), d) for d in differences(entry)],
        )
        for entry in entries
    ]


def field_name(kind: str, name: str) -> str:
    """A field's name in the active language; a key that is no field stays as it is."""
    try:
        field: Any = apps.get_model(kind)._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return name
    return str(capfirst(str(getattr(field, "verbose_name", name))))
