"""The operative words that an edition's objects quote, by clause.

Every one is printed as it stands; …… is where an object leaves out what stands between two.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from rules.edition import Edition
from rules.facts import Fact
from rules.source import clause_of

_LEFT_OUT = "……"
_PARTS = (
    "conditions",
    "relaxations",
    "procedures",
    "filings",
    "duties",
    "forms",
    "standing",
    "admission",
    "name_use",
)


def quoted(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every operative word with the clause that it is from, in the order of the objects."""
    for clause, words in _cited(edition):
        yield from ((clause, each) for each in words.split(_LEFT_OUT))


def _cited(edition: Edition) -> Iterator[tuple[str, str]]:
    for part in _PARTS:
        yield from _inside(getattr(edition, part))
    yield from ((clause, words) for clause, _, words in edition.money.cites())
    if edition.evaluation:
        yield from ((clause, words) for clause, _, words in edition.evaluation.cites())


def by_clause(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The words of each clause, each once."""
    found: dict[str, dict[str, None]] = {}
    for clause, words in quoted(edition):
        if words:
            found.setdefault(clause, {})[words] = None
    return {clause: tuple(words) for clause, words in found.items()}


def _inside(value: object, clause: str = "") -> Iterator[tuple[str, str]]:
    """The words in an object and all that it holds; what has no clause of its own inherits it."""
    if isinstance(value, Fact):
        return
    if isinstance(value, Mapping):
        value = tuple(value.values())
    names = named_parts(value)
    clause = next(filter(None, (_clause(value, name) for name in ("clause", "id"))), clause)
    for name in names:
        held = getattr(value, name)
        if name.endswith("words") and isinstance(held, str):
            yield clause, held
        else:
            yield from _inside(held, clause)
    if not names and isinstance(value, tuple | list):
        for each in value:
            yield from _inside(each, clause)


def named_parts(value: object) -> tuple[str, ...]:
    """The fields of a rule, without what is derived from them; none for a plain value."""
    if is_dataclass(value):
        return tuple(each.name for each in fields(value) if each.repr)
    return getattr(value, "_fields", ())


def _clause(value: object, name: str) -> str:
    held = getattr(value, name, "") if name in named_parts(value) else ""
    return clause_of(held) if isinstance(held, str) else ""
