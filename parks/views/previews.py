"""What the page of a take-over shows of its new rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import rules
from parks.models import Park, Recognition
from parks.takeover.columns import LAYOUTS
from records.templatetags.said import said
from records.workbooks.columns import Layout
from records.workbooks.shown import Labels, headed, shown


@dataclass(frozen=True)
class NewRow:
    """One new row: its place in the file, its name, and what the file states of it."""

    number: int
    name: str
    fields: list[tuple[str, str]]


@dataclass
class NewRows:
    """The new rows of one sheet."""

    title: str
    rows: list[NewRow] = field(default_factory=list)


def sheets_of(changes: Iterable[Mapping[str, Any]]) -> list[NewRows]:
    """Changes as `TakeOver` keeps them, a table for each sheet, under the template's headings."""
    found = {layout.title: NewRows(layout.title) for layout in LAYOUTS}
    layouts = {layout.title: layout for layout in LAYOUTS}
    for change in changes:
        if change["kind"] != "accounts.organisation":  # it stands in its park's row
            fields = list(_fields(layouts[change["layout"]], change["after"]))
            found[change["layout"]].rows.append(NewRow(change["row"], change["name"], fields))
    return [sheet for sheet in found.values() if sheet.rows]


def _fields(layout: Layout, after: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for column in layout.columns:
        if column.key in after:
            yield headed(column), shown(column, after[column.key], _labels())


def _labels() -> Labels:
    return {
        "level": dict(Recognition.Level.choices),
        "construction": dict(Park.Construction.choices),
        "mode": dict(Park.Mode.choices),
        "edition": {edition.key: said(edition) for edition in rules.editions()},
    }
