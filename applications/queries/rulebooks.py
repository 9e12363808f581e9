"""A regulation as data for its page."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from accounts.roles import Role
from applications.explain import OPERATORS, grouped
from records.templatetags.said import said, tongue
from rules.conditions import CountAbove, Leaf, Measured
from rules.coverage import covered
from rules.edition import Edition
from rules.procedure import Procedure


@dataclass(frozen=True)
class Condition:
    """One test of the law in words; `limit` is empty where a person judges."""

    id: str
    label: str
    words: str
    limit: str = ""
    soft: str = ""


def rulebook(law: Edition) -> dict[str, Any]:
    """Everything that the page of one regulation shows."""
    return {
        "law": law,
        "force": law.force_on(timezone.localdate()),
        "conditions": [_condition(leaf) for leaf in law.tests.values()],
        "procedures": [_procedure(each) for each in law.procedures.values()],
        "clauses": covered(law),
        "questions": law.contested,
    }


def _condition(leaf: Leaf) -> Condition:
    soft = said(leaf.soft) if leaf.soft else ""
    return Condition(leaf.id, said(leaf), leaf.words, _limit(leaf), soft)


def _limit(leaf: Leaf) -> str:
    if not isinstance(leaf, Measured) or isinstance(leaf.bound.value, bool):
        return ""
    unit = leaf.unit
    words = (unit.en if tongue() == "en" else unit.zh) if unit else ""
    limit = f"{OPERATORS[leaf.bound.operator]} {grouped(leaf.bound.value)} {words}".strip()
    if isinstance(leaf, CountAbove):
        each = f"{OPERATORS[leaf.each.operator]} {grouped(leaf.each.value)}"
        return f"{limit} ({each})"
    return limit


def _procedure(procedure: Procedure) -> dict[str, Any]:
    hands = [(stage, Role(stage.hand.role).label) for stage in procedure.stages]
    return {"procedure": procedure, "stages": hands}
