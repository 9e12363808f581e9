"""Every printed number: at it, just below it, just above it."""

from typing import Any

import pytest

from rules import Outcome
from tests.rules.samples import JUST_ENOUGH, assess, leaf

SEVERAL = {"branch_sites": 3, "core_floor_area": "2000", "floor_area": "4000"}
AT_LEAST = [
    ("shanghai-2022", "SH-6(4)a", "operating_agencies", 40, 39, 41, {}),
    (
        "shanghai-2022",
        "SH-6(4)b",
        "annual_revenue",
        "2000000000",
        "1999999999.99",
        "2000000000.01",
        {},
    ),
    ("shanghai-2022", "SH-6(5)a", "floor_area", "40000", "39999.99", "40000.01", {}),
    ("shanghai-2022", "SH-6(5)b", "public_service_area", "1000", "999.99", "1000.01", {}),
    ("jinzhong-2022", "JZ-9(2)a", "floor_area", "3000", "2999.99", "3000.01", {}),
    ("jinzhong-2022", "JZ-9(2)b", "core_floor_area", "2000", "1999.99", "2000.01", SEVERAL),
    ("jinzhong-2022", "JZ-9(2)c", "floor_area", "4000", "3999.99", "4000.01", SEVERAL),
    ("jinzhong-2022", "JZ-9(3)a", "operating_agencies", 10, 9, 11, {}),
    ("jinzhong-2022", "JZ-9(3)R1", "gross_revenue", "30000000", "29999999.99", "30000000.01", {}),
    ("chongqing-2021", "CQ-8(2)", "floor_area", "10000", "9999.99", "10000.01", {}),
    ("chongqing-2021", "CQ-8(5)a", "operating_agencies", 20, 19, 21, {}),
    (
        "chongqing-2021",
        "CQ-8(5)b",
        "first_year_revenue",
        "500000000",
        "499999999.99",
        "500000000.01",
        {},
    ),
    ("chongqing-2021", "CQ-8(6)", "placements", 200_000, 199_999, 200_001, {}),
    ("chongqing-2021", "CQ-8(7)", "scarce_talent_moves", 2000, 1999, 2001, {}),
    ("yunnan-2021", "YN-4(2)a", "operating_agencies", 25, 24, 26, {}),
    ("yunnan-2021", "YN-4(2)b", "annual_revenue", "800000000", "799999999.99", "800000000.01", {}),
]
AT_MOST = [
    ("jinzhong-2022", "JZ-9(2)d", SEVERAL),
    ("yunnan-2021", "YN-4(2)c", {}),
]


@pytest.mark.parametrize("key", JUST_ENOUGH)
def test_a_park_that_just_reaches_every_number_meets_the_conditions(key: str) -> None:
    verdict = assess(key)
    assert verdict.outcome is Outcome.MET
    assert not verdict.missing
    assert not verdict.to_judge
    assert not verdict.contested


@pytest.mark.parametrize(("key", "clause", "fact", "at", "below", "above", "others"), AT_LEAST)
def test_a_number_is_met_at_and_above_it_and_missed_just_below(
    key, clause, fact, at, below, above, others
) -> None:
    steps = [leaf(assess(key, **(others | {fact: value})), clause) for value in (below, at, above)]
    assert [step.outcome for step in steps] == [Outcome.NOT_MET, Outcome.MET, Outcome.MET]
    assert [step.gap for step in steps] == ["1" if isinstance(at, int) else "0.01", None, None]


@pytest.mark.parametrize(("key", "clause", "others"), AT_MOST)
def test_three_branch_sites_are_allowed_and_four_are_not(key, clause, others) -> None:
    three = leaf(assess(key, **(others | {"branch_sites": 3})), clause)
    four = leaf(assess(key, **(others | {"branch_sites": 4})), clause)
    assert (three.outcome, three.gap) == (Outcome.MET, None)
    assert (four.outcome, four.gap) == (Outcome.NOT_MET, "1")


@pytest.mark.parametrize("fact", JUST_ENOUGH["qingpu-2022"])
def test_a_beneficiary_of_qingpu_that_lacks_one_property_is_out_for_good(fact: str) -> None:
    lacking: dict[str, Any] = {fact: False}
    verdict = assess("qingpu-2022", **lacking)
    assert verdict.outcome is Outcome.NOT_MET
    assert not verdict.waivable
    assert [(s.want, s.have, s.operator, s.gap) for s in verdict.tree.deciding()] == [
        (True, False, "=", None)
    ]


@pytest.mark.parametrize("key", JUST_ENOUGH)
def test_a_missing_fact_is_named_and_never_counts_as_zero(key: str) -> None:
    for fact in JUST_ENOUGH[key]:
        if fact == "agency_gross_revenues":
            continue  # the total revenue alone decides here
        verdict = assess(key, **{fact: None})
        assert (verdict.outcome, verdict.missing) == (Outcome.UNKNOWN, (fact,))


def test_a_fact_that_only_relaxes_is_never_missing() -> None:
    assert "region" not in assess("chongqing-2021", placements=None).missing
    assert assess("yunnan-2021").missing == ()


def test_a_missed_number_outweighs_a_missing_one() -> None:
    verdict = assess("shanghai-2022", operating_agencies=39, floor_area=None)
    assert (verdict.outcome, verdict.missing) == (Outcome.NOT_MET, ("floor_area",))
