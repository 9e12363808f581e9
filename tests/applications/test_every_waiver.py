"""Relaxations of every edition that prints some: asked, granted with a value, and by two people."""

from typing import Any

import pytest

import rules
from applications import acts
from applications.acts.sections import Declared
from applications.models import Waiver
from records.errors import Refused
from rules.conditions import Measured
from rules.edition import Edition
from rules.facts import CATALOGUE
from rules.procedure import Procedure
from tests.applications.everywhere import PROCEDURES, Setting, begun, with_key

pytestmark = pytest.mark.django_db

RELAXING = [(law, one) for law, one in PROCEDURES if law.under(one.key).relaxations]
relaxing = pytest.mark.parametrize(("law", "procedure"), RELAXING, **with_key)


def ground(law: Edition) -> tuple[str, Any]:
    """A fact that relaxes, with an answer for which it does."""
    for relaxation in law.relaxations:
        fact = relaxation.fact
        for value in fact.choices or (True,):
            if relaxation.fits({fact.key: value}):
                return fact.key, value
    raise AssertionError(law.key)


def missed(law: Edition) -> Measured:
    """A figure of which more is asked, that any ground relaxes."""
    return next(
        leaf
        for leaf in law.tests.values()
        if isinstance(leaf, Measured)
        and leaf.fact.kind in ("count", "money")
        and leaf.bound.operator == ">="
    )


def with_miss(law: Edition, procedure: Procedure, *, grounded: bool) -> Setting:
    setting = begun(law, procedure).fill()
    key, value = ground(law)
    low: Any = 3 if missed(law).fact.kind == "count" else "3"
    told = {missed(law).fact.key: Declared(low)}
    setting.declare(**told, **({key: Declared(value)} if grounded else {}))
    setting.do("submit", setting.applicant)
    return setting


def waive(setting: Setting, leaf: str, value: str, document: str = "样例会议纪要") -> Waiver:
    setting.case.refresh_from_db()
    return acts.waive(
        setting.case.pk,
        setting.people["reviewer"],
        setting.case.version,
        leaf,
        reason="样例理由",
        document=document,
        value=value,
    )


def test_some_editions_print_relaxations() -> None:
    assert len({law.key for law, _one in RELAXING}) > 1


@relaxing
def test_what_relaxes_is_asked_and_never_missing(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure).fill()
    asked = [row.fact.key for row in setting.content().facts]
    for relaxation in law.relaxations:
        assert relaxation.fact.key in asked
        assert CATALOGUE[relaxation.fact.key].relaxes
        assert relaxation.fact.key not in setting.content().verdict.missing


@relaxing
def test_with_its_ground_a_relaxed_figure_is_granted_by_two(
    law: Edition, procedure: Procedure
) -> None:
    setting = with_miss(law, procedure, grounded=True)
    leaf = missed(law).id
    waiver = waive(setting, leaf, "2")
    setting.case.refresh_from_db()
    told = (setting.case.pk, setting.people["reviewer"], setting.case.version, "waiver", waiver.pk)
    with pytest.raises(Refused) as refused:
        acts.confirm_answer(*told)
    assert refused.value.code == "second_person"
    acts.confirm_answer(told[0], setting.people["director"], *told[2:])
    outcomes = {step.clause: step.outcome for step in setting.content().verdict.tree.leaves()}
    assert outcomes[leaf] is rules.Outcome.MET


@relaxing
def test_a_relaxed_figure_must_be_reached_too(law: Edition, procedure: Procedure) -> None:
    setting = with_miss(law, procedure, grounded=True)
    with pytest.raises(Refused) as refused:
        waive(setting, missed(law).id, "4")
    assert refused.value.code == "value"


@relaxing
def test_without_its_ground_no_figure_is_relaxed(law: Edition, procedure: Procedure) -> None:
    setting = with_miss(law, procedure, grounded=False)
    with pytest.raises(Refused) as refused:
        waive(setting, missed(law).id, "2")
    assert refused.value.code == "relaxation"


@relaxing
def test_a_waiver_rests_on_its_minutes(law: Edition, procedure: Procedure) -> None:
    setting = with_miss(law, procedure, grounded=True)
    with pytest.raises(Refused) as refused:
        waive(setting, missed(law).id, "2", document=" ")
    assert refused.value.code == "document"
