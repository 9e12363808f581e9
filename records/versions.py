"""Stale pages: a row that somebody else changed meanwhile is not overwritten unread."""

from typing import Any

from django.utils.translation import gettext as _

from records.errors import Stale
from records.models import AuditEntry
from records.templatetags.shown import moment


def ensure_current(row: Any, version: int) -> None:
    """Raise Stale, naming who changed `row` when, unless the person saw its present version.

    `row` is of any model with a field `version`.
    """
    if row.version == version:
        return
    # Refusals, sign-ins and the like have nothing that stood before.
    last = AuditEntry.objects.filter(
        object_kind=row._meta.label_lower, object_id=str(row.pk), before__isnull=False
    ).first()
    who = last.name if last else _("somebody")
    when = moment(last.at) if last else ""
    raise Stale(
        _(
            "%(name)s changed this at %(time)s, after you opened the page. Your text is kept: "
            "compare it with what is on record now, and save again."
        )
        % {"name": who, "time": when},
        {"name": who, "time": when},
    )


def difference(row: Any, values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Before and after of those fields of `row` that `values` would change."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    return (
        {name: shown(getattr(row, name)) for name in changed},
        {name: shown(values[name]) for name in changed},
    )


def shown(value: Any) -> Any:
    """A field's value as the audit trail keeps it: a related row by its name."""
    return str(value) if hasattr(value, "_meta") else value


def assign(row: Any, values: dict[str, Any]) -> None:
    """Set the fields, count the version up and save."""
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
