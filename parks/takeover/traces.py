"""What a take-over leaves in its batch: the rows it adds, and by what one knows them untouched."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db.models import ForeignObjectRel, Model

from parks.takeover.plan import Plan
from records.models import Attachment
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
    found = {kind: _changed(kind, changes) | _held(kind, own) for kind in own}
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


def _held(kind: str, own: dict[str, list[int]]) -> set[int]:
    """The keys of the rows that another row points to, or that files were attached to."""
    keys = own[kind]
    files = Attachment.objects.filter(owner_kind=kind, owner_id__in=keys, detached_at=None)
    found = set(files.values_list("owner_id", flat=True))
    for relation in _relations(_model(kind)):
        others = relation.related_model
        name, known = relation.field.name, own.get(others._meta.label_lower, [])
        rows = others._base_manager.filter(**{f"{name}__in": keys}).exclude(pk__in=known)
        found |= set(rows.values_list(name, flat=True))
    return found


def _relations(model: type[Model]) -> Iterator[Any]:
    """All that can point to a row of the model, in whatever app."""
    for each in model._meta.get_fields(include_hidden=True):
        if isinstance(each, ForeignObjectRel):
            yield each


def _model(kind: str) -> type[Model]:
    return apps.get_model(kind)


def _state(row: Model) -> dict[str, Any]:
    fields = row._meta.concrete_fields
    return {each.attname: plain(getattr(row, each.attname)) for each in fields}
