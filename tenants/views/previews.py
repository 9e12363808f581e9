"""What a roster page shows of changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from records.workbooks.shown import Labels, headed, shown
from tenants.models import Agency, Licence
from tenants.roster.columns import COLUMNS

LABELS: Final[Labels] = {
    "kind": dict(Agency.Kind.choices),
    "licence_kind": dict(Licence.Kind.choices),
}


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
            yield headed(column), shown(column, old, LABELS), shown(column, new, LABELS)
