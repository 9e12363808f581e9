"""A municipal park of Chongqing in a browser, in Chinese: experts on site, notice, plaque."""

from pathlib import Path

import pytest
from django.utils import timezone

from applications.models import FollowUp
from applications.samples.clock import at
from parks.models import Recognition
from tests.walks.hands import (
    Opener,
    Walker,
    assert_printed,
    begin,
    days_until_after,
    experts_speak,
    in_chinese,
    make_world,
    move,
    print_form,
    publish,
    submit,
    the_public_finds,
    user_of,
    walk_of,
)

pytestmark = pytest.mark.django_db(transaction=True)

PARK, NUMBER = "cq-approved", "渝人社样〔2026〕8号"


def test_a_park_is_seen_by_experts_and_recognised(
    transactional_db: None, new_page: Opener, tmp_path: Path
) -> None:
    make_world(PARK)
    walker, walk = Walker(new_page, tmp_path), walk_of(PARK, "chongqing-2021", "recognition")
    begin(walker, walk)
    submit(walker, walk)
    move(walker, walk, "同意上报", opinion="材料齐全。")
    walker.sit(user_of(walk.turn))
    walker.open_case(walk.sample.name)
    today = in_chinese(timezone.localdate())
    experts_speak(walker, "运营规范，特色明显。", visited_on=today)
    move(walker, walk, "同意上报", "panel_complete", opinion="专家一致建议认定。")
    notice = publish(walker, walk.sample.name)
    with at(timezone.now() + days_until_after(notice)):
        move(walker, walk, "同意上报", "notice_ended", opinion="公示期满，无异议。")
        move(walker, walk, "同意", document_number=NUMBER, opinion="同意认定。")
    assert FollowUp.objects.get().case == walk.case
    assert Recognition.objects.get().plaque
    assert_printed(print_form(walker, walk.case), [walk.sample.name, NUMBER, "系统版式"])
    the_public_finds(walker, walk.sample.name, NUMBER)
