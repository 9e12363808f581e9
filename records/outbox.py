"""Texts and addresses of notices."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils.timezone import localtime
from django.utils.translation import gettext

from records.chain import plain
from records.templatetags.said import said
from records.templatetags.shown import day


@dataclass(frozen=True)
class Addressee:
    """Where and in which language a person is reached; an empty address means not at all."""

    email: str
    language: str


class Sentence(NamedTuple):
    """A sentence within a sentence: a parameter that is itself read in the reader's language."""

    msgid: str
    params: Mapping[str, Any]


Directory = Callable[[Iterable[int]], Mapping[int, Addressee]]


def _nobody(user_ids: Iterable[int]) -> Mapping[int, Addressee]:
    return {}


_directory: Directory = _nobody


def register_directory(directory: Directory) -> None:
    """Let the app that knows people say where they are reached, by user id."""
    global _directory  # noqa: PLW0603
    _directory = directory


def addressees(user_ids: Iterable[int]) -> Mapping[int, Addressee]:
    return _directory(user_ids)


def keep(params: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters as JSON that still knows dates and texts in two languages."""
    return {name: _keep(value) for name, value in params.items()}


def render(msgid: str, params: Mapping[str, Any]) -> str:
    """The sentence in the active language, dates and texts of ``rules`` included."""
    return gettext(msgid) % {name: _shown(value) for name, value in params.items()}


def _keep(value: Any) -> Any:
    if isinstance(value, datetime):
        value = localtime(value).date()
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Sentence):
        return {"msgid": value.msgid, "params": keep(value.params)}
    if hasattr(value, "zh") and hasattr(value, "en"):
        return {"zh": str(value.zh), "en": str(value.en)}
    return plain(value)


def _shown(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "msgid" in value:
        return render(value["msgid"], value["params"])
    return day(date.fromisoformat(value["date"])) if "date" in value else said(value)
