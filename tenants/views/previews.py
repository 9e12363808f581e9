"""What a roster page shows of changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from records.templatetags.shown import day, yuan
from records.workbooks.columns import Column
from tenants.models import Agency, Licence
from tenants.roster.columns import COLUMNS


@dataclass(frozen=True)
class ShownChange:
    """One roster row: new, or changed in these columns from what to what."""

    number: int
    name: str
    is_new: bool
    fields: list[tuple[str, str, str]]


def preview_rows(changes: Iterable[Mapping[str, Any]]) -> list[ShownChange]:
    """Changes as `RosterImport` keeps them, under the headings of the template."""
    return [
        ShownChange(
            change["row"],
            change["name"],
            change["is_new"],
            list(_fields(change["before"], change["after"])),
        )
        for change in changes
    ]


def _fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each changed value in the order of the template's columns, before and after."""
    for column in COLUMNS:
        if column.key in after:
            old, new = before.get(column.key), after[column.key]
            yield column.heading, _shown(column, old), _shown(column, new)


def _shown(column: Column, value: Any) -> str:
    if value is None:
        return "—"
    match column.kind:
        case "flag":
            return _("yes") if value else _("no")
        case "date":
            return day(date.fromisoformat(value))
        case "amount" | "area":
            return yuan(value)
        case "choice":
            kinds = Agency.Kind if column.key == "kind" else Licence.Kind
            return str(kinds(value).label)
    return str(value)
