"""Readable names for the codes in the audit trail, each registered by the app that writes it.

A code is an action ("casework.submit") or a role ("role.officer"). Registered in
``AppConfig.ready``; an unknown code is shown as it is.
"""

from collections.abc import Mapping

from django.apps import apps
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
