"""Score sheets: what is refused, rounding, and properties that hold for every answer."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules.exact import places_two, plain
from rules.marks import Band, Bands
from rules.scoring import Part, Sheet, SheetHead, mean
from rules.source import Text
from tests.rules.answered import BEST, SHEET

HEAD = SHEET.heads[0]


TWICE = (HEAD.parts[0].items[0],) * 2


COUNTS = st.integers(0, 10**7)


PERCENTS = st.decimals("-200", "300", places=2).map(str)


ANSWERS = st.fixed_dictionaries(
    {
        "1.1": st.sampled_from([0, 2, 3]),
        "1.2": st.fixed_dictionaries(dict.fromkeys(("national", "municipal", "district"), COUNTS)),
        **dict.fromkeys(("1.3", "1.4", "1.5", "1.6", "2.5", "2.6", "3.2", "3.3"), COUNTS),
        "2.1": st.decimals(0, 300, places=2).map(str),
        "2.2": PERCENTS,
        "2.3": st.decimals(0, 10**9, places=2).map(str),
        "2.4": PERCENTS,
        "3.1": st.decimals(0, 5, places=1).map(str),
        "3.4": st.sampled_from(["none", "minor", "serious"]),
    }
)


@pytest.mark.parametrize(
    ("recorded", "why"),
    [
        ({"2.4": 2}, "has an answer"),
        ({"2.2": "10.01"}, "at most 10"),
        ({"9.9": 1}, "unknown item"),
        ({"2.2": -1}, "0 or more"),
    ],
)
def test_points_are_recorded_for_open_items_within_their_maximum(recorded, why) -> None:
    with pytest.raises(rules.BadInput, match=why):
        SHEET.score(BEST | {"2.2": None}, recorded=recorded)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        ("1.1", 1),
        ("1.1", 4),
        ("1.1", "3"),
        ("1.1", True),
        ("1.2", 3),
        ("1.2", {}),
        ("1.2", {"national": 1, "municipal": 0}),
        ("1.2", {"national": 1, "municipal": 0, "district": 0, "other": 1}),
        ("1.2", {"national": -1, "municipal": 0, "district": 0}),
        ("1.3", -1),
        ("1.3", "5"),
        ("1.5", "200000"),
        ("2.1", "-1"),
        ("2.1", -1),
        ("2.2", "1e2"),
        ("2.2", "--1"),
        ("2.2", "-"),
        ("2.2", [10]),
        ("2.2", True),
        ("2.3", "-1"),
        ("3.1", 6),
        ("3.1", "5.01"),
        ("3.4", "major"),
        ("3.4", 0),
        ("9.9", 1),
    ],
)
def test_a_bad_answer_is_refused(item: str, answer: Any) -> None:
    with pytest.raises(rules.BadInput) as refused:
        SHEET.score({item: answer})
    assert "\n" not in str(refused.value)


def test_an_unknown_reading_is_refused() -> None:
    with pytest.raises(rules.BadInput, match="unknown reading: generous"):
        SHEET.score(BEST, "generous")  # type: ignore[arg-type]


def test_experts_scores_make_a_plain_mean_rounded_once() -> None:
    one, two = SHEET.score(BEST), SHEET.score(BEST | {"3.1": "4.99"})
    assert str(mean([one, two, two])) == "89.99"


@pytest.mark.parametrize(
    ("number", "rounded"),
    [("0.005", "0.01"), ("0.004", "0.00"), ("59.995", "60.00"), ("-0.005", "-0.01")],
)
def test_two_places_are_rounded_half_up(number: str, rounded: str) -> None:
    assert str(places_two(Fraction(number))) == rounded


def test_a_number_without_end_is_written_to_two_places() -> None:
    assert (plain(Fraction(20, 3)), plain(Fraction(-5, 2)), plain(0)) == ("6.67", "-2.5", "0")


@pytest.mark.parametrize(
    ("total", "heads", "why"),
    [
        (99, SHEET.heads, "30 \\+ 50 \\+ 20 is not 99"),
        (30, (HEAD._replace(parts=HEAD.parts[:1]),), "14 is not 30"),
        (
            6,
            (SheetHead("样例", "sample", 6, "CQ-20", (Part("样例", "sample", 6, TWICE),)),),
            "twice",
        ),
        (7, (SheetHead("样例", "sample", 7, "CQ-20", (Part("样例", "sample", 7, TWICE),)),), "6|3"),
    ],
)
def test_weights_that_do_not_add_up_make_no_sheet(total: int, heads: Any, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Sheet("sample", Text("样例", "sample"), "CQ-20", "CQ-24", total, heads)


@pytest.mark.parametrize(
    "rows",
    [
        [(10, 1), (20, 2), (None, 0)],
        [(20, 1), (10, 2), (None, 0)],
        [(20, 1), (None, 0), (None, 0)],
        [(20, 2), (10, 1)],
        [(20, 2), (20, 1), (None, 0)],
    ],
)
def test_bands_out_of_order_are_refused(rows) -> None:
    bands = tuple(Band(None if least is None else Decimal(least), Decimal(p)) for least, p in rows)
    with pytest.raises(ValueError, match="band"):
        Bands("count", Text("家", "firms"), bands)


@given(ANSWERS)
def test_every_answer_has_its_band_within_the_maximum(answers: dict[str, Any]) -> None:
    score = SHEET.score(answers)
    for reading in ("as_printed", "scaled"):
        for item in score.scored[reading].values():
            assert item.points is not None
            assert 0 <= item.points <= item.maximum
    assert 2 <= score.total <= 90
    assert score.exact("scaled") <= 100


@given(ANSWERS, st.sampled_from(["1.3", "1.5", "1.6", "2.5", "2.6", "3.2"]), COUNTS)
def test_more_of_a_good_thing_never_lowers_the_score(answers, item: str, more: int) -> None:
    richer = answers | {item: answers[item] + more}
    for reading in ("as_printed", "scaled"):
        assert SHEET.score(richer, reading).exact() >= SHEET.score(answers, reading).exact()


@given(ANSWERS, st.sampled_from(["1.4", "3.3"]), COUNTS)
def test_more_harm_never_raises_the_score(answers, item: str, more: int) -> None:
    worse = answers | {item: answers[item] + more}
    assert SHEET.score(worse).exact() <= SHEET.score(answers).exact()


def test_a_score_survives_json_and_replays() -> None:
    score = SHEET.score(BEST | {"2.2": None, "2.1": Decimal("99.5")}, "scaled", {"2.2": Decimal(7)})
    again, differences = rules.replay(json.loads(json.dumps(score.receipt())))
    assert (again.to_dict(), differences) == (score.to_dict(), [])


def test_a_replay_names_the_points_that_changed() -> None:
    receipt = SHEET.score(BEST).receipt()
    receipt |= {"answers": receipt["answers"] | {"2.5": 29}, "engine": "0"}
    _, differences = rules.replay(receipt)
    assert differences[:2] == ["engine: 0 -> 1", "total: 90.00 -> 89.00"]
    assert "items.2.5.points: 5 -> 4" in differences
