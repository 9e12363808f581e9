"""Handing in: what is missing is named, what is handed in is frozen."""

from decimal import Decimal

import pytest

import rules
from applications.models import VerdictReceipt
from records.errors import Refused
from tenants.models import AnnualFigure, Tenancy
from tests.applications.test_sections import DEFECT, returned
from tests.applications.trial import World, make_world


def refusal(world: World, action: str = "submit") -> str:
    with pytest.raises(Refused) as refused:
        world.do(action)
    return str(refused.value)


def test_missing_facts_are_named_and_never_zero(db: None) -> None:
    world = make_world(gross="1000000").fill()
    AnnualFigure.objects.filter(tenancy__park=world.park).first().delete()
    reason = refusal(world)
    assert "上一年度营业收入合计" in reason
    assert world.case.status == "draft"
    row = next(row for row in world.content().facts if row.fact.key == "gross_revenue")
    assert row.value is None
    assert len(row.lacking) == 1


def test_a_declared_figure_stands_in_for_what_the_register_lacks(db: None) -> None:
    world = make_world(gross="1000000").fill()
    AnnualFigure.objects.filter(tenancy__park=world.park).first().delete()
    world.declare(gross_revenue="12000000", agency_gross_revenues=["1000000"] * 12)
    world.do("submit")
    assert world.case.status == "open"


def test_a_limb_that_is_met_needs_no_further_figures(world: World) -> None:
    """Ten agencies and R1 are met: what each agency earned decides nothing any more."""
    world.fill()
    AnnualFigure.objects.filter(tenancy__park=world.park).first().delete()
    world.declare(gross_revenue="36000000")
    world.do("submit")
    assert world.case.status == "open"


def test_missing_materials_are_named(world: World) -> None:
    world.answer(contact="甲")
    world.basis(world.operator)
    reason = refusal(world)
    assert "申请函件" in reason
    assert "可行性论证报告和建设发展规划" in reason
    assert "其他材料" not in reason


def test_one_file_is_not_enough_where_two_are_asked(world: World) -> None:
    world.fill()
    world.content().application.materials.filter(key="study_and_plan").first().delete()
    assert "可行性论证报告和建设发展规划" in refusal(world)


def test_empty_fields_of_the_approval_form_are_named(world: World) -> None:
    world.fill().answer(ownership="")
    reason = refusal(world)
    assert "评估认定审批表" in reason
    assert "产权归属" in reason


def test_an_ended_regulation_asks_for_the_basis(world: World) -> None:
    world.fill().case.bases.all().delete()
    refusal(world)
    world.basis(world.operator)
    world.do("submit")
    assert world.case.status == "open"


def test_what_was_handed_in_is_frozen_as_version_one(world: World) -> None:
    version = world.submit().content().application.versions.get()
    assert version.number == 1
    assert version.content["facts"]["operating_agencies"]["recorded"] == 12
    assert version.content["form"]["contact"] == "样例联系人"
    assert len(version.content["materials"]["study_and_plan"]) == 2


def test_the_register_may_go_on_while_the_frozen_figures_stay(world: World) -> None:
    world.submit()
    Tenancy.objects.filter(park=world.park).delete()
    row = next(row for row in world.content().facts if row.fact.key == "operating_agencies")
    assert row.recorded == 12
    assert row.url != ""


def test_the_verdicts_receipt_replays(world: World) -> None:
    world.to_decision().approve()
    receipts = list(VerdictReceipt.objects.filter(application__case=world.case))
    assert [receipt.outcome for receipt in receipts] == ["judge", "met", "met"]
    for kept in receipts:
        verdict, differences = rules.replay(kept.receipt)
        assert verdict.outcome.value == kept.outcome
        assert differences == []


def test_a_figure_that_changed_with_the_supplement_must_be_verified_anew(world: World) -> None:
    world.to_bureau().verify()
    world.do("return_for_supplement", data={"defects": [DEFECT | {"section": "facts"}]})
    world.declare(floor_area="3900")
    world.do("submit")
    open_facts = {row.fact.key for row in world.content().facts if row.verified is None}
    assert open_facts == {"floor_area"}


def test_a_supplement_becomes_the_second_version(world: World) -> None:
    returned(world, DEFECT).answer(contact="补正联系人")
    world.do("submit")
    first, second = world.content().application.versions.order_by("number")
    assert first.content["form"]["contact"] == "样例联系人"
    assert second.content["form"]["contact"] == "补正联系人"


def test_sites_decide_which_limb_of_the_area_applies(db: None) -> None:
    world = make_world(floor_area="2500")
    tree = {step.clause: step for step in world.content().verdict.tree.leaves()}
    assert tree["JZ-9(2)a"].gap == "500"
    assert world.park.sites.get().floor_area == Decimal("2500")
