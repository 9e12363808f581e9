"""A cell's value as a page shows it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from records.templatetags.shown import day, yuan
from records.workbooks.columns import Column

#: The words of a column's choices, by the column's key.
Labels = Mapping[str, Mapping[str, Any]]
_UNITS: Final[dict[str, str]] = {"amount": "（元）", "area": "（平方米）"}


def shown(column: Column, value: Any, labels: Labels) -> str:
    """A value that JSON kept, in the active language; None is a dash."""
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
            return str(labels[column.key][value])
    return str(value)


def headed(column: Column) -> str:
    """The column's heading with the unit of what `shown` says under it."""
    return column.heading + _UNITS.get(column.kind, "")


def plain(value: Any) -> Any:
    """A value as JSON keeps it."""
    return value if value is None or isinstance(value, bool) else str(value)
