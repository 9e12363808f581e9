"""What a take-over leaves in its batch: the rows it adds, and by what one knows them untouched."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db.models import Model

from parks.takeover.plan import Plan
from records.batches import pointed_at
from records.workbooks.shown import plain

#: One new row as the batch keeps it.
Change = dict[str, Any]


def foreseen(plan: Plan) -> list[Change]:
    """Each new row as the file states it, its place in the file, and of what kind it is."""
    return [
        {
            "kind": made._meta.label_lower,
            "name": str(made),
            "sheet": row.sheet,
            "row": row.number,
            "layout": row.layout.title,
            "after": {key: plain(value) for key, value in row.values.items()},
        }
        for row, made in plan.made
    ]


def left(plan: Plan) -> list[Change]:
    """As `foreseen`, with the key and state of each row, now that they are written."""
    found = [
        change | {"pk": made.pk}
        for change, (_row, made) in zip(foreseen(plan), plan.made, strict=True)
    ]
    for kind, keys in _by_kind(found).items():
        rows = _model(kind)._base_manager.in_bulk(keys)
        for change in found:
            if change["kind"] == kind:
                change["state"] = _state(rows[change["pk"]])
    return found


def counted(plan: Plan) -> dict[str, int]:
    """How many rows of each kind are new, by the model's name."""
    return dict(Counter(made._meta.model_name or "" for _row, made in plan.made))


def touched(changes: Sequence[Change]) -> list[str]:
    """The names of the rows that are no longer as they were written, or that something hangs on."""
    own = _by_kind(changes)
    held = {kind: set(keys) for kind, keys in own.items()}
    found = {
        kind: _changed(kind, changes) | pointed_at(_model(kind), own[kind], held) for kind in own
    }
    return [change["name"] for change in changes if change["pk"] in found[change["kind"]]]


def delete(changes: Sequence[Change]) -> None:
    """Delete the rows against the order of their writing, so that nothing hangs on one."""
    for change in reversed(changes):
        _model(change["kind"])._base_manager.get(pk=change["pk"]).delete()


def _by_kind(changes: Sequence[Change]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for change in changes:
        found.setdefault(change["kind"], []).append(change["pk"])
    return found


def _changed(kind: str, changes: Sequence[Change]) -> set[int]:
    """The keys of the rows that are gone, or stand otherwise than they were written.

    Those that are there stay locked: nobody changes one, or points to it, until the undoing ends.
    """
    written = {change["pk"]: change["state"] for change in changes if change["kind"] == kind}
    rows = _model(kind)._base_manager.select_for_update().in_bulk(list(written))
    return {
        pk
        for pk, state in written.items()
        if pk not in rows or not state.items() <= _state(rows[pk]).items()
    }


def _model(kind: str) -> type[Model]:
    return apps.get_model(kind)


def _state(row: Model) -> dict[str, Any]:
    fields = row._meta.concrete_fields
    return {each.attname: plain(getattr(row, each.attname)) for each in fields}
