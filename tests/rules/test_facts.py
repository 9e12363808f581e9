"""What a fact takes and what it refuses."""

from decimal import Decimal

import pytest

from rules import BadInput, facts
from rules.facts import Fact

RATE = Fact("rate", "", "", "%", "%", "percent", "declared")


@pytest.mark.parametrize(
    ("fact", "raw", "value"),
    [
        (facts.OPERATING_AGENCIES, 0, 0),
        (facts.ANNUAL_REVENUE, "2000000000.01", Decimal("2000000000.01")),
        (facts.ANNUAL_REVENUE, 5, Decimal(5)),
        (facts.ANNUAL_REVENUE, Decimal("1E+3"), Decimal(1000)),
        (facts.FLOOR_AREA, "0.5", Decimal("0.5")),
        (RATE, "12.5", Decimal("12.5")),
        (facts.REGION, "northeast", "northeast"),
        (facts.SPECIALISED, False, False),
        (facts.AGENCY_GROSS_REVENUES, ["1", 2], (Decimal(1), Decimal(2))),
        (facts.AGENCY_GROSS_REVENUES, (), ()),
    ],
)
def test_a_good_value_is_taken(fact, raw, value) -> None:
    assert fact.parse(raw) == value


@pytest.mark.parametrize(
    ("fact", "raw"),
    [
        (facts.OPERATING_AGENCIES, -1),
        (facts.OPERATING_AGENCIES, "10"),
        (facts.OPERATING_AGENCIES, 10.0),
        (facts.OPERATING_AGENCIES, True),
        (facts.OPERATING_AGENCIES, None),
        (facts.OPERATING_AGENCIES, 10**40),
        (facts.ANNUAL_REVENUE, 1.5),
        (facts.ANNUAL_REVENUE, True),
        (facts.ANNUAL_REVENUE, "-1"),
        (facts.ANNUAL_REVENUE, -1),
        (facts.ANNUAL_REVENUE, "1e5"),
        (facts.ANNUAL_REVENUE, "NaN"),
        (facts.ANNUAL_REVENUE, "１２"),
        (facts.ANNUAL_REVENUE, "1,000"),
        (facts.ANNUAL_REVENUE, " 1"),
        (facts.ANNUAL_REVENUE, ""),
        (facts.ANNUAL_REVENUE, "1\n"),
        (facts.ANNUAL_REVENUE, "9" * 41),
        (facts.ANNUAL_REVENUE, ["1"]),
        (facts.REGION, "north"),
        (facts.REGION, True),
        (facts.REGION, []),
        (facts.SPECIALISED, 1),
        (facts.SPECIALISED, "true"),
        (facts.AGENCY_GROSS_REVENUES, "1"),
        (facts.AGENCY_GROSS_REVENUES, {"a": "1"}),
        (facts.AGENCY_GROSS_REVENUES, ["1", None]),
    ],
)
def test_a_bad_value_is_refused_with_the_key_of_the_fact(fact, raw) -> None:
    with pytest.raises(BadInput, match=fact.key):
        fact.parse(raw)


def test_an_unknown_fact_is_refused() -> None:
    with pytest.raises(BadInput, match="unknown fact: agencies"):
        facts.parse({"agencies": 1})


def test_every_fact_has_both_labels_and_a_unit_where_it_is_a_figure() -> None:
    for fact in facts.CATALOGUE.values():
        assert fact.zh
        assert fact.en
        assert bool(fact.unit_zh) is (fact.kind not in ("flag", "choice"))
        assert bool(fact.choices) is (fact.kind == "choice")
