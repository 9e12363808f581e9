"""Many rows at once: new ones described cheaply and written by COPY, others changed in one go.

Both where the database has it; elsewhere in the manner of the framework.
"""

import io
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final, TypeVar

from django.db import connection
from django.db.models import Field, ForeignKey, Model

T = TypeVar("T")

#: So many rows are read or written at a time: databases bound the values of one query.
BATCH: Final = 2_000
_ESCAPES: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class Draft:
    """A row to come: what was said of it, and the model's defaults; `pk` is None until `insert`.

    It stands in for a row of the model wherever attributes are read and set: making 80,000 rows
    of models costs more than reading the workbook that they come from.
    """

    pk: int | None = None

    def __init__(self, model: type[Model], **values: Any) -> None:
        self.model = model
        self.__dict__.update(values)

    def __getattr__(self, name: str) -> Any:
        """What was not said is the model's default; `agency_id` is the key of what `agency` is."""
        if name.endswith("_id"):
            target = getattr(self, name[:-3])
            return target and target.pk
        try:
            return _defaults(self.model)[name]
        except KeyError:
            raise AttributeError(name) from None

    def __str__(self) -> str:
        return str(self.__dict__.get("name", ""))


def model_of(row: Any) -> type[Model]:
    """The model of a row, written or to come."""
    return row.model if isinstance(row, Draft) else type(row)


def chunks(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """The rows in their order, BATCH at a time."""
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def insert(model: type[Model], drafts: Sequence[Draft]) -> None:
    """Write the rows and give each its key. Raises IntegrityError, and then none is written."""
    if not drafts:
        return
    if connection.vendor == "postgresql":
        _copy(model, drafts)
    else:
        rows = [_row(model, draft) for draft in drafts]
        for draft, row in zip(drafts, model._default_manager.bulk_create(rows, BATCH), strict=True):
            draft.pk = row.pk


def update(model: type[Model], rows: Sequence[Any], names: Sequence[str]) -> None:
    """Write these fields of rows that are there; what they hold else stays in the database."""
    if connection.vendor != "postgresql":
        model._default_manager.bulk_update(rows, names, BATCH)
        return
    fields = [each for each in _fields(model) if each.name in names]
    for some in chunks(rows):
        _update(model, some, fields)


def _update(model: type[Model], rows: Sequence[Any], fields: "Sequence[Field[Any, Any]]") -> None:
    """One statement that takes each column as an array: a CASE for every value costs minutes."""
    quote, columns = connection.ops.quote_name, (model._meta.pk, *fields)
    table, (key, *names) = quote(model._meta.db_table), [quote(str(c.column)) for c in columns]
    arrays = ", ".join(f"%s::{_type(each)}[]" for each in columns)
    values = [
        [each.get_db_prep_save(getattr(row, each.attname), connection) for row in rows]
        for each in columns
    ]
    changes = ", ".join(f"{name} = said.{name}" for name in names)
    source = f"unnest({arrays}) AS said ({', '.join((key, *names))})"
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {changes} FROM {source} WHERE {table}.{key} = said.{key}",  # noqa: S608
            values,
        )


def _type(field: "Field[Any, Any]") -> str:
    """The column's type without its length: a cast would cut what is too long, not refuse it."""
    return str(field.db_type(connection)).partition("(")[0]


def _copy(model: type[Model], drafts: Sequence[Draft]) -> None:
    table, key = model._meta.db_table, model._meta.pk.column
    fields = _fields(model)
    columns = ", ".join(connection.ops.quote_name(str(each.column)) for each in fields)
    text = io.StringIO()
    with connection.cursor() as cursor:
        sequence = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
        cursor.execute(sequence, [table, key, len(drafts)])
        for draft, (number,) in zip(drafts, cursor.fetchall(), strict=True):
            draft.pk = number
            values = (getattr(draft, each.attname) for each in fields)
            text.write("\t".join([str(number), *map(_plain, values)]) + "\n")
        text.seek(0)
        cursor.copy_expert(
            f"COPY {connection.ops.quote_name(table)} ({key}, {columns}) FROM STDIN", text
        )


def _plain(value: Any) -> str:
    if value is None:
        return "\\N"
    return value.translate(_ESCAPES) if isinstance(value, str) else str(value)


def _row(model: type[Model], draft: Draft) -> Model:
    return model(**{each.attname: getattr(draft, each.attname) for each in _fields(model)})


@cache
def _fields(model: type[Model]) -> "tuple[Field[Any, Any], ...]":
    return tuple(each for each in model._meta.concrete_fields if not each.primary_key)


@cache
def _defaults(model: type[Model]) -> dict[str, Any]:
    return {
        each.name: None if isinstance(each, ForeignKey) else each.get_default()
        for each in _fields(model)
    }
