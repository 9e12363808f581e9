"""Answers and points for the tests of score sheets."""

from typing import Any

import rules

SHEET = rules.edition("chongqing-2021").evaluation.sheet


BEST: dict[str, Any] = {
    "1.1": 3,
    "1.2": {"national": 1, "municipal": 0, "district": 0},
    "1.3": 5,
    "1.4": 0,
    "1.5": 200_000,
    "1.6": 2000,
    "2.1": 100,
    "2.2": "50",
    "2.3": "50000000",
    "2.4": "50",
    "2.5": 35,
    "2.6": 5000,
    "3.1": 5,
    "3.2": 4,
    "3.3": 0,
    "3.4": "none",
}
