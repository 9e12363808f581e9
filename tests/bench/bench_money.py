"""Assessments, scores and amounts a second for ten thousand parks, each fully traced."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

import rules

PARKS = 10_000


def facts(n: int) -> dict[str, Any]:
    """One park's figures for article 8, no two alike."""
    return {
        "floor_area": str(5_000 + n),
        "operating_agencies": n % 60,
        "first_year_revenue": str(100_000 * n),
        "placements": 40 * n,
        "scarce_talent_moves": n,
    }


def answers(n: int) -> dict[str, Any]:
    """One park's answers to the sheet."""
    return {
        "1.1": (0, 2, 3)[n % 3],
        "1.2": {"national": n % 2, "municipal": n % 3, "district": n % 4},
        "1.3": n % 9,
        "1.4": n % 5,
        "1.5": 30 * n,
        "1.6": n % 3000,
        "2.1": f"{n % 120}.5",
        "2.2": f"{n % 80 - 20}.25",
        "2.3": str(6_000 * n),
        "2.4": f"{n % 70 - 10}.75",
        "2.5": n % 50,
        "2.6": n % 7000,
        "3.1": n % 6,
        "3.2": n % 6,
        "3.3": n % 8,
        "3.4": ("none", "minor", "serious")[n % 3],
    }


def claim(n: int) -> dict[str, Any]:
    """One park's claim for running costs."""
    return {
        "employed_persons": 3 * n,
        "employment_task": 45_678,
        "grade": ("excellent", "qualified", "unqualified", None)[n % 4],
        "rectification": None,
    }


def a_second(work: Callable[[int], object]) -> int:
    """How many parks a second, over all of them."""
    start = perf_counter()
    for n in range(PARKS):
        work(n)
    return round(PARKS / (perf_counter() - start))


def run() -> list[dict[str, Any]]:
    """One row each; there is no budget but that of a single assessment."""
    chongqing, jinzhong = rules.edition("chongqing-2021"), rules.edition("jinzhong-2022")
    assert chongqing.evaluation
    assert chongqing.evaluation.sheet
    sheet = chongqing.evaluation.sheet
    work: dict[str, Callable[[int], object]] = {
        "assessments (CQ-8)": lambda n: chongqing.assess(facts(n)),
        "scores (CQ annex 2)": lambda n: sheet.score(answers(n)).total,
        "amounts (JZ-13)": lambda n: jinzhong.award("operations", claim(n)),
    }
    return [
        {
            "name": f"{name} of 10,000 parks",
            "measured": a_second(each),
            "baseline": None,
            "ratio": None,
            "budget": None,
            "unit": "a second",
        }
        for name, each in work.items()
    ]
