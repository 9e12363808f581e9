"""What a regulation asks, and the way that an application goes."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.roles import Role
from applications.explain import OPERATORS, grouped
from applications.queries.materials import MaterialItem, MaterialRow, items_of
from records.templatetags.said import said, tongue
from rules import forms
from rules.conditions import CountAbove, Judged, Leaf, Measured
from rules.edition import Edition
from rules.fields import Form
from rules.procedure import Procedure, Stage


@dataclass(frozen=True)
class Condition:
    """One test of the law in words; `limit` is empty where a person judges."""

    id: str
    label: str
    words: str
    limit: str = ""
    soft: str = ""


#: What kind of organisation hands an application in.
APPLICANTS = {
    "operator": gettext_lazy("park's operator"),
    "district": gettext_lazy("office that hands in"),
    "bureau": gettext_lazy("bureau"),
}


@dataclass(frozen=True)
class StageShown:
    stage: Stage
    hand: str


@dataclass(frozen=True)
class ProcedureShown:
    """One procedure; `conditions` are its own where it does not ask the edition's."""

    procedure: Procedure
    form: Form | None
    stages: tuple[StageShown, ...]
    conditions: tuple[Condition, ...]
    items: tuple[MaterialItem, ...]


def conditions_page(law: Edition) -> dict[str, Any]:
    """The edition's tests in the law's order, and what relaxes them."""
    return {
        "conditions": [condition_shown(leaf) for leaf in law.tests.values()],
        "relaxations": law.relaxations,
    }


def procedures_page(law: Edition) -> dict[str, Any]:
    """Every procedure whole, and what is filed."""
    return {"procedures": [_procedure(law, each) for each in law.plans()]}


def condition_shown(leaf: Leaf) -> Condition:
    soft = said(leaf.soft) if leaf.soft else ""
    return Condition(leaf.id, said(leaf), leaf.words, _limit(leaf), soft)


def _limit(leaf: Leaf) -> str:
    if isinstance(leaf, Judged):
        return ""
    if not isinstance(leaf, Measured):
        return _("reckoned as the words say")
    if isinstance(leaf.bound.value, bool):
        return _("must be so")
    unit = leaf.unit
    words = (unit.en if tongue() == "en" else unit.zh) if unit else ""
    limit = f"{OPERATORS[leaf.bound.operator]} {grouped(leaf.bound.value)} {words}".strip()
    if isinstance(leaf, CountAbove):
        each = f"{OPERATORS[leaf.each.operator]} {grouped(leaf.each.value)}"
        return f"{limit} ({each})"
    return limit


def _procedure(law: Edition, procedure: Procedure) -> ProcedureShown:
    own = law.under(procedure.key).tests if procedure.conditions else {}
    return ProcedureShown(
        procedure,
        forms.form(procedure.form) if procedure.form else None,
        tuple(StageShown(stage, _hand(procedure, stage)) for stage in procedure.stages),
        tuple(condition_shown(leaf) for leaf in own.values()),
        tuple(items_of(MaterialRow(material, []) for material in procedure.materials)),
    )


def _hand(procedure: Procedure, stage: Stage) -> str:
    """Who acts at a stage: the role, and for whom it sits there."""
    seats = {
        "applicant": APPLICANTS[procedure.applicant.organisation],
        "district": _("district office"),
        "bureau": _("bureau"),
    }
    return f"{Role(stage.hand.role).label} · {seats[stage.hand.seat]}"
