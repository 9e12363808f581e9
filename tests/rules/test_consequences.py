"""What grades, rectifications and findings entail; standing duties, bars and the name."""

from datetime import date
from typing import Any

import pytest

import rules
from rules.consequences import Consequence, History
from rules.duties import Term
from rules.explain import follows
from rules.words import WordsDisagree

ON = date(2026, 11, 21)
FAILING = {2025: "unqualified", 2026: "unqualified"}


def entailed(key: str, grades: dict[int, str], **rest: Any) -> dict[str, str]:
    rectified = rest.pop("rectified", {})
    history = History(grades, rectified, **rest)
    found = rules.edition(key).evaluation.entailed(history, 2026, ON)
    return {each.consequence.key: each.state for each in found}


@pytest.mark.parametrize(
    ("key", "grade", "expected"),
    [
        ("chongqing-2021", "excellent", ["commend", "addition"]),
        ("chongqing-2021", "qualified", []),
        ("chongqing-2021", "unqualified", ["rectify", "cancel"]),
        ("jinzhong-2022", "excellent", ["pay_excellent", "commend"]),
        ("jinzhong-2022", "qualified", ["pay_qualified"]),
        ("jinzhong-2022", "unqualified", ["rectify", "cancel"]),
        ("yunnan-2021", "excellent", ["commend", "recommend"]),
        ("yunnan-2021", "qualified", []),
        ("yunnan-2021", "unqualified", ["criticise", "rectify"]),
        ("shanghai-2022", "excellent", []),
        ("shanghai-2022", "unqualified", ["rectify"]),
    ],
)
def test_a_grade_entails_what_its_clause_says(key: str, grade: str, expected: list[str]) -> None:
    assert list(entailed(key, {2026: grade})) == expected


@pytest.mark.parametrize("key", ["chongqing-2021", "jinzhong-2022"])
@pytest.mark.parametrize(
    ("grades", "revoked"),
    [
        (FAILING, True),
        ({2026: "unqualified"}, False),
        ({2024: "unqualified", 2026: "unqualified"}, False),
        ({2025: "qualified", 2026: "unqualified"}, False),
        ({2025: "unqualified", 2026: "qualified"}, False),
        ({2024: "unqualified", 2025: "unqualified"}, False),
    ],
)
def test_two_frozen_failures_in_a_row_revoke_and_a_gap_breaks_the_row(
    key: str, grades: dict[int, str], revoked: bool
) -> None:
    assert ("revoke" in entailed(key, grades)) is revoked


@pytest.mark.parametrize("key", ["chongqing-2021", "jinzhong-2022"])
def test_passing_a_rectification_saves_the_money_and_no_grade(key: str) -> None:
    assert entailed(key, FAILING, rectified={2026: "failed"})["cancel"] == "due"
    assert entailed(key, FAILING)["cancel"] == "waits"
    passed = entailed(key, FAILING, rectified={2025: "passed", 2026: "passed"})
    assert "cancel" not in passed
    assert passed["revoke"] == "due"


@pytest.mark.parametrize(
    ("founded", "rectified", "consented", "expected"),
    [
        (date(2023, 11, 21), "failed", True, "due"),
        (date(2023, 11, 21), "failed", False, "waits"),
        (date(2023, 11, 21), None, True, "waits"),
        (date(2023, 11, 21), "passed", True, None),
        (date(2023, 11, 22), "failed", True, None),
        (None, "failed", True, None),
    ],
)
def test_shanghai_revokes_after_three_years_a_failed_rectification_and_consent(
    founded, rectified, consented, expected
) -> None:
    found = entailed(
        "shanghai-2022",
        {2026: "unqualified"},
        rectified={2026: rectified} if rectified else {},
        founded=founded,
        consents=frozenset({"revoke"} if consented else ()),
    )
    assert found.get("revoke") == expected


def test_a_revocation_names_all_that_it_waits_for() -> None:
    history = History({2026: "unqualified"}, {}, date(2020, 1, 1))
    *_, last = rules.edition("shanghai-2022").evaluation.entailed(history, 2026, ON)
    assert [each.en for each in last.waits] == [
        "the result of the rectification",
        "the ministry's consent",
    ]
    assert "the ministry's consent" in follows(last).en


def test_only_yunnan_takes_money_back_and_an_office_decides() -> None:
    effects = {
        (edition.key, each.effect)
        for edition in rules.editions()
        if edition.evaluation
        for each in edition.evaluation.consequences
        if each.effect == "refund"
    }
    assert effects == {("yunnan-2021", "refund")}
    found = entailed("yunnan-2021", {}, findings=frozenset({"poor_running"}))
    assert found == {"order": "may", "revoke": "may", "refund": "may"}
    assert entailed("yunnan-2021", {}, findings=frozenset({"other"})) == {}


def test_words_of_a_consequence_must_agree_with_its_numbers() -> None:
    with pytest.raises(WordsDisagree):
        Consequence("x", "", "", "revoke", "CQ-25(2)", "连续两年", grade="x", in_a_row=3)
    with pytest.raises(WordsDisagree):
        Consequence("x", "", "", "revoke", "SH-25", "成立3年以上", grade="x", age=Term(2, "years"))


def test_frames_have_the_printed_heads() -> None:
    heads = {e.key: len(e.evaluation.frame.dimensions) for e in rules.editions() if e.evaluation}
    assert heads == {
        "chongqing-2021": 3,
        "jinzhong-2022": 3,
        "shanghai-2022": 6,
        "yunnan-2021": 5,
    }


def test_standing_duties_have_keys_of_their_own_and_both_languages() -> None:
    for edition in rules.editions():
        keys = [kept.key for kept in edition.standing]
        assert len(keys) == len(set(keys))
        assert all(kept.zh and kept.en and kept.words for kept in edition.standing)


@pytest.mark.parametrize("record", ["offence", "dishonesty", "accident"])
def test_any_of_three_records_keeps_an_enterprise_out_of_a_shanghai_park(record: str) -> None:
    admission = rules.edition("shanghai-2022").admission
    (refusal,) = admission.refusals({record, "harm"})
    assert refusal.clause == "SH-21"
    assert refusal.zh.endswith("的不得入驻。")
    assert admission.refusals({"harm"}) == ()


def test_the_name_is_used_after_a_filing_and_borne_by_nobody_else() -> None:
    use = rules.edition("shanghai-2022").name_use
    assert use.refusal(date(2026, 11, 20), ON) is None
    late = use.refusal(ON, ON)
    assert (late.clause, late.zh) == (
        "SH-16",
        "须在2026年11月21日活动开始之前报备或取得授权。",
    )
    assert late.en == "It must be filed or authorised before the event of 21 November 2026."
    longest = "中国上海人力资源服务产业园区东部园"
    assert use.borne(f"样例（{longest}）论坛") == longest
    assert use.borne("样例人力资源服务产业园区") is None
