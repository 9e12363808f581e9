"""Every scheme at each boundary and one unit either side; ceilings, instalments, held money."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules.amounts import Capped, Fixed, Share
from rules.conditions import Case
from rules.counted import PerHead, PerStep
from rules.reckoned import Instalments
from rules.source import Text
from rules.words import WordsDisagree
from tests.rules.awards import CONSTRUCTION, OPERATIONS, QINGPU, RENT, award, paid

SCHEMES = {
    "jinzhong-2022": ["recognition", "operations"],
    "qingpu-2022": ["rent", "opening", "level", "events", "match"],
    "chongqing-2021": ["construction", "excellence"],
    "yunnan-2021": ["opening"],
    "shanghai-2022": [],
}


GATED = [
    ("excellent", None, True, False),
    ("qualified", None, True, False),
    ("qualified", "failed", True, False),
    ("unqualified", None, True, True),
    ("unqualified", "passed", True, False),
    ("unqualified", "failed", False, False),
    (None, None, False, False),
    (None, "passed", False, False),
]


AMOUNTS = st.decimals(0, 10**9, places=2).map(str)


@pytest.mark.parametrize("key", SCHEMES)
def test_the_schemes_are_those_of_the_text(key: str) -> None:
    assert [scheme.key for scheme in rules.edition(key).money.schemes] == SCHEMES[key]


def test_single_awards_need_no_fact() -> None:
    assert paid("jinzhong-2022", "recognition") == (True, "600000.00")
    assert paid("yunnan-2021", "opening") == (True, "2000000.00")


@pytest.mark.parametrize(
    ("task", "persons", "expected"),
    [
        (45_678, 4567, "0.00"),
        (45_678, 4568, "200000.00"),
        (45_678, 4569, "200020.00"),
        (45_678, 4570, "200040.00"),
        (70_000, 6999, "0.00"),
        (70_000, 7000, "200000.00"),
        (70_000, 7001, "200020.00"),
        (70_000, 21_999, "499980.00"),
        (70_000, 22_000, "500000.00"),
        (70_000, 22_001, "500000.00"),
        (70_001, 7000, "0.00"),
        (70_001, 7001, "200000.00"),
    ],
)
def test_running_costs_of_jinzhong(task: int, persons: int, expected: str) -> None:
    facts = OPERATIONS | {"employment_task": task, "employed_persons": persons}
    assert paid("jinzhong-2022", "operations", **facts) == (expected != "0.00", expected)


@pytest.mark.parametrize(("grade", "rectification", "entitled", "held"), GATED)
@pytest.mark.parametrize(
    ("key", "scheme", "facts"),
    [
        ("jinzhong-2022", "operations", OPERATIONS),
        ("chongqing-2021", "construction", CONSTRUCTION),
        ("chongqing-2021", "construction", CONSTRUCTION | {"year": 3}),
    ],
)
def test_the_grade_opens_holds_or_cancels(
    key, scheme, facts, grade, rectification, entitled, held
) -> None:
    answer = award(key, scheme, **(facts | {"grade": grade, "rectification": rectification}))
    assert (answer["entitled"], answer["held"] is not None) == (entitled, held)
    assert (answer["amount"] != "0.00") is entitled
    assert bool(answer["instalments"]) is entitled


def test_the_first_year_of_construction_is_paid_before_any_grade() -> None:
    first = CONSTRUCTION | {"year": 1, "paid_so_far": 0, "grade": None}
    assert paid("chongqing-2021", "construction", **first) == (True, "1500000.00")
    failed = first | {"grade": "unqualified", "rectification": "failed"}
    assert paid("chongqing-2021", "construction", **failed) == (False, "0.00")


@pytest.mark.parametrize(
    ("year", "before", "expected"),
    [
        (1, "0", "1500000.00"),
        (2, "1500000", "1000000.00"),
        (2, "2000000", "1000000.00"),
        (2, "2000000.01", "999999.99"),
        (3, "2500000", "500000.00"),
        (3, "2999999.99", "0.01"),
        (3, "3000000", "0.00"),
        (3, "3000000.01", "0.00"),
    ],
)
def test_construction_never_passes_three_million(year: int, before: str, expected: str) -> None:
    answer = award("chongqing-2021", "construction", **(CONSTRUCTION | {"year": year, "paid_so_far": before}))  # fmt: skip  # noqa: E501
    assert (answer["amount"], answer["ceiling"], answer["proposal"]) == (
        expected,
        "3000000.00",
        True,
    )


@pytest.mark.parametrize(
    ("grade", "expected"),
    [("excellent", (True, "100000.00")), ("qualified", (False, "0.00")),
     ("unqualified", (False, "0.00")), (None, (False, "0.00"))],
)  # fmt: skip
def test_the_addition_is_for_the_excellent_alone(grade, expected) -> None:
    assert paid("chongqing-2021", "excellence", grade=grade) == expected


@pytest.mark.parametrize(
    ("key", "scheme"),
    [("shanghai-2022", "rent"), ("qingpu-2022", "contribution"), ("yunnan-2021", "rent")],
)
def test_an_unknown_scheme_is_refused(key: str, scheme: str) -> None:
    with pytest.raises(rules.UnknownKey, match=f"unknown scheme: .* {scheme}"):
        rules.edition(key).award(scheme, {})


def test_what_other_policies_settle_is_recorded_and_not_reckoned() -> None:
    recorded = {each.key: each for each in rules.edition("qingpu-2022").money.recorded}
    assert {key: each.settled for key, each in recorded.items()} == {
        "contribution": "single_decision",
        "scale": "other_policy",
        "listing": "other_policy",
        "brand": "other_policy",
        "data_centre": "in_kind",
        "high_tech": "other_policy",
        "talent_card": "in_kind",
        "housing": "in_kind",
        "training": "other_policy",
        "special_case": "single_decision",
    }
    assert [key for key, each in recorded.items() if each.refusal(False)] == ["contribution"]
    assert recorded["contribution"].refusal(True) is None
    assert recorded["contribution"].refusal(False).clause == "QP-4-3"
    assert recorded["listing"].assess({}) is None


@pytest.mark.parametrize(
    ("revenue", "outcomes"),
    [
        (None, "unknown unknown unknown"),
        ("100000000", "not_met not_met not_met"),
        ("100000000.01", "met not_met not_met"),
        ("500000000", "met not_met not_met"),
        ("500000000.01", "met met not_met"),
        ("1000000000", "met met not_met"),
        ("1000000000.01", "met met met"),
    ],
)
def test_the_award_for_size_begins_above_its_marks(revenue: str | None, outcomes: str) -> None:
    scale = next(a for a in rules.edition("qingpu-2022").money.recorded if a.key == "scale")
    tree = scale.assess({} if revenue is None else {"main_revenue": revenue})
    assert " ".join(part.outcome for part in tree.parts) == outcomes


def test_equal_amounts_may_be_paid_by_either() -> None:
    settle = rules.edition("qingpu-2022").money.no_double.settle
    assert settle(Decimal(5), Decimal(5)).chosen == "either"
    assert settle(Decimal(6), Decimal(5)).chosen == "here"
    again = settle(Decimal(6), Decimal("5.5"), paid_there=True)
    assert (again.refused, again.amount, again.difference) == (True, 6, Decimal("0.5"))


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_more_rent_never_pays_less_nor_over_the_ceiling(rent: str, more: str, before: str) -> None:
    facts = RENT | {"annual_rent": rent, "paid_this_year": before}
    richer = facts | {"annual_rent": str(Decimal(rent) + Decimal(more))}
    one, two = (rules.edition("qingpu-2022").award("rent", f).amount for f in (facts, richer))
    assert one <= two <= max(Decimal(0), 600_000 - Decimal(before))


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**4))
def test_more_persons_never_pay_less_nor_over_the_ceiling(task: int, n: int, more: int) -> None:
    edition = rules.edition("jinzhong-2022")
    facts = OPERATIONS | {"employment_task": task, "employed_persons": n}
    one = edition.award("operations", facts)
    two = edition.award("operations", facts | {"employed_persons": n + more})
    assert one.amount <= two.amount <= 500_000
    assert one.entitled is (10 * n >= task)


@given(AMOUNTS)
def test_instalments_add_up_to_the_award(revenue: str) -> None:
    facts = {"paid_in_capital": "5000000", "local_revenue": revenue}
    found = rules.edition("qingpu-2022").award("opening", facts)
    assert sum(each.amount for each in found.instalments) == found.amount


@given(AMOUNTS, AMOUNTS)
def test_the_steps_arrive_at_the_amount(spending: str, before: str) -> None:
    facts = {"spending": spending, "paid_this_year": before}
    answer = rules.edition("qingpu-2022").award("events", facts).to_dict()
    assert answer["steps"][-1]["value"] == answer["amount"]


def test_an_award_survives_json_and_replays() -> None:
    given = RENT | {"annual_rent": "333.33", "legal_person": True}
    judged = {"QP-4-1h": {"met": True, "by": "样例", "reason": "样例"}}
    found = rules.edition("qingpu-2022").award("rent", given, judged)
    again, differences = rules.replay(json.loads(json.dumps(found.receipt())))
    assert (again.to_dict(), differences) == (found.to_dict(), [])


def test_a_replay_names_the_amount_that_changed() -> None:
    receipt = rules.edition("yunnan-2021").award("opening", {}).receipt()
    receipt["answer"] = receipt["answer"] | {"amount": "1.00", "lost": "x"}
    _, differences = rules.replay(receipt)
    assert differences == ["amount: 1.00 -> 2000000.00", "lost: x -> absent"]


def test_a_tier_below_the_first_pays_nothing_and_says_so() -> None:
    tier = rules.edition("qingpu-2022").scheme("opening").amount
    found = tier.reckon({"local_revenue": Decimal("4999999.99")})
    assert found.value == 0
    assert [line.zh for line in found.lines] == [
        "属地年营业收入 4,999,999.99，不足 5,000,000.00 → 0.00"
    ]


@pytest.mark.parametrize("known", [{}, {"employed_persons": 1}, {"employment_task": 1}])
def test_a_share_of_a_missing_task_is_unknown(known: dict[str, int]) -> None:
    tree = (
        rules.edition("jinzhong-2022").scheme("operations").conditions.assess(Case(known, {}, {}))
    )
    assert set(tree.parts[0].needs) == {"employed_persons", "employment_task"} - set(known)
    assert tree.parts[0].outcome is rules.Outcome.UNKNOWN


def test_every_line_is_told_in_english_too() -> None:
    for key, scheme, facts in (
        ("jinzhong-2022", "operations", OPERATIONS | {"employed_persons": 1}),
        ("jinzhong-2022", "operations", OPERATIONS),
        ("chongqing-2021", "construction", CONSTRUCTION),
        *(("qingpu-2022", scheme, facts) for scheme, facts in QINGPU.items()),
    ):
        for line in rules.edition(key).award(scheme, facts).reckoning.lines:
            assert line.en
            assert not any("\u4e00" <= sign <= "\u9fff" for sign in line.en)


def test_words_and_sums_must_agree() -> None:
    fact = rules.edition("qingpu-2022").scheme("match").asks[0]
    for build in (
        lambda: Fixed(500_000, "", "", "JZ-12", "60万元"),
        lambda: Share(fact, 20, "QP-4-12", "实际支出金额30%"),
        lambda: Share(fact, 50, "QP-4-13", "1:1配套"),
        lambda: PerHead(30, fact, "JZ-13", "20元/人"),
        lambda: PerStep(fact, 10, 1, "QP-4-1", "每满100万元奖励1万元"),
        lambda: Capped(Share(fact, 30, "QP-4-12", "30%"), 10, "QP-4-12", "不超10万", Text("", "")),
        lambda: Instalments((50, 50), "QP-4-2", "50%、30%、20%"),
        lambda: Instalments((50, 30), "QP-4-2", "50%、30%"),
    ):
        with pytest.raises(WordsDisagree):
            build()
