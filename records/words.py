"""Readable names for the codes in the audit trail, each registered by the app that writes it.

A code is an action ("casework.submit") or a role ("role.officer"). Registered in
``AppConfig.ready``; an unknown code is shown as it is.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db.models import Field
from django.utils.functional import Promise
from django.utils.text import capfirst

_words: dict[str, str | Promise] = {}


def register(words: Mapping[str, str | Promise]) -> None:
    _words.update(words)


def word(code: str) -> str:
    return str(_words.get(code, code))


def actions() -> list[tuple[str, str]]:
    """All known actions with their names, for a choice, in the order of their names."""
    known = ((code, str(name)) for code, name in _words.items() if not code.startswith("role."))
    return sorted(known, key=lambda pair: pair[1])


def kind_of_object(label: str) -> str:
    """The name of a model that is written "app.model"."""
    try:
        return str(capfirst(str(apps.get_model(label)._meta.verbose_name)))
    except (LookupError, ValueError):
        return label


def label_of_field(kind: str, name: str, values: Iterable[Any]) -> str:
    """What forms call that field; "" where it is on none."""
    field = field_of(kind, name, values)
    said = field.verbose_name if field else ""
    return str(capfirst(str(said))) if isinstance(said, Promise) else ""


def field_of(kind: str, name: str, values: Iterable[Any] = ()) -> "Field[Any, Any] | None":
    """The field of that name: the own one of a model "app.model", else that of a neighbour.

    Where several models of the app have the name, the first that offers the values.
    """
    try:
        own = apps.get_model(kind)
    except (LookupError, ValueError):
        return None
    kinds = (own, *apps.get_app_config(own._meta.app_label).get_models())
    fields = [f for model in kinds for f in model._meta.concrete_fields if f.name == name]
    told = [value for value in values if value not in (None, "")]
    offering = (f for f in fields if not f.choices or _offers(f, told))
    return next(offering, next(iter(fields), None))


def _offers(field: "Field[Any, Any]", values: Iterable[Any]) -> bool:
    known = [key for key, _label in field.flatchoices]
    return all(value in known for value in values)
