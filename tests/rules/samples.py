"""Parks that just reach every number of their edition, and the answers that go with them."""

from typing import Any

import rules

JUST_ENOUGH: dict[str, dict[str, Any]] = {
    "shanghai-2022": {
        "operating_agencies": 40,
        "annual_revenue": "2000000000",
        "floor_area": "40000",
        "public_service_area": "1000",
    },
    "jinzhong-2022": {
        "branch_sites": 0,
        "floor_area": "3000",
        "operating_agencies": 10,
        "gross_revenue": "30000000",
        "agency_gross_revenues": [],
    },
    "qingpu-2022": {
        "registered_in_area": True,
        "taxed_in_area": True,
        "sound_accounts": True,
        "legal_person": True,
        "independent_accounting": True,
    },
    "chongqing-2021": {
        "floor_area": "10000",
        "operating_agencies": 20,
        "first_year_revenue": "500000000",
        "placements": 200_000,
        "scarce_talent_moves": 2000,
    },
    "yunnan-2021": {
        "operating_agencies": 25,
        "annual_revenue": "800000000",
        "branch_sites": 3,
    },
}


def answered(edition: rules.Edition, met: bool = True) -> dict[str, dict[str, Any]]:
    """One person's answer on every judged leaf."""
    answer = {"met": met, "by": "样例审核员", "reason": "查阅材料"}
    return {leaf.id: answer for leaf in edition.leaves() if leaf.kind == "judged"}


def assess(key: str, waivers: dict[str, Any] | None = None, **changes: Any) -> rules.Verdict:
    """The verdict on the park that just reaches everything, with some facts changed.

    None takes a fact away.
    """
    edition = rules.edition(key)
    facts = {k: v for k, v in (JUST_ENOUGH[key] | changes).items() if v is not None}
    return edition.assess(facts, answered(edition), waivers)


def leaf(verdict: rules.Verdict, clause: str) -> rules.Step:
    """The leaf of that id."""
    return next(step for step in verdict.tree.leaves() if step.clause == clause)


def waiver(**changes: Any) -> dict[str, Any]:
    """A complete waiver."""
    return {"by": "样例负责人", "reason": "样例理由", "document": "样例〔2026〕1号"} | changes
