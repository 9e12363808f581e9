"""Official forms, field by field, as the instruments annex them."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

FieldKind = Literal["text", "date", "money", "area", "count", "choice", "choices", "opinion"]


class Option(NamedTuple):
    """One box to tick; the key is what is stored."""

    key: str
    zh: str
    en: str


class FormField(NamedTuple):
    """One cell. `unit` is printed where the form prints one; an `opinion` cell takes a seal.

    `clause` is what the text itself says of this cell, where it does. `not_before` is the key of
    another date, which this one cannot precede.
    """

    key: str
    zh: str
    en: str
    kind: FieldKind = "text"
    unit: str = ""
    options: tuple[Option, ...] = ()
    required: bool = True
    clause: str = ""
    not_before: str = ""


class Form(NamedTuple):
    """One official form; forms are Chinese only, `en` of its fields serves the screen.

    `layout` is how the text that annexes it arranges it, in a word by which its template is found;
    a form without one is in the system's own layout, for no text prints it.
    """

    key: str
    title: str
    clause: str
    fields: tuple[FormField, ...]
    layout: str = ""

    @property
    def system_default(self) -> bool:
        """Whether the system sets the layout, for want of one in the text."""
        return not self.layout

    def misdated(self, answers: Mapping[str, Any]) -> tuple[FormField, ...]:
        """The dates that precede one which they cannot, by the answers (days, or all ISO text)."""
        dated = [field for field in self.fields if field.not_before]
        pairs = [(each, answers.get(each.key), answers.get(each.not_before)) for each in dated]
        return tuple(field for field, own, other in pairs if own and other and own < other)
