"""A traced assessment beside the same check written by hand; the import beside a bare start."""

import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from time import perf_counter
from typing import Any

import rules

FACTS: dict[str, Any] = {
    "branch_sites": 0,
    "floor_area": "3600.50",
    "operating_agencies": 12,
    "gross_revenue": "29000000",
    "agency_gross_revenues": ["6000000", "5500000.01", "5000000.01"] + ["1000000"] * 9,
}
ROUNDS = 2000


def by_hand(facts: dict[str, Any], judged: dict[str, bool]) -> bool:
    """JZ-9 as one would write it without a trace."""
    revenues = [Decimal(each) for each in facts["agency_gross_revenues"]]
    if facts["branch_sites"] == 0:
        room = Decimal(facts["floor_area"]) >= 3000
    else:
        room = (
            Decimal(facts["core_floor_area"]) >= 2000
            and Decimal(facts["floor_area"]) >= 4000
            and facts["branch_sites"] <= 3
        )
    revenue = (
        Decimal(facts["gross_revenue"]) >= 30_000_000
        or sum(each > 5_000_000 for each in revenues) >= 3
        or sum(each > 3_000_000 for each in revenues) >= 5
        or sum(each > 10_000_000 for each in revenues) >= 1
    )
    return room and facts["operating_agencies"] >= 10 and revenue and all(judged.values())


def microseconds(call: Callable[[], object]) -> float:
    """The best of five runs, a call."""
    return min(_run(call) for _ in range(5)) / ROUNDS * 1e6


def _run(call: Callable[[], object]) -> float:
    start = perf_counter()
    for _ in range(ROUNDS):
        call()
    return perf_counter() - start


def started(program: str) -> float:
    """The best of five starts of an interpreter with that program, in milliseconds."""
    return min(_started(program) for _ in range(5)) * 1e3


def _started(program: str) -> float:
    # Compiled files are kept, as where the rules are installed.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, env=kept)
    return perf_counter() - start


def run() -> list[dict[str, Any]]:
    """Two rows: an assessment in microseconds, traced and by hand; the import in milliseconds."""
    return [_assessment(), _import()]


def _assessment() -> dict[str, Any]:
    edition = rules.edition("jinzhong-2022")
    answer = {"met": True, "by": "样例", "reason": "样例"}
    judgements = {leaf.id: answer for leaf in edition.leaves() if leaf.kind == "judged"}
    judged = dict.fromkeys(judgements, True)
    assert edition.assess(FACTS, judgements).outcome is rules.Outcome.MET
    assert by_hand(FACTS, judged)
    measured = microseconds(lambda: edition.assess(FACTS, judgements))
    baseline = microseconds(lambda: by_hand(FACTS, judged))
    return {
        "name": "a full traced assessment (JZ-9)",
        "measured": round(measured, 1),
        "baseline": round(baseline, 1),
        "ratio": round(measured / baseline, 1),
        "budget": 200,
        "unit": "µs",
    }


def _import() -> dict[str, Any]:
    bare = started("")
    brought = started("import rules") - bare
    return {
        "name": "import rules, beside a bare interpreter's start",
        "measured": round(brought, 1),
        "baseline": round(bare, 1),
        "ratio": round(brought / bare, 1),
        "budget": 60,
        "unit": "ms",
    }
