"""Explanations in plain Chinese, written by hand before the code produced any."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import rules
from rules.consequences import History
from rules.explain import follows, sentence, sentences
from tests.rules.samples import leaf, waiver

EDITIONS = {edition.jurisdiction: edition for edition in rules.editions()}
FOLDER = Path(__file__).parent / "golden"


def cases(kind: str) -> list[Any]:
    return list(_cases(kind))


def _cases(kind: str) -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.json")):
        for number, case in enumerate(json.loads(file.read_text("utf-8")), 1):
            if case["case"] == kind:
                yield pytest.param(EDITIONS[file.stem], case, id=f"{file.stem}-{number}")


@pytest.mark.parametrize(("edition", "case"), cases("assess"))
def test_a_test_is_explained(edition: rules.Edition, case: dict[str, Any]) -> None:
    waivers = {case["waive"]: waiver(value=case.get("value"))} if "waive" in case else {}
    answer = {"met": case.get("met"), "by": "样例审核员", "reason": "查阅材料"}
    judgements = {case["judge"]: answer} if "judge" in case else {}
    verdict = edition.assess(case["facts"], judgements, waivers)
    assert sentence(leaf(verdict, case["leaf"])).zh == case["zh"]


@pytest.mark.parametrize(("edition", "case"), cases("award"))
def test_an_amount_is_explained(edition: rules.Edition, case: dict[str, Any]) -> None:
    award = edition.award(case["scheme"], case["facts"])
    assert str(award.amount) == case["amount"]
    assert (award.held and award.held.zh) == case.get("held")
    if "zh" in case:
        assert [line.zh for line in award.reckoning.lines] == case["zh"]
    if "leaf" in case:
        told = {s.clause: sentence(s).zh for s in award.reckoning.tree.leaves()}
        assert told[case["leaf"]] == case["because"]


@pytest.mark.parametrize(("edition", "case"), cases("score"))
def test_points_are_explained(edition: rules.Edition, case: dict[str, Any]) -> None:
    reading = case.get("reading", "as_printed")
    score = edition.evaluation.sheet.score({case["item"]: case["answer"]}, reading)
    assert score.items[case["item"]].zh == case["zh"]


@pytest.mark.parametrize(("edition", "case"), cases("due"))
def test_a_date_is_explained(edition: rules.Edition, case: dict[str, Any]) -> None:
    deadline = edition.deadline(case["duty"], date.fromisoformat(case["from"]))
    assert deadline.due.isoformat() == case["due"]
    assert [day.why_zh for day in deadline.reckoned.days] == case["zh"]


@pytest.mark.parametrize(("edition", "case"), cases("entailed"))
def test_what_follows_is_explained(edition: rules.Edition, case: dict[str, Any]) -> None:
    grades, rectified = (
        {int(y): v for y, v in case[key].items()} for key in ("grades", "rectified")
    )
    founded = date.fromisoformat(case["founded"]) if "founded" in case else None
    history = History(grades, rectified, founded, findings=frozenset(case.get("findings", [])))
    on = date.fromisoformat(case["on"])
    found = edition.evaluation.entailed(history, case["year"], on)
    assert [follows(each).zh for each in found] == case["zh"]


@pytest.mark.parametrize(("edition", "case"), cases("overlap"))
def test_the_larger_of_two_is_explained(edition: rules.Edition, case: dict[str, Any]) -> None:
    here, there = Decimal(case["here"]), Decimal(case["there"])
    assert edition.money.no_double.settle(here, there, case["paid"]).zh == case["zh"]


def test_every_regulation_has_about_ten_and_every_sentence_its_english() -> None:
    for file in FOLDER.glob("*.json"):
        assert len(json.loads(file.read_text("utf-8"))) >= 10
    for edition in rules.editions():
        for told in sentences(edition.assess({}).tree):
            assert told.en.startswith(("Article", "Section"))
