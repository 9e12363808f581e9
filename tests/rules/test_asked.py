"""What a procedure asks: the edition's conditions, some of them, or none."""

import pytest

import rules


@pytest.mark.parametrize(
    ("edition", "procedure"),
    [(edition, each) for edition in rules.editions() for each in edition.procedures.values()],
    ids=lambda each: each.key,
)
def test_a_procedure_asks_the_facts_of_its_own_conditions(edition, procedure) -> None:
    law = rules.law(edition.key, procedure.key)
    assert (law is edition) == (procedure.conditions is None)
    assert set(law.tests) <= set(edition.tests)


@pytest.mark.parametrize(
    ("edition", "procedure", "facts"),
    [
        (
            "shanghai-2022",
            "preparation",
            {"operating_agencies", "annual_revenue", "floor_area", "public_service_area"},
        ),
        ("shanghai-2022", "formal", set()),
        (
            "chongqing-2021",
            "recognition",
            {"operating_agencies", "first_year_revenue", "placements", "scarce_talent_moves"},
        ),
        ("yunnan-2021", "recognition", set()),
    ],
)
def test_figures_may_be_committed_where_the_text_speaks_of_what_is_to_come(
    edition, procedure, facts
) -> None:
    law = rules.edition(edition).procedures[procedure]
    asked = rules.law(edition, procedure).fact_keys()
    assert {key for key in ("region", "floor_area", *asked) if law.may_commit(key)} == facts


@pytest.mark.parametrize("key", [("jinzhong-2022", "new_branch"), ("yunnan-2021", "new_branch")])
def test_a_fourth_branch_site_is_missed_and_may_be_waived(key) -> None:
    facts = {"branch_sites": 4, "core_floor_area": "2000", "floor_area": "4000"}
    law = rules.law(*key)
    missed = law.assess(facts)
    assert (missed.outcome, missed.waivable) == (rules.Outcome.NOT_MET, True)
    (leaf,) = missed.tree.deciding()
    waiver = {"by": "样例", "reason": "样例", "document": "样例〔2026〕1号"}
    assert law.assess(facts, {}, {leaf.clause: waiver}).outcome is rules.Outcome.MET
    assert law.assess(facts | {"branch_sites": 3}).outcome is rules.Outcome.MET


def test_a_new_branch_asks_for_sites_alone_and_grants_no_relaxation() -> None:
    assert rules.law("yunnan-2021", "new_branch").fact_keys() == ("branch_sites",)
    assert rules.law("jinzhong-2022", "new_branch").fact_keys() == (
        "core_floor_area",
        "floor_area",
        "branch_sites",
    )


def prepared(**changes) -> rules.Verdict:
    law = rules.law("shanghai-2022", "preparation")
    answer = {"met": True, "by": "样例", "reason": "样例"}
    judged = {leaf.id: answer for leaf in law.leaves() if leaf.kind == "judged"}
    facts = {"floor_area": "40000", "public_service_area": "1000"}
    return law.assess(facts | changes, judged)


def decided_formally(**facts) -> rules.Outcome:
    return rules.law("shanghai-2022", "formal").assess(facts).outcome


def test_agencies_and_revenue_inform_a_preparation_and_decide_the_formal_application() -> None:
    verdict = prepared(operating_agencies=1)
    leaves = {step.clause: step.outcome for step in verdict.tree.leaves()}
    assert leaves["SH-6(4)a"] is rules.Outcome.NOT_MET
    assert (verdict.outcome, verdict.missing) == (rules.Outcome.MET, ())
    assert decided_formally(operating_agencies=1) is rules.Outcome.NOT_MET


def test_premises_decide_a_preparation_as_well() -> None:
    assert prepared(floor_area="39999").outcome is rules.Outcome.NOT_MET


def test_a_receipt_is_replayed_as_its_procedure_asks() -> None:
    receipt = prepared(operating_agencies=1).receipt()
    verdict, differences = rules.replay(receipt)
    assert (verdict.outcome, differences) == (rules.Outcome.MET, [])
    assert receipt["procedure"] == "preparation"


def test_nothing_is_asked_where_no_conditions_are_printed() -> None:
    law = rules.law("qingpu-2022", "recognition")
    assert (law.fact_keys(), law.leaves()) == ((), ())
    assert law.assess({}).outcome is rules.Outcome.MET


def test_an_unknown_procedure_is_named() -> None:
    with pytest.raises(rules.UnknownKey, match="unknown procedure: qingpu-2022 flight"):
        rules.law("qingpu-2022", "flight")
    assert rules.law("qingpu-2022") is rules.edition("qingpu-2022")
