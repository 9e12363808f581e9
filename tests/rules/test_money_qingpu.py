"""Qingpu's schemes: rent, opening, levels, events and the matching award, at every boundary."""

from typing import Any

import pytest

import rules
from tests.rules.awards import CONSTRUCTION, OPERATIONS, QINGPU, RENT, award, paid

BENEFICIARY = (
    "registered_in_area",
    "taxed_in_area",
    "sound_accounts",
    "legal_person",
    "independent_accounting",
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "300000.00"),
        ({"annual_revenue": "20000000"}, None),
        ({"annual_revenue": "20000000", "is_operator": True}, "300000.00"),
        ({"lease_months": 35}, None),
        ({"lease_months": 37}, "300000.00"),
        ({"annual_rent": "1999999.99"}, "600000.00"),
        ({"annual_rent": "1999999.98"}, "599999.99"),
        ({"annual_rent": "2000000"}, "600000.00"),
        ({"annual_rent": "2000000.04"}, "600000.00"),
        ({"annual_rent": "0.01"}, "0.00"),
        ({"annual_rent": "0.02"}, "0.01"),
        ({"paid_this_year": "299999.99"}, "300000.00"),
        ({"paid_this_year": "300000.01"}, "299999.99"),
        ({"paid_this_year": "600000"}, "0.00"),
        ({"paid_this_year": "600001"}, "0.00"),
        ({"claim_year": 3}, "300000.00"),
    ],
)
def test_rent_in_qingpu(changes: dict[str, Any], expected: str | None) -> None:
    assert paid("qingpu-2022", "rent", **(RENT | changes)) == (
        expected is not None,
        expected or "0.00",
    )


def test_whether_revenue_binds_the_operator_is_shown_where_money_turns_on_it() -> None:
    poor = RENT | {"annual_revenue": 0, "is_operator": True}
    (question,) = award("qingpu-2022", "rent", **poor)["contested"]
    assert (question["id"], question["chosen"]) == ("A-QP-04", "a")
    assert question["outcomes"] == {"a": "300000.00", "b": "0.00"}
    for clear in (RENT, RENT | {"is_operator": True}, RENT | {"annual_revenue": 0}):
        assert award("qingpu-2022", "rent", **clear)["contested"] == []


@pytest.mark.parametrize(
    ("capital", "revenue", "parts"),
    [
        ("4999999.99", "20000000", None),
        ("5000000", "4999999.99", None),
        ("5000000", "5000000", ("100000.00", "60000.00", "40000.00")),
        ("5000000.01", "9999999.99", ("100000.00", "60000.00", "40000.00")),
        ("5000000", "10000000", ("200000.00", "120000.00", "80000.00")),
        ("5000000", "14999999.99", ("200000.00", "120000.00", "80000.00")),
        ("5000000", "15000000", ("300000.00", "180000.00", "120000.00")),
        ("5000000", "19999999.99", ("300000.00", "180000.00", "120000.00")),
        ("5000000", "20000000", ("400000.00", "240000.00", "160000.00")),
    ],
)
def test_opening_in_qingpu_is_paid_in_three_parts(capital, revenue, parts) -> None:
    answer = award("qingpu-2022", "opening", paid_in_capital=capital, local_revenue=revenue)
    assert answer["entitled"] is (parts is not None)
    assert tuple(each["amount"] for each in answer["instalments"]) == (parts or ())
    if parts:
        assert [(e["number"], e["share"]) for e in answer["instalments"]] == [
            (1, "0.5"),
            (2, "0.3"),
            (3, "0.2"),
        ]


@pytest.mark.parametrize(
    ("level", "amount", "difference"),
    [("national", "1000000.00", "500000.00"), ("municipal", "500000.00", "300000.00"),
     ("district", "200000.00", None)],
)  # fmt: skip
def test_the_award_for_a_level_and_what_an_upgrade_might_pay(level, amount, difference) -> None:
    answer = award("qingpu-2022", "level", level=level)
    assert answer["amount"] == amount
    outcomes = [each["outcomes"] for each in answer["contested"]]
    assert outcomes == ([{"a": amount, "b": difference}] if difference else [])


