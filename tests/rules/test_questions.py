"""The open questions, as a bureau's legal section reads them."""

import pytest

import rules

KEYS = [edition.key for edition in rules.editions()]


@pytest.mark.parametrize("key", KEYS)
def test_a_question_stands_at_a_clause_and_chooses_one_of_its_readings(key: str) -> None:
    edition = rules.edition(key)
    clauses = {clause.id for clause in edition.clauses}
    for question in edition.questions():
        assert question.clause in clauses
        assert question.chosen in {way.key for way in question.readings}
        assert len(question.readings) > 1


@pytest.mark.parametrize("key", KEYS)
def test_a_question_is_told_in_both_languages(key: str) -> None:
    for question in rules.edition(key).questions():
        assert all((*question.question, *question.basis))
        assert all(way.zh and way.en for way in question.readings)


def test_a_contested_condition_is_among_the_questions() -> None:
    first, *rest = rules.edition("jinzhong-2022").questions()
    assert first.id == "A-JZ-01"
    assert first.id not in {question.id for question in rest}


@pytest.mark.parametrize(
    ("law", "last"), [("SH", 16), ("JZ", 16), ("QP", 19), ("CQ", 21), ("YN", 9), ("X", 11)]
)
def test_the_questions_of_a_text_are_numbered_without_a_gap(law: str, last: int) -> None:
    asked = [question.id for edition in rules.editions() for question in edition.questions()]
    numbered = sorted(each for each in asked if each.startswith(f"A-{law}-"))
    assert numbered == [f"A-{law}-{n:02}" for n in range(1, last + 1)]


def test_what_changes_an_amount_is_evaluated_both_ways() -> None:
    jinzhong, qingpu = (rules.edition(key) for key in ("jinzhong-2022", "qingpu-2022"))
    assert [q.id for q in jinzhong.scheme("operations").questions()] == ["A-JZ-08", "A-JZ-09"]
    assert [q.id for q in qingpu.scheme("rent").questions()] == ["A-QP-04"]
    assert [q.id for q in qingpu.scheme("level").questions()] == ["A-QP-12"]
