"""原则上, 一般 and 适当放宽: who may waive what, and what a waiver must still reach."""

import pytest

import rules
from rules import Outcome
from tests.rules.samples import assess, leaf, waiver


@pytest.mark.parametrize(
    ("key", "clause", "change"),
    [
        ("shanghai-2022", "SH-6(4)a", {"operating_agencies": 39}),
        ("jinzhong-2022", "JZ-9(3)a", {"operating_agencies": 9}),
        ("chongqing-2021", "CQ-8(6)", {"placements": 1}),
        ("yunnan-2021", "YN-4(2)c", {"branch_sites": 4}),
    ],
)
def test_in_principle_a_miss_can_be_waived_for_every_applicant(key, clause, change) -> None:
    missed = assess(key, **change)
    assert (missed.outcome, missed.waivable) == (Outcome.NOT_MET, True)
    waived = assess(key, {clause: waiver()}, **change)
    assert waived.outcome is Outcome.MET
    step = leaf(waived, clause)
    assert step.waiver is not None
    assert step.waiver.document == "样例〔2026〕1号"
    assert (step.gap, step.waivable) == (None, False)


def test_a_judged_miss_can_be_waived_as_well() -> None:
    edition = rules.edition("yunnan-2021")
    answer = {"YN-4(5)": {"met": False, "by": "样例", "reason": "样例"}}
    verdict = edition.assess({}, answer, {"YN-4(5)": waiver()})
    assert leaf(verdict, "YN-4(5)").outcome is Outcome.MET


def test_a_waiver_of_a_missing_fact_leaves_it_missing() -> None:
    verdict = assess("shanghai-2022", {"SH-6(4)a": waiver()}, operating_agencies=None)
    assert verdict.outcome is Outcome.UNKNOWN


def test_a_waiver_of_an_unanswered_standard_leaves_it_open() -> None:
    verdict = rules.edition("yunnan-2021").assess({}, None, {"YN-4(5)": waiver()})
    assert leaf(verdict, "YN-4(5)").outcome is Outcome.JUDGE


def test_a_waiver_where_the_text_grants_no_discretion_waives_nothing() -> None:
    verdict = assess("qingpu-2022", {"QP-3(2)a": waiver()}, registered_in_area=False)
    assert verdict.outcome is Outcome.NOT_MET


def test_one_miss_left_without_a_waiver_keeps_the_whole_unmet() -> None:
    verdict = assess("shanghai-2022", {"SH-6(4)a": waiver()}, operating_agencies=1, floor_area=1)
    assert [s.clause for s in verdict.tree.deciding()] == ["SH-6(5)a"]


@pytest.mark.parametrize(
    ("key", "change", "clause", "kinds"),
    [
        ("chongqing-2021", {}, "CQ-8(2)", ["CQ-8(2)"]),
        ("chongqing-2021", {"region": "metropolitan"}, "CQ-8(5)a", ["CQ-8"]),
        ("chongqing-2021", {"region": "northeast"}, "CQ-8(5)a", ["CQ-8", "CQ-8末1"]),
        ("chongqing-2021", {"region": "southeast"}, "CQ-8(1)", ["CQ-8", "CQ-8末1"]),
        ("chongqing-2021", {"online_offline": True}, "CQ-8(2)", ["CQ-8(2)", "CQ-8末2"]),
        ("chongqing-2021", {"online_offline": True}, "CQ-8(5)a", ["CQ-8"]),
        ("chongqing-2021", {"online_offline": False}, "CQ-8(2)", ["CQ-8(2)"]),
        ("yunnan-2021", {"specialised": True}, "YN-4(2)a", ["YN-4", "YN-5"]),
        ("yunnan-2021", {"remote_area": True}, "YN-4(2)c", ["YN-4(2)", "YN-5"]),
        ("shanghai-2022", {}, "SH-6(5)a", ["SH-6(5)"]),
        ("shanghai-2022", {}, "SH-6(6)b", ["SH-6(6)"]),
        ("jinzhong-2022", {}, "JZ-9(3)R1", ["JZ-9"]),
        ("qingpu-2022", {}, "QP-3(2)a", []),
    ],
)
def test_a_leaf_names_the_grounds_on_which_it_may_be_waived(key, change, clause, kinds) -> None:
    step = leaf(assess(key, **change), clause)
    assert [ground.clause for ground in step.grounds] == kinds


