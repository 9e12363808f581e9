"""Each number of a clause stands in some rule's operative words, and each rule's in its clause.

What stands otherwise is waived here by name, with its reason.
"""

import pytest

import rules
from rules.quoted import by_clause, quoted
from rules.words import Phrase, read

KEYS = [edition.key for edition in rules.editions()]
# Words that hold a numeral and state no number.
IDIOMS = ("一般", "第三方", "一定", "一事一议", "一次性", "上一个")


def bare(words: str) -> set[Phrase]:
    for idiom in IDIOMS:
        words = words.replace(idiom, "")
    return {phrase._replace(operator=None) for phrase in read(words)}


def carried(edition: rules.Edition) -> dict[str, set[Phrase]]:
    found: dict[str, set[Phrase]] = {}
    for clause, words in quoted(edition):
        found.setdefault(clause, set()).update(bare(words))
    return found


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


def test_words_with_something_left_out_between_are_quoted_one_by_one() -> None:
    found = by_clause(rules.edition("shanghai-2022"))["SH-25"]
    assert {"成立3年以上", "经整改仍不合格"} <= set(found)


@pytest.mark.parametrize("key", KEYS)
def test_the_words_of_a_clause_stand_once_each_and_none_is_empty(key: str) -> None:
    edition = rules.edition(key)
    for clause, words in by_clause(edition).items():
        assert clause in {each.id for each in edition.clauses}
        assert words
        assert all(words)
        assert len(set(words)) == len(words)
