"""Where a clause stands in its text, by its id."""

import pytest

import rules
from rules.source import Place, place_of


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("CQ-8(6)", Place(8, (6,))),
        ("JZ-10(1)-7", Place(10, (1,), (7,))),
        ("QP-4-10", Place(4, (), (10,))),
        ("CQ-8末2", Place(8, closing=2)),
        ("SH-notice", Place(0)),
        ("QP-0", Place(0)),
        ("JZ-F", Place(0, annex=1)),
        ("CQ-附件2", Place(0, annex=2)),
    ],
)
def test_a_clause_has_its_place(clause: str, place: Place) -> None:
    assert place_of(clause) == place


def test_what_is_no_clause_id_has_none() -> None:
    with pytest.raises(ValueError, match="not a clause id: system"):
        place_of("system")


def test_a_text_counts_articles_or_sections() -> None:
    assert rules.edition("qingpu-2022").instrument.in_sections
    assert not rules.edition("jinzhong-2022").instrument.in_sections


@pytest.mark.parametrize("key", [edition.key for edition in rules.editions()])
def test_clauses_stand_in_the_order_of_their_text(key: str) -> None:
    places = [place_of(each.id) for each in rules.edition(key).clauses]
    articles = [place.article for place in places if place.article]
    assert articles == sorted(articles)
