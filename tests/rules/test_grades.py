"""Grades under the quota, ties across its edge, and exactly sixty."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules.grades import Grading
from rules.words import WordsDisagree

GRADING = rules.edition("chongqing-2021").evaluation.grading


def grade(*scores: object, **named: object) -> dict[str, Any]:
    given = {f"p{n}": score for n, score in enumerate(scores)} | named
    return GRADING.grade("chongqing", given).to_dict()


def excellent(answer: dict[str, Any]) -> list[str]:
    return [park for park, grade in answer["grades"].items() if grade == "excellent"]


@pytest.mark.parametrize(
    ("parks", "quota"),
    [(0, 0), (1, 0), (2, 0), (3, 0), (4, 1), (6, 1), (7, 2), (10, 3), (13, 3), (14, 4), (17, 5),
     (20, 6)],
)  # fmt: skip
def test_the_quota_is_three_tenths_of_all_scored_rounded_down(parks: int, quota: int) -> None:
    answer = grade(*(70 + n for n in range(parks)))
    assert (answer["quota"], len(excellent(answer))) == (quota, quota)


def test_the_failing_count_for_the_quota_and_never_fill_it() -> None:
    answer = grade("61", "59.99", "10", "0")
    assert (answer["quota"], excellent(answer)) == (1, ["p0"])
    answer = grade("59.99", "59", "10", "0")
    assert (answer["quota"], excellent(answer), answer["held"]) == (1, [], [])


def test_a_quota_larger_than_those_who_pass_leaves_places_empty() -> None:
    answer = grade("80", "70", *["50"] * 8)
    assert (answer["quota"], excellent(answer)) == (3, ["p0", "p1"])
    assert answer["held"] == []


@pytest.mark.parametrize(
    ("score", "expected", "held"),
    [("60.01", "qualified", 0), ("60", "unqualified", 1), ("60.00", "unqualified", 1),
     ("59.99", "unqualified", 0), ("100", "qualified", 0), ("0", "unqualified", 0)],
)  # fmt: skip
def test_exactly_sixty_is_held(score: str, expected: str, held: int) -> None:
    answer = grade(score)
    assert (answer["grades"]["p0"], len(answer["held"])) == (expected, held)


def test_a_tie_across_the_edge_holds_all_the_tied_and_fills_no_place() -> None:
    answer = grade("95", "90", "90", "80", "70", "65", "64")
    assert answer["quota"] == 2
    assert excellent(answer) == ["p0"]
    assert [each["park"] for each in answer["held"]] == ["p1", "p2"]
    assert answer["grades"]["p1"] == "qualified"


def test_a_tie_within_the_quota_holds_nobody() -> None:
    answer = grade("90", "90", "80", "70", "65", "64", "63")
    assert (excellent(answer), answer["held"]) == (["p0", "p1"], [])


def test_a_tie_where_there_is_no_place_holds_nobody() -> None:
    assert grade("90", "90", "90")["held"] == []


def test_sixty_and_a_tie_may_be_held_at_once_for_their_own_reasons() -> None:
    answer = grade("90", "90", "60", "50")
    reasons = {each["park"]: each["reason"] for each in answer["held"]}
    assert set(reasons) == {"p0", "p1", "p2"}
    assert "90.00" in reasons["p0"]
    assert "60.00" in reasons["p2"]


@pytest.mark.parametrize("score", [None, "-1", -1, "100.01", 101, True, "x", [1]])
def test_a_bad_score_is_refused(score: object) -> None:
    with pytest.raises(rules.BadInput):
        grade(score)


def test_the_words_of_quota_and_failing_mark_must_agree_with_the_code() -> None:
    for quota, fails in ((31, 60), (30, 59)):
        with pytest.raises(WordsDisagree):
            Grading("CQ-24", "不超过总数的30%", quota, "60分以下", fails, 100)
    with pytest.raises(WordsDisagree):
        Grading("CQ-24", "不少于总数的30%", 30, "60分以下", 60, 100)


SCORES = st.dictionaries(
    st.text(min_size=1, max_size=5), st.integers(0, 10_000).map(lambda n: Decimal(n) / 100),
    max_size=25,
)  # fmt: skip


@given(SCORES)
def test_excellence_never_passes_the_quota_nor_a_better_park(scores: dict[str, Decimal]) -> None:
    answer = GRADING.grade("chongqing", scores)
    best = [scores[park] for park in answer.grades if answer.grades[park] == "excellent"]
    rest = [scores[park] for park in answer.grades if answer.grades[park] == "qualified"]
    assert len(best) <= answer.quota <= len(scores) * 3 / 10
    assert not best or not rest or min(best) > max(rest)
    assert all(answer.grades[park] == "unqualified" for park in scores if scores[park] <= 60)


def test_grades_survive_json_and_replay() -> None:
    grades = GRADING.grade("chongqing", {"a": "90", "b": "90", "c": "60", "d": 70})
    again, differences = rules.replay(json.loads(json.dumps(grades.receipt())))
    assert (again, differences) == (grades, [])


def test_only_a_sheet_makes_grades() -> None:
    for jurisdiction in ("jinzhong", "shanghai", "yunnan", "qingpu", "nowhere"):
        with pytest.raises(rules.UnknownKey):
            rules.replay({"kind": "grades", "jurisdiction": jurisdiction, "scores": {}})
