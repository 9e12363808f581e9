"""Editions, their life, their leaves, and where clauses stand in print."""

from dataclasses import replace
from datetime import date

import pytest

import rules
from rules.citing import cited
from rules.conditions import AllOf, Holds
from rules.edition import Edition
from rules.facts import LEGAL_PERSON
from rules.registry import nearest
from rules.source import clause_of

KEYS = ["chongqing-2021", "jinzhong-2022", "qingpu-2022", "shanghai-2022", "yunnan-2021"]


def test_the_five_editions_are_found() -> None:
    assert [edition.key for edition in rules.editions()] == KEYS
    assert rules.jurisdictions() == ("chongqing", "jinzhong", "qingpu", "shanghai", "yunnan")


@pytest.mark.parametrize(
    ("jurisdiction", "day", "force"),
    [
        ("shanghai", "2022-06-08", "not_yet"),
        ("shanghai", "2022-06-09", "no_printed_term"),
        ("jinzhong", "2022-11-30", "not_yet"),
        ("jinzhong", "2022-12-01", "in_force"),
        ("jinzhong", "2024-11-30", "in_force"),
        ("jinzhong", "2024-12-01", "expired"),
        ("qingpu", "2022-12-31", "not_yet"),
        ("qingpu", "2023-01-01", "in_force"),
        ("qingpu", "2027-12-31", "in_force"),
        ("qingpu", "2028-01-01", "expired"),
        ("chongqing", "2021-12-21", "not_yet"),
        ("chongqing", "2021-12-22", "no_printed_term"),
        ("yunnan", "2021-11-04", "not_yet"),
        ("yunnan", "2021-11-05", "no_printed_term"),
    ],
)
def test_an_edition_is_in_force_from_its_first_to_its_last_day(jurisdiction, day, force) -> None:
    found = rules.in_force(jurisdiction, date.fromisoformat(day))
    assert (found.edition.jurisdiction, found.force) == (jurisdiction, force)


@pytest.mark.parametrize(
    ("day", "effective"),
    [
        ("2020-01-01", date(2022, 12, 1)),
        ("2024-11-30", date(2022, 12, 1)),
        ("2024-12-01", date(2022, 12, 1)),
        ("2025-02-01", date(2025, 2, 1)),
        ("2025-01-31", date(2025, 2, 1)),
        ("2026-07-01", date(2026, 7, 1)),
    ],
)
def test_of_several_editions_the_one_in_force_or_nearest_or_latest_is_taken(day, effective) -> None:
    first = rules.edition("jinzhong-2022")
    second = successor(first, date(2025, 2, 1), date(2026, 12, 31))
    third = successor(first, date(2026, 7, 1), None)
    found = nearest([first, second, third], date.fromisoformat(day))
    assert found.instrument.effective == effective


def successor(edition: Edition, effective: date, until: date | None) -> Edition:
    instrument = edition.instrument._replace(effective=effective, until=until)
    return replace(edition, instrument=instrument)


def test_every_instrument_is_named_in_both_languages() -> None:
    for edition in rules.editions():
        named = edition.instrument.named
        assert (named.zh, named.en) == (edition.instrument.title, edition.instrument.title_en)
        assert all(named)


def test_an_unknown_edition_or_jurisdiction_is_named() -> None:
    with pytest.raises(rules.UnknownKey, match="unknown edition: jinzhong"):
        rules.edition("jinzhong")
    with pytest.raises(rules.UnknownKey, match="unknown jurisdiction: jinzhong-2022"):
        rules.in_force("jinzhong-2022", date(2026, 1, 1))


def test_the_unknown_key_prints_as_one_plain_line() -> None:
    assert str(rules.UnknownKey("unknown edition: x")) == "unknown edition: x"


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        (
            "jinzhong-2022",
            (
                "branch_sites",
                "floor_area",
                "core_floor_area",
                "operating_agencies",
                "gross_revenue",
                "agency_gross_revenues",
            ),
        ),
        (
            "yunnan-2021",
            ("operating_agencies", "annual_revenue", "branch_sites", "specialised", "remote_area"),
        ),
    ],
)
def test_the_facts_come_in_the_order_of_the_law_and_those_that_relax_last(key, keys) -> None:
    assert rules.edition(key).fact_keys() == keys


def test_a_leaf_is_listed_with_its_kind() -> None:
    kinds = {leaf.id: leaf.kind for leaf in rules.edition("jinzhong-2022").leaves()}
    assert (kinds["JZ-9(3)a"], kinds["JZ-9(3)R2"], kinds["JZ-9(1)"]) == (
        "count",
        "money_list",
        "judged",
    )
    assert len(kinds) == 20


def test_a_leaf_may_stand_only_once_in_the_conditions() -> None:
    twice = Holds("QP-3(2)a", "", "", "", LEGAL_PERSON)
    one = rules.edition("qingpu-2022")
    with pytest.raises(ValueError, match="a leaf stands twice"):
        Edition(
            one.key,
            one.zh,
            one.en,
            one.level,
            one.area_code,
            one.instrument,
            one.scope,
            one.commencement,
            AllOf("QP-3(2)", "", "", (twice, twice)),
            one.clauses,
        )


@pytest.mark.parametrize(
    ("clause", "zh", "en"),
    [
        ("CQ-8(6)", "第八条（六）", "Article 8(6)"),
        ("JZ-10(1)-3", "第十条（一）第3项", "Article 10(1)-3"),
        ("JZ-25(3)", "第二十五条（三）", "Article 25(3)"),
        ("CQ-20", "第二十条", "Article 20"),
        ("CQ-8末2", "第八条末款第2句", "Article 8, closing sentence 2"),
        ("JZ-9(3)R2", "第九条（三）", "Article 9(3)"),
        ("QP-3(2)", "三、（二）", "Section 3(2)"),
        ("QP-4-12", "四、第12项", "Section 4-12"),
        ("QP-0", "序言", "preamble"),
        ("CQ-附件2", "附件2", "annex 2"),
        ("JZ-F", "附件", "annexed form"),
        ("SH-notice", "印发通知", "covering notice"),
    ],
)
def test_a_clause_is_cited_as_people_write_it(clause, zh, en) -> None:
    assert cited(clause) == (zh, en)


def test_every_clause_and_leaf_of_every_edition_can_be_cited() -> None:
    for edition in rules.editions():
        for place in [c.id for c in edition.clauses] + [leaf.id for leaf in edition.leaves()]:
            assert cited(place).zh
            assert cited(place).en


def test_what_is_no_clause_cannot_be_cited() -> None:
    with pytest.raises(ValueError, match="not a clause id"):
        cited("Article 3")


@pytest.mark.parametrize(
    ("leaf", "clause"),
    [("CQ-8(5)a", "CQ-8(5)"), ("JZ-9(3)R1", "JZ-9(3)"), ("CQ-8(2)", "CQ-8(2)"), ("YN-5", "YN-5")],
)
def test_a_leaf_belongs_to_its_clause(leaf, clause) -> None:
    assert clause_of(leaf) == clause
