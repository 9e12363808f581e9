"""Official forms, field by field, as the instruments annex them."""

from dataclasses import dataclass
from typing import Literal

FieldKind = Literal["text", "date", "money", "area", "count", "choice", "choices", "opinion"]


@dataclass(frozen=True, slots=True)
class Option:
    """One box to tick; the key is what is stored."""

    key: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class FormField:
    """One cell. `unit` is printed where the form prints one; an `opinion` cell takes a seal."""

    key: str
    zh: str
    en: str
    kind: FieldKind = "text"
    unit: str = ""
    options: tuple[Option, ...] = ()
    required: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """One official form; forms are Chinese only, `en` of its fields serves the screen."""

    key: str
    title: str
    clause: str
    fields: tuple[FormField, ...]
