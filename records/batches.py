"""What an upload wrote: by what its rows are known untouched, and how they are taken back.

A trace is kept for each row as JSON: its key, a digest of what was written into it, and, where it
stood before, what it held then. Nothing else is kept: 20,000 rows have to fit into one batch.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final, TypeVar

from django.apps import apps
from django.db.models import ForeignObjectRel, Model

from records.bulk import chunks, update
from records.models import Attachment

Row = TypeVar("Row", bound=Model)

#: What every change counts up, the taking back included.
VERSION: Final = "version"


@dataclass(frozen=True)
class Written:
    """The rows of one kind that a batch wrote: digests of the new ones, and of the changed ones
    with what they held before; both by key.
    """

    kind: str
    fields: tuple[str, ...]
    new: dict[int, str]
    changed: dict[int, tuple[str, dict[str, Any]]]

    def plain(self) -> list[Any]:
        """As JSON keeps it."""
        changed = [[pk, now, was] for pk, (now, was) in self.changed.items()]
        return [self.kind, list(self.fields), list(self.new.items()), changed]


def read(plain: Sequence[Any]) -> Written:
    """What `Written.plain` made."""
    kind, fields, new, changed = plain
    return Written(kind, tuple(fields), dict(new), {pk: (now, was) for pk, now, was in changed})


def written(
    model: type[Model],
    fields: Sequence[str],
    new: Sequence[Any],
    changed: Sequence[tuple[Model, Mapping[str, Any]]],
) -> Written:
    """The trace of rows that have just been saved; `changed` come with their former values."""
    names = _attributes(model, fields)
    return Written(
        model._meta.label_lower,
        tuple(fields),
        {row.pk: _digest(row, names) for row in new},
        {row.pk: (_digest(row, names), _kept(model, was)) for row, was in changed},
    )


def joined(parts: Iterable[Written]) -> list[Written]:
    """The traces of a batch that was written in parts: one for each kind, in their order."""
    found: dict[str, Written] = {}
    for each in parts:
        kept = found.setdefault(each.kind, each)
        kept.new.update(each.new)
        kept.changed.update(each.changed)
    return list(found.values())


def touched(batch: Sequence[Written]) -> list[str]:
    """The names of the rows that are no longer as they were written, or that something hangs on.

    The rows are locked: nobody changes one, or points to it, until the transaction ends.
    """
    own = {each.kind: {*each.new, *each.changed} for each in batch}
    names = [name for each in batch for name in _touched(each, own)]
    return list(dict.fromkeys(names))


def take_back(batch: Sequence[Written]) -> None:
    """Delete the new rows and give the changed ones their former values, against their order."""
    for each in reversed(batch):
        model = apps.get_model(each.kind)
        for keys in chunks(list(each.new)):
            model._base_manager.filter(pk__in=keys).delete()
        for keys in chunks(list(each.changed)):
            _restore(model, each, keys)


def _restore(model: type[Model], batch: Written, keys: Sequence[int]) -> None:
    rows = list(_rows(model, keys).values())
    for row in rows:
        for name, value in batch.changed[row.pk][1].items():
            field = model._meta.get_field(name)
            setattr(row, field.attname, field.to_python(value))  # type: ignore[union-attr]
        if VERSION in batch.fields:
            setattr(row, VERSION, getattr(row, VERSION) + 1)
    update(model, rows, batch.fields)


def _touched(batch: Written, own: Mapping[str, set[int]]) -> Iterator[str]:
    model = apps.get_model(batch.kind)
    digests = batch.new | {pk: now for pk, (now, _was) in batch.changed.items()}
    names = _attributes(model, batch.fields)
    for keys in chunks(list(digests)):
        rows = _rows(model, keys, lock=True)
        held = pointed_at(model, [pk for pk in keys if pk in batch.new], own)
        for pk in keys:
            if pk not in rows:
                yield f"{model._meta.verbose_name} {pk}"
            elif pk in held or _digest(rows[pk], names) != digests[pk]:
                yield str(rows[pk])


def pointed_at(model: type[Model], keys: Sequence[int], own: Mapping[str, set[int]]) -> set[int]:
    """The keys that another row points to, or that files were attached to; `own` rows may."""
    found: set[int] = set()
    for some in chunks(keys):
        files = Attachment.objects.filter(
            owner_kind=model._meta.label_lower, owner_id__in=some, detached_at=None
        )
        found.update(files.values_list("owner_id", flat=True))
        for relation in _relations(model):
            others, name = relation.related_model, relation.field.name
            known = own.get(others._meta.label_lower, set())
            rows = others._base_manager.filter(**{f"{name}__in": some}).order_by()
            found.update(to for pk, to in rows.values_list("pk", name) if pk not in known)
    return found


def _relations(model: type[Model]) -> Iterator[Any]:
    """All that can point to a row of the model, in whatever app."""
    for each in model._meta.get_fields(include_hidden=True):
        if isinstance(each, ForeignObjectRel):
            yield each


def _rows(model: type[Model], keys: Sequence[int], lock: bool = False) -> dict[int, Model]:
    manager = model._base_manager
    rows = manager.select_for_update() if lock else manager.all()
    return {row.pk: row for row in rows.filter(pk__in=keys)}


def _kept(model: type[Model], was: Mapping[str, Any]) -> dict[str, Any]:
    """The former values as JSON keeps them: a row that is pointed to by its key."""
    return {name: _plain(getattr(value, "pk", value)) for name, value in was.items()}


def _attributes(model: type[Model], fields: Sequence[str]) -> list[str]:
    return [model._meta.get_field(name).attname for name in fields]  # type: ignore[union-attr]


def _digest(row: Any, names: Sequence[str]) -> str:
    values = "\0".join(str(getattr(row, name)) for name in names)
    return blake2b(values.encode(), digest_size=6).hexdigest()


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int) else str(value)
