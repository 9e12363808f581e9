"""Typed sections: nobody's text is overwritten, shut sections stay shut."""

import pytest

from accounts.roles import Role
from applications import acts, queries
from applications.acts.sections import Declared
from casework.models import Case
from records.errors import Refused, Stale
from records.models import AuditEntry
from tests import factories as make
from tests.applications.trial import World

DEFECT = {"section": "form", "field": "contact", "text": "联系人缺失"}


def sign(world: World, section: str = "form") -> str:
    return queries.seen(world.content().application, section)


def save(world: World, text: str, seen: str) -> None:
    acts.save_form(world.case.pk, world.operator, {"contact": text}, seen=seen)


def returned(world: World, *defects: dict[str, str]) -> World:
    world.submit().do("return_for_supplement", data={"defects": list(defects)})
    return world


def test_newer_text_of_another_window_is_not_overwritten(world: World) -> None:
    first = sign(world)
    save(world, "甲", first)
    with pytest.raises(Stale) as stale:
        save(world, "乙", first)
    assert world.content().application.form["contact"] == "甲"
    assert world.operator.name in str(stale.value)


def test_saving_another_section_is_no_conflict(world: World) -> None:
    form_sign = sign(world)
    world.declare(floor_area="3700")
    save(world, "甲", form_sign)
    assert world.content().application.form["contact"] == "甲"


def test_fields_that_are_not_named_stay(world: World) -> None:
    world.answer(contact="甲", ownership="自有")
    world.answer(contact="乙")
    assert world.content().application.form["ownership"] == "自有"


def test_a_field_that_the_form_does_not_have_is_refused(world: World) -> None:
    with pytest.raises(Refused):
        world.answer(shoe_size=42)


def test_a_value_of_the_wrong_kind_is_refused(world: World) -> None:
    with pytest.raises(Refused):
        world.declare(floor_area="viel")
    assert world.content().facts[0].declared is None


def test_after_submission_nothing_can_be_changed(world: World) -> None:
    world.submit()
    with pytest.raises(Refused):
        save(world, "甲", sign(world))


def test_only_the_sections_that_came_back_are_open(world: World) -> None:
    returned(world, DEFECT)
    save(world, "甲", sign(world))
    with pytest.raises(Refused) as refused:
        world.declare(floor_area="9000")
    assert refused.value.code == "shut"
    with pytest.raises(Refused) as refused:
        world.attach("policies", "another")
    assert refused.value.code == "shut"


def test_after_the_supplement_the_defects_are_settled(world: World) -> None:
    returned(world, DEFECT).do("submit")
    assert world.content().defects == []


def test_the_task_list_marks_what_came_back_and_says_why_the_rest_is_shut(world: World) -> None:
    rows = {row.key: row for row in queries.task_list(returned(world, DEFECT).content())}
    assert rows["form"].status == "returned"
    assert [defect.text for defect in rows["form"].defects] == ["联系人缺失"]
    assert rows["form"].shut == ""
    assert rows["materials"].shut != ""


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.DIRECTOR, Role.OFFICER])
def test_an_office_does_not_find_the_parks_draft(world: World, role: str) -> None:
    organisation = world.case.bureau if role != Role.OFFICER else world.case.district
    office = make.make_actor(role, organisation)
    with pytest.raises(Case.DoesNotExist):
        acts.save_form(world.case.pk, office, {"contact": "甲"}, seen=sign(world))


def test_an_office_does_not_write_in_the_parks_application(world: World) -> None:
    returned(world, DEFECT)
    with pytest.raises(Refused) as refused:
        acts.save_form(world.case.pk, world.officer, {"contact": "甲"}, seen=sign(world))
    assert refused.value.code == "role"


def test_each_change_is_on_the_audit_trail_with_before_and_after(world: World) -> None:
    world.answer(contact="甲")
    world.answer(contact="乙")
    entry = AuditEntry.objects.filter(action="applications.save_form").latest("seq")
    assert (entry.before, entry.after) == ({"contact": "甲"}, {"contact": "乙"})


def test_a_declared_figure_that_differs_from_the_record_is_flagged(world: World) -> None:
    world.declare(floor_area="3600.00", operating_agencies=11)
    differs = {row.fact.key: row.differs for row in world.content().facts}
    assert differs["operating_agencies"] is True
    assert differs["floor_area"] is False


def test_nothing_said_takes_a_declared_figure_back(world: World) -> None:
    world.declare(operating_agencies=11)
    world.declare(operating_agencies=None)
    row = next(row for row in world.content().facts if row.fact.key == "operating_agencies")
    assert (row.declared, row.value) == (None, 12)


def test_a_remark_stays_with_its_figure(world: World) -> None:
    told = {"floor_area": Declared("3700", "测绘报告")}
    acts.declare_facts(world.case.pk, world.operator, told, seen=sign(world, "facts"))
    row = next(row for row in world.content().facts if row.fact.key == "floor_area")
    assert row.stored.remark == "测绘报告"
