"""Why a cell, a row or a page's field is not taken: a stable code, and its sentence.

What any workbook can have wrong stands here; an app registers what its own rows can have wrong.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = str | Promise

_sentences: dict[str, Sentence] = {
    # a cell's form
    "blank": _("This cell must be filled in."),
    "formula": _("A formula stands here. Paste its value instead."),
    "error_value": _("The spreadsheet shows an error here. Type the value."),
    "not_text": _("This should be text."),
    "too_long": _("This is longer than %(limit)s characters."),
    "code_digits": _(
        "The spreadsheet kept this code as a number and lost digits. Format the cell as text "
        "and type the code again."
    ),
    "code_shape": _("A credit code has 18 digits and capital letters, without I, O, S, V and Z."),
    "code_check": _("The last character does not fit the others: the code is mistyped."),
    "code_body": _("The 17th character does not fit its organisation code: check the code."),
    "date_form": _("Write the date as 2026-1-5, 2026.1.5, 2026/1/5 or 2026年1月5日."),
    "no_such_day": _("The calendar has no such day."),
    "date_range": _("This date lies outside the years 1949 to 2100."),
    "number_form": _("Write a number, such as 1234.56."),
    "count_form": _("Write a whole number, such as 12."),
    "negative": _("This cannot be negative."),
    "too_large": _("This is too large to be true."),
    "no_unit": _("Write 元 or 万元 into the heading, or behind the number."),
    "choice": _("Write one of: %(choices)s."),
    # the sheet as a whole
    "heading_twice": _("This heading stands in column %(column)s already."),
    "heading_year": _("This column is of %(found)s, but the figures asked for are of %(year)s."),
    "no_rows": _("No row stands below the headings."),
    "too_many_rows": _("The file holds more than %(limit)s rows. Split it and upload the parts."),
    "refused": "%(reason)s",
    "cancelled": _("The check was cancelled."),
    "encoding": _("The file's characters cannot be read. Save it as CSV UTF-8 or as xlsx."),
    "too_wide": _("The sheet reaches to cell %(cell)s. Delete its empty rows and columns."),
}


def register(sentences: Mapping[str, Sentence]) -> None:
    """Add an app's own reasons. A code has one sentence in the whole house."""
    for code, sentence in sentences.items():
        if _sentences.setdefault(code, sentence) is not sentence:
            raise ValueError(f"the reason {code} has a sentence already")


@dataclass(frozen=True)
class Reason:
    """One objection; `str()` says it in the active language."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return say(self.code, self.params)


@dataclass(frozen=True)
class Fault:
    """An objection and its place in the file; `column` is a letter, "" for the row or sheet."""

    sheet: str
    row: int
    column: str
    heading: str
    value: str
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self)


@dataclass(frozen=True)
class SaidFault:
    """A fault as a page shows it, its reason in words."""

    place: str
    heading: str
    value: str
    reason: str


def say(code: str, params: Mapping[str, Any]) -> str:
    """The sentence of a code in the active language."""
    return str(_sentences[code]) % params


def said(fault: Mapping[str, Any]) -> SaidFault:
    """A fault that JSON kept, in the active language."""
    return SaidFault(
        f"{fault['sheet']} {fault['column']}{fault['row'] or ''}".strip(),
        fault["heading"],
        fault["value"],
        say(fault["code"], fault["params"]),
    )
