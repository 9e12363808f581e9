"""Each number of a clause stands in some rule's operative words, and each rule's in its clause.

What stands otherwise is waived here by name, with its reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

import rules
from rules.facts import Fact
from rules.source import clause_of
from rules.words import Phrase, read

KEYS = [edition.key for edition in rules.editions()]
PARTS = (
    "conditions",
    "relaxations",
    "procedures",
    "duties",
    "forms",
    "standing",
    "admission",
    "name_use",
)
# Words that hold a numeral and state no number.
IDIOMS = ("一般", "第三方", "一定", "一事一议", "一次性", "上一个")


def quoted(value: object, clause: str = "") -> Iterator[tuple[str, str]]:
    """Every operative word in an object and all that it holds, with the clause it is from."""
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, Fact):
        return
    names = (
        [field.name for field in fields(value)]
        if is_dataclass(value)
        else getattr(value, "_fields", ())
    )
    for place in ("clause", "id"):
        if place in names and isinstance(getattr(value, place), str):
            clause = clause_of(getattr(value, place)) or clause
            break
    for name in names:
        inside = getattr(value, name)
        if name.endswith("words") and isinstance(inside, str):
            yield clause, inside
        else:
            yield from quoted(inside, clause)
    if not names and isinstance(value, tuple | list):
        for each in value:
            yield from quoted(each, clause)


def bare(words: str) -> set[Phrase]:
    for idiom in IDIOMS:
        words = words.replace(idiom, "")
    return {phrase._replace(operator=None) for phrase in read(words)}


def carried(edition: rules.Edition) -> dict[str, set[Phrase]]:
    found: dict[str, set[Phrase]] = {}
    for clause, words in everything(edition):
        found.setdefault(clause, set()).update(bare(words))
    return found


def everything(edition: rules.Edition) -> Iterator[tuple[str, str]]:
    for part in PARTS:
        yield from quoted(getattr(edition, part))
    yield from ((clause, words) for clause, _, words in edition.money.cites())
    if edition.evaluation:
        yield from ((clause, words) for clause, _, words in edition.evaluation.cites())


@pytest.mark.parametrize("key", KEYS)
def test_every_number_of_a_clause_stands_in_some_rule(key: str) -> None:
    edition = rules.edition(key)
    there = carried(edition)
    lost = {
        (clause.id, numeral)
        for clause in edition.clauses
        # The instrument's own dates carry its term, and an inert clause has no rule.
        if not clause.inert and clause.id != edition.commencement
        for numeral in clause.numerals
        if not bare(numeral) <= there.get(clause.id, set())
    }
    assert lost == set()


@pytest.mark.parametrize("key", KEYS)
def test_every_number_in_a_rule_is_listed_with_its_clause(key: str) -> None:
    edition = rules.edition(key)
    listed = {c.id: {p for n in c.numerals for p in bare(n)} for c in edition.clauses}
    stray = {
        (clause, phrase)
        for clause, phrases in carried(edition).items()
        for phrase in phrases
        if phrase not in listed.get(clause, set())
    }
    assert stray == set()
