"""What is reported, not applied for, beside the procedures of an edition."""

import pytest

import rules
from rules.quoted import by_clause

SHANGHAI = rules.edition("shanghai-2022")


def test_procedures_and_filings_are_found_by_their_keys() -> None:
    assert SHANGHAI.plan("formal") is SHANGHAI.procedures["formal"]
    assert SHANGHAI.plan("tenant_filing") is SHANGHAI.filings["tenant_filing"]
    assert SHANGHAI.filings["tenant_filing"] in SHANGHAI.plans()
    assert len(SHANGHAI.plans()) == len(SHANGHAI.procedures) + len(SHANGHAI.filings)


def test_an_unknown_one_is_named() -> None:
    with pytest.raises(rules.UnknownKey, match="unknown procedure: shanghai-2022 flight"):
        SHANGHAI.plan("flight")


def test_the_words_of_a_filing_stand_with_its_clause() -> None:
    assert "各区（域）人力资源社会保障部门" in by_clause(SHANGHAI)["SH-22"]
