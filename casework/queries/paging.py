"""Sorted lists by key: the last page is as quick as the first, and nothing shifts between them."""

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from casework.models import Case

PAGE_SIZE: Final = 25


@dataclass(frozen=True)
class Sort:
    """What a list is ordered by, and how a key of it is read back from a cursor."""

    expression: Any
    read: Callable[[str], Any]


SORTS: Final[Mapping[str, Sort]] = {
    "due": Sort(Coalesce("due_on", Value(date.max)), date.fromisoformat),
    "number": Sort(Coalesce("number", Value("")), str),
    "title": Sort(F("title"), str),
    "since": Sort(F("stage_since"), datetime.fromisoformat),
}


@dataclass(frozen=True)
class Page:
    """The cases of one page; `newer` and `older` are cursors of its neighbours, "" at an end."""

    cases: list[Case]
    newer: str
    older: str


def page_of(found: QuerySet[Case], sort: str, asked: Mapping[str, str]) -> Page:
    """The page that `asked` names by `after` or `before`; an unreadable cursor is the first page.

    `sort` is a key of SORTS, with a minus for the other way round.
    """
    order = SORTS[sort.removeprefix("-")]
    down = sort.startswith("-")
    keyed = found.annotate(sort_key=order.expression)
    before = _read(asked.get("before", ""), order)
    if before:
        rows = _slice(keyed, before, down=not down)
        shown = rows[:PAGE_SIZE][::-1]
        return Page(shown, _cursor(shown[:1], len(rows) > PAGE_SIZE), _cursor(shown[-1:], True))
    after = _read(asked.get("after", ""), order)
    rows = _slice(keyed, after, down=down)
    shown = rows[:PAGE_SIZE]
    return Page(
        shown, _cursor(shown[:1], after is not None), _cursor(shown[-1:], len(rows) > PAGE_SIZE)
    )


def in_order(found: QuerySet[Case], sort: str) -> QuerySet[Case]:
    """All of them in the order of `sort`, as the pages show them one after the other."""
    sign = "-" if sort.startswith("-") else ""
    keyed = found.annotate(sort_key=SORTS[sort.removeprefix("-")].expression)
    return keyed.order_by(f"{sign}sort_key", f"{sign}pk")


def _slice(keyed: QuerySet[Case], end: tuple[Any, int] | None, *, down: bool) -> list[Case]:
    sign, way = ("-", "lt") if down else ("", "gt")
    if end:
        key, pk = end
        same = Q(sort_key=key, **{f"pk__{way}": pk})
        keyed = keyed.filter(Q(**{f"sort_key__{way}": key}) | same)
    ordered = keyed.order_by(f"{sign}sort_key", f"{sign}pk")
    # The keys first and alone: what belongs to a row is read for the rows of one page only.
    keys = list(ordered.select_related(None).values_list("pk", flat=True)[: PAGE_SIZE + 1])
    return list(ordered.filter(pk__in=keys))


def _cursor(end: list[Case], more: bool) -> str:
    if not end or not more:
        return ""
    key = end[0].sort_key  # type: ignore[attr-defined]
    text = key.isoformat() if isinstance(key, date) else str(key)
    return base64.urlsafe_b64encode(json.dumps([text, end[0].pk]).encode()).decode()


def _read(cursor: str, order: Sort) -> tuple[Any, int] | None:
    try:
        text, pk = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        return order.read(str(text)), int(pk)
    except (binascii.Error, ValueError, TypeError):
        return None
