"""The explanation, the receipt, and its replay."""

import json
from datetime import date
from decimal import Decimal

import pytest

import rules
from rules import Outcome
from rules.verdict import distance, plain
from tests.rules.samples import JUST_ENOUGH, answered, assess, leaf, waiver


def test_a_gap_is_exact_whatever_the_length_of_the_numbers() -> None:
    assert distance(Decimal("9" * 38), Decimal("0.5")) == "9" * 37 + "8.5"
    assert distance(40, 38) == "2"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Decimal("2E+9"), "2000000000"),
        (Decimal("0.50"), "0.5"),
        (Decimal("10.00"), "10"),
        (10, "10"),
    ],
)
def test_a_number_is_written_plainly(number, written) -> None:
    assert plain(number) == written


def test_a_verdict_says_clause_words_want_have_and_gap() -> None:
    step = leaf(assess("shanghai-2022", operating_agencies=38), "SH-6(4)a")
    assert (step.words, step.operator, step.want, step.have, step.gap, step.unit, step.unit_en) == (
        "不少于40家",
        ">=",
        40,
        38,
        "2",
        "家",
        "agencies",
    )


def test_an_amount_is_written_as_a_string_and_a_count_as_a_number() -> None:
    tree = assess("shanghai-2022").to_dict()["tree"]
    group = next(part for part in tree["parts"] if part["clause"] == "SH-6(4)")
    assert [(p["want"], p["have"]) for p in group["parts"]] == [
        (40, 40),
        ("2000000000", "2000000000"),
    ]


def test_only_leaves_carry_the_figures() -> None:
    tree = assess("shanghai-2022").to_dict()["tree"]
    assert set(tree) == {"clause", "outcome", "zh", "en", "decides", "parts"}
    assert {"fact", "operator", "want", "have", "unit", "gap", "waivable", "grounds"} <= set(
        tree["parts"][1]
    )


def test_a_judged_leaf_has_no_operator() -> None:
    tree = assess("shanghai-2022").to_dict()["tree"]
    assert tree["parts"][1]["operator"] is None
    assert tree["parts"][1]["judged"]


def test_the_leaves_that_decide_are_marked() -> None:
    tree = assess("qingpu-2022", legal_person=False).to_dict()["tree"]
    assert [p["clause"] for p in tree["parts"] if p["decides"]] == ["QP-3(2)d"]


def test_the_force_informs_and_changes_nothing() -> None:
    facts = JUST_ENOUGH["jinzhong-2022"]
    edition = rules.edition("jinzhong-2022")
    days = [date(2022, 11, 30), date(2022, 12, 1), date(2024, 11, 30), date(2024, 12, 1)]
    verdicts = [edition.assess(facts, answered(edition), on=day) for day in days]
    assert [v.force for v in verdicts] == ["not_yet", "in_force", "in_force", "expired"]
    assert {v.outcome for v in verdicts} == {Outcome.MET}


def test_a_receipt_survives_json_and_replays_without_a_difference() -> None:
    facts = {
        "agency_gross_revenues": ["10000000.01", "1"],
        "branch_sites": 4,
        "floor_area": "4000",
        "core_floor_area": "2000",
    }
    verdict = assess("jinzhong-2022", {"JZ-9(2)d": waiver(value=4), "JZ-9(3)a": waiver()}, **facts)
    again, differences = rules.replay(json.loads(json.dumps(verdict.receipt())))
    assert (again, differences) == (verdict, [])


def test_a_replay_names_every_difference() -> None:
    receipt = assess("qingpu-2022").receipt()
    receipt |= {"engine": "0", "facts": receipt["facts"] | {"legal_person": False}}
    _, differences = rules.replay(receipt)
    assert differences == [
        "engine: 0 -> 1",
        "outcome: met -> not_met",
        "QP-3(2)d: met (want True) -> not_met (want True)",
    ]


def test_a_replay_under_a_lost_edition_says_so() -> None:
    receipt = assess("qingpu-2022").receipt() | {"edition": "qingpu-2002"}
    with pytest.raises(rules.UnknownKey, match="unknown edition: qingpu-2002"):
        rules.replay(receipt)
