"""What a roster page shows of faults and changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tenants.models import Agency, Licence
from tenants.reasons import say
from tenants.roster.template import heading_of


@dataclass(frozen=True)
class SaidFault:
    """A fault with its reason in words."""

    place: str
    heading: str
    value: str
    reason: str


@dataclass(frozen=True)
class ShownChange:
    """One roster row: new, or changed in these columns from what to what."""

    number: int
    name: str
    is_new: bool
    fields: list[tuple[str, str, str]]


def said_faults(faults: Iterable[Mapping[str, Any]]) -> list[SaidFault]:
    """Faults as `RosterImport` keeps them, in the active language."""
    return [
        SaidFault(
            f"{fault['sheet']} {fault['column']}{fault['row'] or ''}".strip(),
            fault["heading"],
            fault["value"],
            say(fault["code"], fault["params"]),
        )
        for fault in faults
    ]


def preview_rows(changes: Iterable[Mapping[str, Any]]) -> list[ShownChange]:
    """Changes as `RosterImport` keeps them, under the headings of the template."""
    return [
        ShownChange(
            change["row"],
            change["name"],
            change["is_new"],
            [
                (heading_of(key), _shown(key, change["before"].get(key)), _shown(key, value))
                for key, value in change["after"].items()
            ],
        )
        for change in changes
    ]


def _shown(key: str, value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if key == "kind":
        return str(Agency.Kind(value).label)
    if key == "licence_kind":
        return str(Licence.Kind(value).label)
    return str(value)
