"""What a person is told whose page was overtaken."""

from typing import Any

import pytest

from casework import acts
from casework.acts.drafts import editing
from records.actor import Actor
from records.errors import Stale
from tests import factories as make
from tests.casework.browsing import client_of, form_values
from tests.casework.trial import DEFECT, World, today

pytestmark = pytest.mark.django_db


def told(world: World, actor: Actor, action: str = "forward") -> str:
    """What comes of a move at the version before the last."""
    world.case.refresh_from_db()
    with pytest.raises(Stale) as stale:
        acts.perform(world.case.pk, action, actor, world.case.version - 1, opinion="同意")
    return str(stale.value)


def save(world: World, actor: Actor) -> None:
    world.case.refresh_from_db()
    with editing(world.case.pk, actor, world.case.version, action=""):
        pass


def test_who_saved_meanwhile_is_named_and_not_the_last_step(world: World) -> None:
    world.reach("bureau_review")
    save(world, world.second)
    sentence = told(world, world.reviewer)
    assert world.second.name in sentence
    assert world.head.name not in sentence
    assert "保存" in sentence or "saved" in sentence


def test_a_step_after_the_saving_is_named(world: World) -> None:
    world.reach("bureau_review")
    save(world, world.second)
    world.do("accept", world.reviewer)
    sentence = told(world, world.second)
    assert world.reviewer.name in sentence
    assert "保存" not in sentence


def test_the_applicant_is_not_told_which_officer_it_was(world: World) -> None:
    world.reach("county_review").do("accept", world.officer)
    sentence = told(world, world.operator, "withdraw")
    assert world.officer.name not in sentence


def test_the_applicant_is_not_told_of_a_step_inside_the_offices(world: World) -> None:
    world.reach("county_sign").do("send_back")
    sentence = told(world, world.operator, "withdraw")
    assert "退回上一环节" not in sentence
    assert "Send back" not in sentence


def test_a_colleague_of_the_applicant_is_told_who_of_them_saved(world: World) -> None:
    world.reach("county_review")
    world.do("return_for_supplement", data={"defects": [DEFECT]})
    save(world, world.operator)
    assert world.operator.name in told(world, world.operator, "submit")


@pytest.mark.parametrize(
    ("stage", "page", "typed"),
    [
        ("expert_review", "panel/", {"size": 3, "due_on": "2030-01-05"}),
        ("expert_review", "consult/", {"question": "是否有欠税？", "due_on": "2030-01-05"}),
        ("decision", "basis/", {"document": "样例会议纪要", "reason": "新办法未出台"}),
        ("notice", "/notices/publish/", {"title": "样例公示", "published_on": today()}),
    ],
)
def test_who_was_overtaken_sends_the_same_page_again(
    world: World, stage: str, page: str, typed: dict[str, Any]
) -> None:
    world.reach(stage)
    departments = [make.make_organisation("department", "140700") for _number in range(2)]
    typed = typed | {"cases": world.case.pk, "organisations": [one.pk for one in departments]}
    actor = world.director if stage == "decision" else world.reviewer
    client, url = client_of(actor), page if page[0] == "/" else f"/cases/{world.case.pk}/{page}"
    read = form_values(client, url)
    save(world, world.second)
    form = client.post(url, read | typed).context["form"]
    assert form.non_field_errors()
    again = {field.html_name: field.value() for field in form}
    sent = client.post(url, {name: value for name, value in again.items() if value})
    assert sent.status_code == 302
