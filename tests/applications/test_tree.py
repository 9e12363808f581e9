"""A verdict's tree in the words of the pages."""

import rules
from applications.queries.tree import Node, tree_from
from rules.verdict import Outcome, Step


def step(outcome: Outcome, *parts: Step) -> Step:
    return Step("第五条", outcome, "条件", "Condition", parts)


def kinds(found: Step) -> list[str]:
    root: Node = tree_from(rules.edition("jinzhong-2022"), found).root
    return [part.kind for part in root.parts]


def test_an_alternative_that_is_not_needed_is_no_failure() -> None:
    parts = step(Outcome.MET), step(Outcome.NOT_MET)
    assert kinds(step(Outcome.MET, *parts)) == ["ok", "none"]


def test_what_is_not_met_and_needed_is_a_failure() -> None:
    parts = step(Outcome.MET), step(Outcome.NOT_MET)
    assert kinds(step(Outcome.NOT_MET, *parts)) == ["ok", "stop"]