@pytest.mark.parametrize(
    ("region", "agencies", "outcome"),
    [
        ("northeast", 15, Outcome.MET),
        ("northeast", 14, Outcome.NOT_MET),
        ("metropolitan", 15, Outcome.NOT_MET),
        (None, 15, Outcome.NOT_MET),
    ],
)
def test_a_relaxed_value_needs_its_class_and_must_be_reached(region, agencies, outcome) -> None:
    verdict = assess(
        "chongqing-2021", {"CQ-8(5)a": waiver(value=15)}, region=region, operating_agencies=agencies
    )
    assert leaf(verdict, "CQ-8(5)a").outcome is outcome


def test_a_relaxed_limit_upwards_is_a_ceiling() -> None:
    waivers = {"YN-4(2)c": waiver(value=5)}
    five = assess("yunnan-2021", waivers, branch_sites=5, remote_area=True)
    six = assess("yunnan-2021", waivers, branch_sites=6, remote_area=True)
    assert (five.outcome, six.outcome) == (Outcome.MET, Outcome.NOT_MET)


def test_an_online_park_may_relax_its_floor_area_only() -> None:
    waivers = {"CQ-8(2)": waiver(value="8000"), "CQ-8(5)a": waiver(value=15)}
    verdict = assess(
        "chongqing-2021", waivers, online_offline=True, floor_area="8000", operating_agencies=15
    )
    assert [s.clause for s in verdict.tree.deciding()] == ["CQ-8(5)a"]


@pytest.mark.parametrize(
    ("waivers", "reason"),
    [
        ({"SH-9": waiver()}, "unknown leaf"),
        ({"SH-6(4)a": "yes"}, "expected an object"),
        ({"SH-6(4)a": {"by": "样例"}}, "missing or unknown: document, reason"),
        ({"SH-6(4)a": waiver(second="样例")}, "missing or unknown: second"),
        ({"SH-6(4)a": waiver(reason=" ")}, "reason must be text"),
        ({"SH-6(4)a": waiver(by=7)}, "by must be text"),
        ({"SH-6(4)a": waiver(value="12.5")}, "whole number"),
        ({"SH-6(2)": waiver(value=1)}, "no number"),
    ],
)
def test_a_waiver_that_is_not_complete_is_refused(waivers, reason) -> None:
    with pytest.raises(rules.BadInput, match=reason):
        assess("shanghai-2022", waivers)


def test_a_value_for_a_count_of_agencies_is_a_count() -> None:
    with pytest.raises(rules.BadInput, match="whole number"):
        assess("jinzhong-2022", {"JZ-9(3)R2": waiver(value="2.5")})
    with pytest.raises(rules.BadInput, match="no number"):
        assess("qingpu-2022", {"QP-3(2)a": waiver(value=1)})


@pytest.mark.parametrize(
    ("judgements", "reason"),
    [
        (
            {"SH-6(4)a": {"met": True, "by": "样例", "reason": "样例"}},
            "no leaf that a person judges",
        ),
        (
            {"SH-99": {"met": True, "by": "样例", "reason": "样例"}},
            "no leaf that a person judges",
        ),
        ({"SH-6(2)": True}, "expected an object"),
        ({"SH-6(2)": {"met": "yes", "by": "样例", "reason": "样例"}}, "met must be true or false"),
        ({"SH-6(2)": {"met": True, "by": "样例"}}, "missing or unknown: reason"),
    ],
)
def test_a_judgement_that_is_not_complete_is_refused(judgements, reason) -> None:
    with pytest.raises(rules.BadInput, match=reason):
        rules.edition("shanghai-2022").assess({}, judgements)
