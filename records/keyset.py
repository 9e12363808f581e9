"""Paging by key: a list stays as quick on its last page as on its first, and nothing shifts."""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

M = TypeVar("M", bound=Model)

PAGE_SIZE = 50


@dataclass(frozen=True)
class Page(Generic[M]):
    """Rows of one page; `newer` and `older` are the query strings of its neighbours or ""."""

    rows: list[M]
    newer: str
    older: str


def page_of(queryset: QuerySet[M], key: str, asked: QueryDict, size: int = PAGE_SIZE) -> Page[M]:
    """The page of `queryset`, ordered by `key` and then by primary key, that `asked` names.

    `asked` is a query string: `after` or `before` with a cursor. A cursor that cannot be read
    means the first page.
    """
    before, after = _opened(asked.get("before", "")), _opened(asked.get("after", ""))
    way, cursor, order = ("lt", before, "-") if before else ("gt", after, "")
    found = list(
        _beyond(queryset, key, cursor, way).order_by(f"{order}{key}", f"{order}pk")[: size + 1]
    )
    more, rows = len(found) > size, found[:size]
    if before:
        return Page(
            rows[::-1],
            _link(asked, "before", rows[-1:], key, more),
            _link(asked, "after", rows[:1], key, True),
        )
    return Page(
        rows,
        _link(asked, "before", rows[:1], key, after is not None),
        _link(asked, "after", rows[-1:], key, more),
    )


def _beyond(
    queryset: QuerySet[M], key: str, cursor: tuple[str, int] | None, way: str
) -> QuerySet[M]:
    if cursor is None:
        return queryset
    value, pk = cursor
    # The first condition alone could use an index; the second settles equal keys.
    return queryset.filter(
        Q(**{f"{key}__{way}e": value}),
        Q(**{f"{key}__{way}": value}) | Q(**{f"pk__{way}": pk}),
    )


def _link(asked: QueryDict, way: str, edge: list[M], key: str, more: bool) -> str:
    """The query string of the page beyond `edge`, with the list's other filters kept."""
    if not edge or not more:
        return ""
    value: Any = edge[0]
    for name in key.split("__"):
        value = getattr(value, name)
    query = asked.copy()
    query.pop("before", None)
    query.pop("after", None)
    query[way] = base64.urlsafe_b64encode(json.dumps([value, edge[0].pk]).encode()).decode()
    return query.urlencode()


def _opened(cursor: str) -> tuple[str, int] | None:
    try:
        value, pk = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (binascii.Error, ValueError, TypeError):
        return None
    return (value, pk) if isinstance(value, str) and isinstance(pk, int) else None
