"""The lists that people may take with them as a file: each by its key, in one registry.

An app registers its lists in ``AppConfig.ready``, next to what their pages show; a page offers
the file by including `components/export.html` with the key.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import Promise

from records.actor import Actor

#: Rows that are fetched, and dressed, at a time.
STEP: Final = 500

Words = str | Promise
Rows = QuerySet[Any] | Sequence[Any]


def as_they_are(rows: Sequence[Any], _actor: Actor, _asked: QueryDict) -> Iterable[Any]:
    """Rows that need nothing more for being shown."""
    return rows


@dataclass(frozen=True)
class Column:
    """A heading, and what stands under it: a number, a date, a moment or text, never markup.

    A heading that depends on what is asked for is made from the page's query string.
    """

    heading: Words | Callable[[QueryDict], Words]
    value: Callable[[Any], Any]


@dataclass(frozen=True)
class Listing:
    """A list as its page shows it.

    `rows` narrows and orders by the page's query string, each time from the actor's own scope;
    `dress` makes of a handful of them what the columns read. Without `roles` the list is for
    whoever is signed in.
    """

    title: Words
    columns: tuple[Column, ...]
    rows: Callable[[Actor, QueryDict], Rows]
    roles: frozenset[str] | None = None
    dress: Callable[[Sequence[Any], Actor, QueryDict], Iterable[Any]] = as_they_are

    def admits(self, actor: Actor) -> bool:
        return self.roles is None or actor.role in self.roles

    def header(self, asked: QueryDict) -> list[str]:
        headings = (column.heading for column in self.columns)
        return [str(each(asked) if callable(each) else each) for each in headings]

    def lines(self, rows: Rows, actor: Actor, asked: QueryDict) -> Iterator[list[Any]]:
        """The cells of each row, fetched in steps, so that a long list costs no more memory."""
        left = _fetched(rows)
        while part := list(islice(left, STEP)):
            for shown in self.dress(part, actor, asked):
                yield [column.value(shown) for column in self.columns]


def count(rows: Rows) -> int:
    return rows.count() if isinstance(rows, QuerySet) else len(rows)


def _fetched(rows: Rows) -> Iterator[Any]:
    # A slice was made for one page: it is fetched at once.
    if isinstance(rows, QuerySet) and not rows.query.is_sliced:
        return rows.iterator(chunk_size=STEP)
    return iter(rows)


_listings: dict[str, Listing] = {}


def register(key: str, listing: Listing) -> None:
    """Make a list known, from ``AppConfig.ready``."""
    _listings[key] = listing


def listing_of(key: str) -> Listing:
    """Raises KeyError for a list that nobody registered."""
    return _listings[key]


def all_listings() -> dict[str, Listing]:
    return dict(_listings)