@pytest.mark.parametrize(
    ("spending", "before", "expected"),
    [
        ("333333.30", "0", "99999.99"),
        ("333333.33", "0", "100000.00"),
        ("333333.34", "0", "100000.00"),
        ("400000", "0", "100000.00"),
        ("100000", "70000", "30000.00"),
        ("100000", "70000.01", "29999.99"),
        ("100000", "100000", "0.00"),
        ("0", "0", "0.00"),
    ],
)
def test_events_in_qingpu(spending: str, before: str, expected: str) -> None:
    assert paid("qingpu-2022", "events", spending=spending, paid_this_year=before)[1] == expected


def test_the_municipal_award_is_matched_one_to_one() -> None:
    assert paid("qingpu-2022", "match", municipal_award="12345.67") == (True, "12345.67")


@pytest.mark.parametrize("scheme", QINGPU)
def test_who_benefits_is_asked_in_every_scheme_of_qingpu(scheme: str) -> None:
    facts = QINGPU[scheme]
    unknown = award("qingpu-2022", scheme, **facts)
    assert (unknown["entitled"], unknown["conditions"]["outcome"]) == (True, "unknown")
    full = award("qingpu-2022", scheme, **facts, **dict.fromkeys(BENEFICIARY, True))
    assert (full["entitled"], full["conditions"]["outcome"]) == (True, "judge")
    for fact in BENEFICIARY:
        refused = award("qingpu-2022", scheme, **facts, **{fact: False})
        assert (refused["entitled"], refused["amount"]) == (False, "0.00")
        assert refused["steps"][0]["clause"] == "QP-3(2)"


def test_what_a_person_found_missing_takes_the_right_away() -> None:
    edition = rules.edition("qingpu-2022")
    answer = {"met": False, "by": "样例", "reason": "样例"}
    found = edition.award("rent", RENT, {"QP-4-1h": answer})
    assert not found.entitled
    assert found.instalments == ()


def test_the_answer_has_the_agreed_shape() -> None:
    answer = award("qingpu-2022", "rent", **RENT)
    assert set(answer) == {
        "scheme",
        "clause",
        "entitled",
        "proposal",
        "held",
        "amount",
        "ceiling",
        "instalments",
        "steps",
        "conditions",
        "contested",
        "force",
    }
    assert answer["instalments"] == [{"number": 1, "share": "1", "amount": "300000.00"}]
    assert set(answer["steps"][0]) == {"zh", "en", "clause", "value"}
    assert (answer["ceiling"], answer["held"], answer["proposal"]) == ("600000.00", None, False)


@pytest.mark.parametrize(
    ("key", "scheme", "facts"),
    [
        ("qingpu-2022", "rent", {}),
        *[("qingpu-2022", "rent", {k: v for k, v in RENT.items() if k != gone}) for gone in RENT],
        ("qingpu-2022", "rent", RENT | {"claim_year": 0}),
        ("qingpu-2022", "rent", RENT | {"claim_year": 4}),
        ("qingpu-2022", "rent", RENT | {"claim_year": None}),
        ("qingpu-2022", "rent", RENT | {"lease_months": -1}),
        ("qingpu-2022", "rent", RENT | {"lease_months": "36"}),
        ("qingpu-2022", "rent", RENT | {"is_operator": 1}),
        ("qingpu-2022", "rent", RENT | {"level": "national"}),
        ("qingpu-2022", "rent", RENT | {"legal_person": None}),
        ("qingpu-2022", "level", {"level": "provincial"}),
        ("jinzhong-2022", "recognition", {"grade": None}),
        ("jinzhong-2022", "operations", OPERATIONS | {"grade": "good"}),
        ("jinzhong-2022", "operations", OPERATIONS | {"rectification": True}),
        ("chongqing-2021", "construction", CONSTRUCTION | {"year": 4}),
    ],
)
def test_bad_facts_are_refused_in_one_line(key: str, scheme: str, facts: dict[str, Any]) -> None:
    with pytest.raises(rules.BadInput) as refused:
        rules.edition(key).award(scheme, facts)
    assert "\n" not in str(refused.value)
