"""What a supplement does to what was verified and confirmed before it."""

from typing import Any

import pytest
from django.urls import reverse

from casework.models import Case
from records.errors import Refused
from records.models import AuditEntry
from tests.applications.browsing import page, read, signed_in
from tests.applications.trial import World, make_world

LEAF = "JZ-9(2)a"
SECTIONS = ("form", "facts", "materials")


@pytest.fixture
def waived(db: None) -> World:
    """A park too small by some square metres, excepted from that, and judged."""
    world = make_world(floor_area="2900").to_bureau()
    world.verify()
    world.judge_all()
    world.confirm("waiver", world.waive(LEAF))
    return world


def returned(world: World) -> World:
    defects = [{"section": key, "text": "请补正"} for key in SECTIONS]
    world.do("return_for_supplement", data={"defects": defects})
    return world


def confirmed(world: World) -> dict[str, bool]:
    content = world.content()
    return {one.leaf: bool(one.confirmed_at) for one in [*content.judgements, *content.waivers]}


def entries(action: str) -> list[Any]:
    return list(AuditEntry.objects.filter(action=f"applications.{action}").order_by("pk"))


def test_a_supplement_that_changes_neither_figures_nor_files_keeps_everything(
    waived: World,
) -> None:
    returned(waived).answer(contact="补正联系人")
    waived.do("submit")
    assert all(confirmed(waived).values())
    assert all(row.verified is not None for row in waived.content().facts if row.given is not None)
    waived.do("forward")
    assert waived.case.stage == "expert_review"


def test_a_waiver_whose_figure_changed_waits_for_its_second_person_again(waived: World) -> None:
    returned(waived).declare(floor_area="2500")
    waived.do("submit")
    found = confirmed(waived)
    assert not found.pop(LEAF)
    assert all(found.values())
    with pytest.raises(Refused):
        waived.do("forward")
    waived.verify()
    with pytest.raises(Refused, match=r"第二人|second person"):
        waived.do("forward")
    waived.confirm("waiver", waived.content().waivers[0])
    waived.do("forward")
    assert Case.objects.get(pk=waived.case.pk).stage == "expert_review"


def test_the_register_may_change_a_waived_figure_as_well(waived: World) -> None:
    returned(waived)
    site = waived.park.sites.get()
    site.floor_area -= 300
    site.save()
    waived.do("submit")
    assert not confirmed(waived)[LEAF]


def test_a_figure_of_another_leaf_leaves_the_waiver_standing(waived: World) -> None:
    returned(waived).declare(operating_agencies=11)
    waived.do("submit")
    assert confirmed(waived)[LEAF]


def test_another_file_lets_every_confirmation_fall(waived: World) -> None:
    returned(waived).attach("other", "新的材料")
    waived.do("submit")
    assert not any(confirmed(waived).values())
    assert waived.content().verdict.to_judge


def test_the_maker_does_not_confirm_after_the_supplement_either(waived: World) -> None:
    returned(waived).attach("other", "新的材料")
    waived.do("submit")
    with pytest.raises(Refused):
        waived.confirm("waiver", waived.content().waivers[0], waived.reviewer)


def test_the_trail_says_what_fell_and_why(waived: World) -> None:
    returned(waived).declare(floor_area="2500")
    waived.do("submit")
    (fallen,) = entries("reopen_waiver")
    assert fallen.before == {"leaf": LEAF, "confirmed_by": waived.second.name}
    assert fallen.after == {"changed": ["floor_area"]}
    (unverified,) = entries("unverify")
    assert list(unverified.before) == ["floor_area"]
    assert not entries("reopen_judgement")


def test_what_was_asked_for_and_not_changed_must_be_answered(world: World) -> None:
    returned(world.submit()).answer(contact="补正联系人")
    with pytest.raises(Refused):
        world.do("submit", data={})
    only_what_stands = {
        str(one.pk): "已说明" for one in world.content().defects if one.section != "form"
    }
    assert world.do("submit", data={"answers": only_what_stands}).data["answers"]


def test_the_check_page_asks_for_the_answers_and_keeps_them(world: World) -> None:
    returned(world.submit()).answer(contact="补正联系人")
    client, url = signed_in(world.operator), page("check", world.case.pk)
    asked = {one.section: f"answer-{one.pk}" for one in world.content().defects}
    text = read(client, url)
    assert asked["facts"] in text
    assert asked["form"] not in text
    sent = {"version": world.case.version, "token": "t", asked["facts"]: "面积以测绘报告为准"}
    answer = client.post(url, sent)
    assert answer.status_code == 422
    assert "面积以测绘报告为准" in answer.content.decode()


def test_the_office_reads_the_answers_on_the_cases_first_page(world: World) -> None:
    returned(world.submit())
    client, url = signed_in(world.operator), page("check", world.case.pk)
    sent = {f"answer-{one.pk}": f"答复{one.section}" for one in world.content().defects}
    client.post(url, {"version": world.case.version, "token": "t", **sent})
    first = reverse("casework:case", args=[world.case.pk])
    assert "答复facts" in read(signed_in(world.officer), first)
    assert "答复facts" in read(signed_in(world.officer), f"{first}?tab=timeline")
