"""JZ-9: one site or several, ten agencies, four limbs of revenue, the contested reading."""

from typing import Any

import pytest

import rules
from rules import Outcome
from tests.rules.samples import answered, assess, leaf

LIMBS = [
    ("JZ-9(3)R2", "5000000", "5000000.01", 3),
    ("JZ-9(3)R3", "3000000", "3000000.01", 5),
    ("JZ-9(3)R4", "10000000", "10000000.01", 1),
]


def park(revenues: list[str], total: str | None = "0", **changes: Any) -> rules.Verdict:
    return assess("jinzhong-2022", gross_revenue=total, agency_gross_revenues=revenues, **changes)


@pytest.mark.parametrize(("clause", "limit", "above", "least"), LIMBS)
def test_enough_agencies_above_the_limit_make_the_limb(clause, limit, above, least) -> None:
    verdict = park([above] * least)
    assert leaf(verdict, clause).outcome is Outcome.MET
    assert verdict.outcome is Outcome.MET


@pytest.mark.parametrize(("clause", "limit", "above", "least"), LIMBS)
def test_an_agency_exactly_at_the_limit_does_not_count(clause, limit, above, least) -> None:
    step = leaf(park([above] * (least - 1) + [limit]), clause)
    assert (step.outcome, step.have, step.want, step.gap) == (
        Outcome.NOT_MET,
        least - 1,
        least,
        "1",
    )


@pytest.mark.parametrize(("clause", "limit", "above", "least"), LIMBS)
def test_more_agencies_than_needed_do_no_harm(clause, limit, above, least) -> None:
    assert leaf(park([above] * (least + 1)), clause).outcome is Outcome.MET


def test_each_limb_is_shown_whichever_one_decides() -> None:
    shown = {step.clause: step.outcome for step in park(["10000000.01"]).tree.leaves()}
    assert [shown[f"JZ-9(3)R{n}"].value for n in (1, 2, 3, 4)] == [
        "not_met",
        "not_met",
        "not_met",
        "met",
    ]


def test_a_limb_that_is_met_makes_the_missing_total_irrelevant() -> None:
    verdict = park(["10000000.01"], total=None)
    assert (verdict.outcome, verdict.missing) == (Outcome.MET, ())


def test_while_no_limb_is_met_every_missing_figure_of_the_limbs_is_named() -> None:
    verdict = assess("jinzhong-2022", gross_revenue="29999999.99", agency_gross_revenues=None)
    assert (verdict.outcome, verdict.missing) == (Outcome.UNKNOWN, ("agency_gross_revenues",))


def test_no_limb_met_is_not_met_and_all_four_decide() -> None:
    verdict = park([])
    assert verdict.outcome is Outcome.NOT_MET
    assert [s.clause for s in verdict.tree.deciding()] == [f"JZ-9(3)R{n}" for n in (1, 2, 3, 4)]


def test_nine_agencies_with_one_large_firm_pass_only_under_the_other_reading() -> None:
    verdict = park(["10000000.01"], operating_agencies=9)
    (flag,) = verdict.contested
    assert verdict.outcome is Outcome.NOT_MET
    assert (flag.id, flag.chosen) == ("A-JZ-01", "a")
    assert flag.outcomes == {"a": Outcome.NOT_MET, "b": Outcome.MET}


def test_nine_agencies_with_the_total_alone_fail_under_both_readings() -> None:
    verdict = park([], total="30000000", operating_agencies=9)
    assert (verdict.outcome, verdict.contested) == (Outcome.NOT_MET, ())


def test_the_reading_is_not_flagged_where_something_else_decides() -> None:
    verdict = park(["10000000.01"], operating_agencies=9, floor_area="2999")
    assert verdict.contested == ()


def test_a_single_site_is_not_asked_for_a_core_area() -> None:
    assert "JZ-9(2)b" not in {s.clause for s in assess("jinzhong-2022").tree.leaves()}


def test_several_sites_need_core_area_total_area_and_at_most_three_branches() -> None:
    verdict = assess("jinzhong-2022", branch_sites=1, floor_area="4000", core_floor_area="2000")
    ids = [s.clause for s in verdict.tree.leaves() if s.clause.startswith("JZ-9(2)")]
    assert ids == ["JZ-9(2)b", "JZ-9(2)c", "JZ-9(2)d", "JZ-9(2)e"]
    assert verdict.outcome is Outcome.MET


def test_several_sites_may_not_use_the_limit_of_a_single_site() -> None:
    verdict = assess("jinzhong-2022", branch_sites=1, floor_area="3999", core_floor_area="3000")
    assert [s.clause for s in verdict.tree.deciding()] == ["JZ-9(2)c"]


def test_until_the_number_of_sites_is_known_only_what_both_limbs_ask_is_named() -> None:
    verdict = assess("jinzhong-2022", branch_sites=None, floor_area=None)
    assert (verdict.outcome, verdict.missing) == (Outcome.UNKNOWN, ("branch_sites", "floor_area"))


def test_a_standard_that_no_person_has_judged_keeps_the_whole_open() -> None:
    edition = rules.edition("jinzhong-2022")
    judgements = answered(edition)
    del judgements["JZ-9(6)"]
    verdict = edition.assess(
        {
            "branch_sites": 0,
            "floor_area": 3000,
            "operating_agencies": 10,
            "gross_revenue": 30_000_000,
        },
        judgements,
    )
    assert (verdict.outcome, verdict.to_judge) == (Outcome.JUDGE, ("JZ-9(6)",))


def test_a_standard_judged_as_failed_is_a_miss() -> None:
    edition = rules.edition("jinzhong-2022")
    verdict = edition.assess({}, answered(edition, met=False))
    step = leaf(verdict, "JZ-9(6)")
    assert (step.outcome, step.waivable, step.judged) == (Outcome.NOT_MET, True, True)
    assert step.judgement is not None
    assert step.judgement.by == "样例审核员"
