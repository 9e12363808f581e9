"""A row's past as people read it: who changed which field when, from the audit trail."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from parks.queries import service_options
from records.models import AuditEntry
from records.queries import differences
from records.templatetags.said import said
from records.templatetags.shown import day, yuan
from records.words import field_of, word

#: What a field that holds keys of the law shows for them, by the field's label.
_words: dict[str, Callable[[], Mapping[str, str]]] = {}


def name_values(field: str, words: Callable[[], Mapping[str, str]]) -> None:
    """Say what the keys in a field ("app.Model.field") read as, from ``AppConfig.ready``."""
    _words[field] = words


@dataclass(frozen=True)
class FieldChange:
    """A field's name and its values, in words; "" where there was none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One entry of the trail, its fields under the names that the pages use."""

    at: datetime
    who: str
    organisation: str
    action: str
    label: str
    fields: list[FieldChange]


def changes(entries: Iterable[AuditEntry]) -> list[Change]:
    """The entries in the words of the pages."""
    return [
        Change(
            entry.at,
            entry.name,
            entry.organisation,
            word(entry.action),
            entry.label,
            list(_fields(entry)),
        )
        for entry in entries
    ]


def _fields(entry: AuditEntry) -> Iterator[FieldChange]:
    for found in differences(entry):
        if found.changed or not entry.before:
            field = field_of(entry.object_kind, found.name, (found.before, found.after))
            name = capfirst(str(field.verbose_name)) if field else found.name
            yield FieldChange(str(name), _shown(field, found.before), _shown(field, found.after))


def _shown(field: "models.Field[Any, Any] | None", value: Any) -> str:
    """A value as the trail keeps it, in words."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        names = {option.key: said(option) for option in service_options()}
        return "、".join(names.get(each, str(each)) for each in value)
    if isinstance(field, models.DateField):
        return day(date.fromisoformat(value))
    if isinstance(field, models.DecimalField):
        return yuan(Decimal(value))
    return str(_choices(field).get(value, value)) if field else str(value)


def _choices(field: "models.Field[Any, Any]") -> Mapping[Any, Any]:
    """The field's own choices, else what was registered for keys of the law."""
    registered = _words.get(str(field))
    return registered() if registered else dict(field.flatchoices)
