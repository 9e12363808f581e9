"""Chongqing's sheet: every boundary of every item, both readings, open items, bad answers."""

from fractions import Fraction
from typing import Any

import pytest

from tests.rules.answered import BEST, SHEET

WORST = BEST | {
    "1.1": 0,
    "1.2": {"national": 0, "municipal": 0, "district": 0},
    "1.3": 0,
    "1.4": 3,
    "1.5": 0,
    "1.6": 0,
    "2.1": 0,
    "2.2": "-100",
    "2.3": 0,
    "2.4": "-0.01",
    "2.5": 0,
    "2.6": 0,
    "3.1": 0,
    "3.2": 0,
    "3.3": 5,
    "3.4": "serious",
}


AT_THE_DOOR = BEST | {
    "1.1": 2,
    "1.2": {"national": 0, "municipal": 0, "district": 0},
    "1.3": 0,
    "2.2": 0,
    "2.3": "9999999.99",
    "2.4": 0,
    "2.5": 20,
    "2.6": 1999,
    "3.2": 1,
}


def points(item: str, answer: Any, reading: Any = "as_printed") -> Fraction:
    found = SHEET.score({item: answer}, reading).items[item].points
    assert found is not None
    return found


def awards(national: int = 0, municipal: int = 0, district: int = 0) -> dict[str, int]:
    return {"national": national, "municipal": municipal, "district": district}


@pytest.mark.parametrize(
    ("item", "answer", "expected"),
    [
        ("1.1", 0, 0),
        ("1.1", 2, 2),
        ("1.1", 3, 3),
        ("1.2", awards(), 0),
        ("1.2", awards(district=1), 1),
        ("1.2", awards(district=2), 2),
        ("1.2", awards(municipal=1), 2),
        ("1.2", awards(municipal=2), 3),
        ("1.2", awards(municipal=1, district=1), 3),
        ("1.2", awards(national=1), 3),
        ("1.2", awards(national=9, municipal=9, district=9), 3),
        *[("1.3", n, min(n, 5)) for n in range(8)],
        *[("1.4", n, max(3 - n, 0)) for n in range(6)],
        ("1.5", 200_001, 8),
        ("1.5", 200_000, 8),
        ("1.5", 199_999, 6),
        ("1.5", 150_000, 6),
        ("1.5", 149_999, 4),
        ("1.5", 100_000, 4),
        ("1.5", 99_999, 2),
        ("1.5", 80_000, 2),
        ("1.5", 79_999, 0),
        ("1.5", 0, 0),
        ("1.6", 2000, 5),
        ("1.6", 1999, 4),
        ("1.6", 1500, 4),
        ("1.6", 1499, 2),
        ("1.6", 1000, 2),
        ("1.6", 999, 0),
        ("2.1", "100.01", 20),
        ("2.1", 100, 20),
        ("2.1", "99.99", 15),
        ("2.1", "99.5", 15),
        ("2.1", 95, 15),
        ("2.1", "94.99", 10),
        ("2.1", "94.5", 10),
        ("2.1", 90, 10),
        ("2.1", "89.99", 0),
        ("2.2", 50, 10),
        ("2.2", "49.99", 8),
        ("2.2", 40, 8),
        ("2.2", "39.99", 6),
        ("2.2", 30, 6),
        ("2.2", "29.99", 4),
        ("2.2", 20, 4),
        ("2.2", "19.99", 2),
        ("2.2", 10, 2),
        ("2.2", "9.99", 0),
        ("2.2", -1, 0),
        ("2.2", "-0.5", 0),
        ("2.3", "50000000", 5),
        ("2.3", "49999999.99", 3),
        ("2.3", "30000000", 3),
        ("2.3", "29999999.99", 2),
        ("2.3", "10000000", 2),
        ("2.3", "9999999.99", 1),
        ("2.3", 0, 1),
        ("2.4", 50, 3),
        ("2.4", "49.99", 2),
        ("2.4", 30, 2),
        ("2.4", "29.99", 1),
        ("2.4", 10, 1),
        ("2.4", "9.99", 0),
        ("2.5", 35, 5),
        ("2.5", 34, 5),
        ("2.5", 30, 5),
        ("2.5", 29, 4),
        ("2.5", 25, 4),
        ("2.5", 24, 2),
        ("2.5", 20, 2),
        ("2.5", 19, 0),
        ("2.6", 5000, 4),
        ("2.6", 4999, 3),
        ("2.6", 3000, 3),
        ("2.6", 2999, 2),
        ("2.6", 2000, 2),
        ("2.6", 1999, 1),
        ("2.6", 0, 1),
        *[("3.1", n, n) for n in range(6)],
        ("3.2", 5, 3),
        ("3.2", 4, 3),
        ("3.2", 3, 2),
        ("3.2", 2, 2),
        ("3.2", 1, 1),
        ("3.2", 0, 0),
        *[("3.3", n, max(5 - n, 0)) for n in range(7)],
        ("3.4", "none", 3),
        ("3.4", "minor", 2),
        ("3.4", "serious", 0),
    ],
)
def test_an_item_gives_its_points_as_printed(item: str, answer: Any, expected: int) -> None:
    assert points(item, answer) == expected


@pytest.mark.parametrize(
    ("item", "answer", "expected"),
    [
        ("1.6", 2000, Fraction(8)),
        ("1.6", 1500, Fraction(32, 5)),
        ("2.4", 50, Fraction(5)),
        ("2.4", 10, Fraction(5, 3)),
        ("2.5", 35, Fraction(5)),
        ("2.5", 34, Fraction(15, 4)),
        ("2.6", 0, Fraction(5, 4)),
        ("3.2", 2, Fraction(10, 3)),
        ("3.4", "minor", Fraction(10, 3)),
        ("1.5", 199_999, Fraction(6)),
    ],
)
def test_scaling_brings_the_best_criterion_to_the_printed_weight(item, answer, expected) -> None:
    assert points(item, answer, "scaled") == expected


@pytest.mark.parametrize(
    ("answers", "printed", "scaled"),
    [(BEST, "90.00", "100.00"), (WORST, "2.00", "2.25"), (AT_THE_DOOR, "56.00", "61.17")],
)
def test_the_totals_of_the_best_the_worst_and_the_park_at_the_door(answers, printed, scaled):
    score = SHEET.score(answers)
    assert score.complete
    assert score.to_dict()["readings"] == {"as_printed": printed, "scaled": scaled}
    assert str(SHEET.score(answers, "scaled").total) == scaled


def test_the_weights_are_the_printed_hundred_of_which_ninety_can_be_had() -> None:
    weights: list[int] = [item.maximum for item in SHEET.items.values()]
    assert sum(weights) == 100
    assert SHEET.attainable == 90


@pytest.mark.parametrize("item", BEST)
def test_an_open_item_leaves_the_score_incomplete(item: str) -> None:
    for answers in (BEST | {item: None}, {k: v for k, v in BEST.items() if k != item}):
        score = SHEET.score(answers)
        assert not score.complete
        assert score.items[item].points is None
        assert score.exact() == 90 - points(item, BEST[item])


def test_recorded_points_close_an_open_item_under_both_readings() -> None:
    score = SHEET.score(BEST | {"2.4": None}, recorded={"2.4": "2.5"})
    assert score.complete
    assert score.items["2.4"].zh == "领导小组记2.5分"
    assert score.to_dict()["readings"] == {"as_printed": "89.50", "scaled": "97.50"}
