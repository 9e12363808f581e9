"""Every clause of every instrument has its place, and every rule its clause."""

from dataclasses import replace

import pytest

import rules
from rules.coverage import carriers, covered, unaccounted
from rules.source import clause_of, partly
from rules.words import read

KEYS = [edition.key for edition in rules.editions()]
ARTICLES = {
    "shanghai-2022": ("SH", 27),
    "jinzhong-2022": ("JZ", 27),
    "chongqing-2021": ("CQ", 28),
    "yunnan-2021": ("YN", 20),
    "qingpu-2022": ("QP", 6),
}


@pytest.mark.parametrize("key", KEYS)
def test_every_article_of_the_instrument_is_listed_once(key: str) -> None:
    law, last = ARTICLES[key]
    ids = [clause.id for clause in rules.edition(key).clauses]
    assert len(ids) == len(set(ids))
    for article in range(1, last + 1):
        heads = (f"{law}-{article}", f"{law}-{article}(", f"{law}-{article}-")
        assert any(each == heads[0] or each.startswith(heads[1:]) for each in ids)


def test_the_five_instruments_have_all_their_clauses() -> None:
    assert {e.key: len(e.clauses) for e in rules.editions()} == {
        "chongqing-2021": 53,
        "jinzhong-2022": 48,
        "qingpu-2022": 39,
        "shanghai-2022": 34,
        "yunnan-2021": 27,
    }


@pytest.mark.parametrize("key", KEYS)
def test_no_rule_cites_a_clause_that_is_not_listed(key: str) -> None:
    edition = rules.edition(key)
    assert set(carriers(edition)) <= {clause.id for clause in edition.clauses}


@pytest.mark.parametrize("key", KEYS)
def test_what_is_called_inert_or_built_in_part_agrees_with_the_rules(key: str) -> None:
    edition = rules.edition(key)
    cited = carriers(edition)
    for clause in edition.clauses:
        assert not (clause.inert and clause.id in cited)
        assert not clause.partly or clause.id in cited


@pytest.mark.parametrize("key", KEYS)
def test_a_clause_is_carried_or_inert_with_a_reason_or_still_to_come(key: str) -> None:
    for each in covered(rules.edition(key)):
        assert (each.rule is not None) or each.kind in ("inert", "to_come")
        assert (each.reason is None) is (each.kind in ("rule", "record"))


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_left_to_build(key: str) -> None:
    assert unaccounted(rules.edition(key)) == 0


def test_a_standing_duty_is_carried_by_a_record() -> None:
    kinds = {each.id: (each.kind, each.rule) for each in covered(rules.edition("jinzhong-2022"))}
    assert kinds["JZ-22"] == ("record", "standing.information_security")
    assert kinds["JZ-13"][0] == "rule"


def test_a_clause_of_which_only_a_part_is_built_is_not_called_done() -> None:
    edition = rules.edition("shanghai-2022")
    half = replace(edition, clauses=(partly("SH-9", "1年"),))
    (clause,) = covered(half)
    assert (clause.kind, unaccounted(half)) == ("to_come", 1)
    assert clause.rule
    assert "procedures.formal.requires" in clause.rule


@pytest.mark.parametrize(
    ("key", "clause", "rule"),
    [
        ("jinzhong-2022", "JZ-26", "instrument"),
        ("jinzhong-2022", "JZ-2", "level"),
        ("jinzhong-2022", "JZ-F", "forms.jinzhong-recognition"),
        (
            "jinzhong-2022",
            "JZ-10(3)",
            "procedures.recognition.stages.notice, "
            "procedures.recognition.notice, duties.public-notice",
        ),
        ("jinzhong-2022", "JZ-10(1)-6", "procedures.recognition.materials.tenants"),
        (
            "shanghai-2022",
            "SH-10",
            "procedures.preparation.applicant.zone, procedures.formal.applicant.zone",
        ),
        ("chongqing-2021", "CQ-附件1", "forms.chongqing-recognition"),
        (
            "chongqing-2021",
            "CQ-10(2)",
            "procedures.recognition.materials.policies, "
            "procedures.recognition.materials.local_plan",
        ),
        ("chongqing-2021", "CQ-8末2", "relaxations.online_offline"),
        ("chongqing-2021", "CQ-8(7)", "conditions.CQ-8(7)"),
    ],
)
def test_a_carried_clause_names_the_objects_that_carry_it(key, clause, rule) -> None:
    found = next(each for each in covered(rules.edition(key)) if each.id == clause)
    assert (found.kind, found.rule) == ("rule", rule)


@pytest.mark.parametrize(
    ("key", "clause", "name"),
    [
        ("jinzhong-2022", "JZ-4", "procedures.new_branch.hands"),
        ("jinzhong-2022", "JZ-16", "procedures.recommendation.outcome"),
        ("qingpu-2022", "QP-3(1)", "procedures.recognition.outcome"),
        ("shanghai-2022", "SH-4", "procedures.preparation.hands"),
        ("shanghai-2022", "SH-11", "procedures.carrier_change.materials.letter"),
        ("shanghai-2022", "SH-16", "procedures.name_filing.outcome"),
        ("shanghai-2022", "SH-16", "procedures.name_authorisation.stages.consent"),
        ("shanghai-2022", "SH-17", "procedures.name_authorisation.hands"),
        ("shanghai-2022", "SH-17", "name_use.protected"),
        ("shanghai-2022", "SH-17", "name_use.stem"),
        ("chongqing-2021", "CQ-3", "forms.chongqing-recognition.park_type"),
        ("chongqing-2021", "CQ-8(5)", "procedures.recognition.after.committed-figures"),
        ("chongqing-2021", "CQ-9(3)", "procedures.recognition.committed.placements"),
        ("yunnan-2021", "YN-10", "procedures.new_branch.hands"),
    ],
)
def test_a_procedures_parts_are_among_what_carries_a_clause(key, clause, name) -> None:
    assert name in carriers(rules.edition(key))[clause]


@pytest.mark.parametrize("key", KEYS)
def test_every_number_that_a_condition_tests_is_printed_in_its_clause(key: str) -> None:
    edition = rules.edition(key)
    printed = {clause.id: clause.numerals for clause in edition.clauses}
    for leaf in edition.tests.values():
        numbers = {(phrase.value, phrase.unit) for phrase in read(leaf.words) if phrase.operator}
        there = {(p.value, p.unit) for n in printed[clause_of(leaf.id)] for p in read(n)}
        assert numbers <= there
