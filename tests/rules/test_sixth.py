"""A sixth jurisdiction is one file: added at run time, everything serves it."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules import facts, forms, registry
from rules.consequences import History
from rules.coverage import unaccounted
from rules.duties import Duty, EachYear
from rules.facts import Fact
from rules.words import WordsDisagree, read
from tests.rules.sixth import registered, sample
from tests.rules.test_numerals import bare, carried


@pytest.fixture
def sixth() -> Iterator[rules.Edition]:
    with registered() as edition:
        yield edition


def paid(scheme: str, **given: Any) -> str:
    return str(sample().award(scheme, given).amount)


def test_the_registry_knows_it_while_it_is_registered(sixth: rules.Edition) -> None:
    assert "sample" in rules.jurisdictions()
    assert rules.edition("sample-2026") is sixth
    assert rules.in_force("sample", date(2026, 5, 1)).force == "in_force"
    assert rules.in_force("sample", date(2029, 1, 1)).force == "expired"
    assert forms.form("sample-recognition").title == "产业园认定申请表"
    with pytest.raises(ValueError, match="sample-2026 is there already"):
        registry.register(sixth)


def test_the_registry_forgets_it() -> None:
    with registered():
        pass
    with pytest.raises(rules.UnknownKey, match="unknown edition: sample-2026"):
        rules.edition("sample-2026")


def test_nothing_of_it_is_left_to_build_and_its_numbers_agree() -> None:
    edition = sample()
    assert unaccounted(edition) == 0
    there = carried(edition)
    for clause in edition.clauses:
        if not clause.inert and clause.id != edition.commencement:
            assert all(bare(numeral) <= there[clause.id] for numeral in clause.numerals)


@pytest.mark.parametrize(
    ("area", "agencies", "outcome"),
    [("2000", 20, "judge"), ("1999.99", 20, "not_met"), ("2000", 19, "not_met")],
)
def test_it_assesses_its_own_area_and_an_inclusive_number(
    sixth: rules.Edition, run: Any, area: str, agencies: int, outcome: str
) -> None:
    given = {"usable_area": area, "operating_agencies": agencies}
    _, answer, _ = run("assess", "sample", "--on", "2026-05-01", facts=given)
    assert (answer["outcome"], answer["edition"]) == (outcome, "sample-2026")


def test_the_command_line_serves_it(sixth: rules.Edition, run: Any) -> None:
    assert "sample-2026" in {each["edition"] for each in run("list")[1]}
    shown = run("show", "sample-2026")[1]
    titles = shown["procedures"]["recognition"]["applicant"]["titles"]
    assert [title["key"] for title in titles] == ["enterprise", "institution"]
    assert [scheme["key"] for scheme in shown["schemes"]] == [
        "employment",
        "rent",
        "revenue",
        "level",
    ]
    assert run("coverage")[1]["editions"]["sample-2026"]["unaccounted"] == 0
    due = run("deadline", "sample", "public-notice", "--from", "2026-04-29")[1]
    assert due["due"] == "2026-05-12"
    _, answer, _ = run("subsidy", "sample", "revenue", facts={"annual_revenue": "25000000"})
    assert answer["amount"] == "40000.00"


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-01-01", "2026-06-30"),
        ("2026-06-30", "2026-06-30"),
        ("2026-07-01", "2027-06-30"),
        # 30 June 2029 is a Saturday: the date rolls, and the Monday is still in time.
        ("2029-07-02", "2029-07-02"),
        ("2029-07-03", "2030-07-01"),
    ],
)
def test_a_closing_date_returns_each_year(start: str, due: str) -> None:
    found = sample().deadline("application", date.fromisoformat(start))
    assert found.due == date.fromisoformat(due)


def test_a_closing_date_must_agree_with_its_words() -> None:
    for clock in (EachYear(7, 30), EachYear(6, 29)):
        with pytest.raises(WordsDisagree):
            Duty("x", "", "", "park", clock, "YL-4", "每年6月30日前")


EMPLOYMENT = {"graduates": 100, "others": 50, "paid_this_year": 0, "rectification": None}


def test_an_amount_a_head_by_class_is_capped_and_gated_by_the_grade() -> None:
    assert paid("employment", **EMPLOYMENT, grade="qualified") == "60000.00"
    assert paid("employment", **EMPLOYMENT, grade=None) == "0.00"
    many = EMPLOYMENT | {"graduates": 600, "paid_this_year": "10000"}
    assert paid("employment", **many, grade="excellent") == "290000.00"
    assert sample().award("employment", EMPLOYMENT | {"grade": "unqualified"}).held
    failed = EMPLOYMENT | {"rectification": "failed"}
    assert paid("employment", **failed, grade="unqualified") == "0.00"
    lines = sample().award("employment", EMPLOYMENT | {"grade": "qualified"}).reckoning.lines
    assert [line.zh for line in lines] == [
        "高校毕业生 100 × 500.00 = 50,000.00",
        "其他劳动者 50 × 200.00 = 10,000.00",
        "合计 50,000.00 + 10,000.00 = 60,000.00",
        "每年最高 300,000.00 → 60,000.00",
    ]


@pytest.mark.parametrize(
    ("year", "amount"), [(1, "1000.01"), (2, "700.01"), (3, "500.01")]
)  # 1000.01 x 70 % = 700.007, x 50 % = 500.005
def test_a_percentage_falls_by_year(year: int, amount: str) -> None:
    assert paid("rent", claim_year=year, annual_rent="1000.01") == amount


@pytest.mark.parametrize(
    ("revenue", "amount"),
    [("9999999.99", "0.00"), ("10000000", "20000.00"), ("19999999.99", "20000.00"),
     ("20000000", "40000.00")],
)  # fmt: skip
def test_an_amount_is_paid_for_each_full_step(revenue: str, amount: str) -> None:
    assert paid("revenue", annual_revenue=revenue) == amount


@pytest.mark.parametrize(
    ("level", "earlier", "amount"),
    [("municipal", "0", "200000.00"), ("national", "200000", "300000.00"),
     ("national", "500000", "0.00"), ("national", "600000", "0.00")],
)  # fmt: skip
def test_an_upgrade_pays_the_difference(level: str, earlier: str, amount: str) -> None:
    assert paid("level", level=level, paid_earlier=earlier) == amount
    assert sample().scheme("level").amount.ceiling is None


def test_a_row_of_failures_ends_its_recognition() -> None:
    history = History({2026: "unqualified", 2027: "unqualified"}, {})
    found = sample().evaluation.entailed(history, 2027, date(2028, 3, 1))
    assert [each.consequence.key for each in found] == ["revoke"]


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_steps_and_heads_rise_with_what_they_count(one: int, more: int) -> None:
    less, rest = (Decimal(paid("revenue", annual_revenue=n)) for n in (one, one + more))
    assert less <= rest
    heads = EMPLOYMENT | {"grade": "qualified"}
    fewer, larger = (
        Decimal(paid("employment", **(heads | {"graduates": n}))) for n in (one, one + more)
    )
    assert fewer <= larger <= 300_000


@pytest.mark.parametrize(
    ("words", "operator"),
    [("20家（含）以上", ">="), ("20家以上（含）", ">="), ("20家（不含）以上", ">"),
     ("20家（含本数）以下", "<="), ("20家（不含本数）以下", "<"), ("20家以下（不含）", "<")],
)  # fmt: skip
def test_brackets_say_whether_the_number_is_included(words: str, operator: str) -> None:
    assert [(p.operator, p.value, p.unit) for p in read(words)] == [(operator, 20, "家")]


def test_a_fact_may_be_declared_again_and_not_otherwise() -> None:
    area = facts.CATALOGUE["usable_area"]
    assert facts.declare(area) is area
    with pytest.raises(ValueError, match="usable_area already stands for another fact"):
        facts.declare(Fact("usable_area", "面积", "Area", "平方米", "m²", "area", "declared"))


def test_its_receipts_replay(sixth: rules.Edition) -> None:
    verdict = sixth.assess({"usable_area": "1999.99"})
    award = sixth.award("revenue", {"annual_revenue": "25000000"})
    for receipt in (verdict.receipt(), award.receipt()):
        assert rules.replay(json.loads(json.dumps(receipt)))[1] == []


def test_the_folder_is_as_it_was() -> None:
    folder = Path(rules.__file__).parent / "jurisdictions"
    assert sorted(file.stem for file in folder.glob("*.py")) == [
        "__init__",
        "chongqing",
        "jinzhong",
        "qingpu",
        "shanghai",
        "yunnan",
    ]
