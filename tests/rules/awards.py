"""Awards for the tests of money."""

from typing import Any

import rules

RENT: dict[str, Any] = {
    "annual_revenue": "20000000.01",
    "is_operator": False,
    "lease_months": 36,
    "annual_rent": "1000000",
    "claim_year": 1,
    "paid_this_year": 0,
}


OPERATIONS: dict[str, Any] = {
    "employed_persons": 7000,
    "employment_task": 70_000,
    "grade": "qualified",
    "rectification": None,
}


CONSTRUCTION: dict[str, Any] = {
    "year": 2,
    "paid_so_far": "1500000",
    "grade": "qualified",
    "rectification": None,
}


QINGPU = {
    "rent": RENT,
    "opening": {"paid_in_capital": "5000000", "local_revenue": "5000000"},
    "level": {"level": "district"},
    "events": {"spending": "1000", "paid_this_year": "0"},
    "match": {"municipal_award": "1000"},
}


def award(key: str, scheme: str, **facts: Any) -> dict[str, Any]:
    return rules.edition(key).award(scheme, facts).to_dict()


def paid(key: str, scheme: str, **facts: Any) -> tuple[bool, str]:
    answer = award(key, scheme, **facts)
    return answer["entitled"], answer["amount"]
