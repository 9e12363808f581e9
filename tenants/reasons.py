"""Why a cell, a row or a page's field is not taken: a stable code, and its sentence."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

REASONS: Final = {
    # a cell's form
    "blank": _("This cell must be filled in."),
    "formula": _("A formula stands here. Paste its value instead."),
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
    "date_range": _("This date lies outside the years 1949 to 2100."),
    "number_form": _("Write a number, such as 1234.56."),
    "negative": _("This cannot be negative."),
    "too_large": _("This is too large to be true."),
    "no_unit": _("Write 元 or 万元 into the heading, or behind the number."),
    "choice": _("Write one of: %(choices)s."),
    # what a row says
    "future_entry": _("The entry lies in the future: mark the tenant as prospective (拟入驻)."),
    "entry_missing": _("A tenant needs its day of entry, or the mark prospective (拟入驻)."),
    "entry_of_prospective": _("A prospective tenant has no day of entry or exit yet."),
    "exit_before_entry": _("The exit lies before the entry."),
    "expiry_before_issue": _("The licence would expire before it was issued."),
    "licence_kind_missing": _("Say of what kind this licence is."),
    "licence_number_missing": _("The licence lacks its number."),
    "net_above_gross": _("Revenue without money passed through exceeds that with it."),
    "duplicate": _("This credit code stands in row %(row)s of sheet %(sheet)s already."),
    # what the register says
    "unknown_site": _("The park has no site of this name. Its sites: %(sites)s."),
    "closed_site": _("This site closed on %(day)s."),
    "overlap": _("The agency is on record in this park from %(since)s to %(until)s."),
    "name_differs": _(
        "The register has this credit code under another name. Correct the code, or ask an "
        "office where the agency is now to change the name."
    ),
    "kind_differs": _("The register has this agency as another kind. Ask the office to change it."),
    # the sheet as a whole
    "no_header": _("No row with the headings 机构名称 and 统一社会信用代码 was found."),
    "heading_twice": _("This heading stands in column %(column)s already."),
    "heading_revenue": _("Say in the heading whether revenue includes money passed through."),
    "heading_year": _("This column is of %(found)s, but the figures asked for are of %(year)s."),
    "no_rows": _("The sheet holds no tenant below its headings."),
    "too_many_rows": _("The file holds more than %(limit)s rows. Split it and upload the parts."),
    "too_wide": _("The sheet reaches to cell %(cell)s. Delete its empty rows and columns."),
}


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


def say(code: str, params: Mapping[str, Any]) -> str:
    """The sentence of a code in the active language."""
    return str(REASONS[code]) % params
