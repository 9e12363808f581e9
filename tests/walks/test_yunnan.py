"""A provincial park of Yunnan in a browser, in Chinese: study, list, five working days, plaque."""

from pathlib import Path

import pytest
from django.utils import timezone

from applications.samples.clock import at
from applications.samples.walk import Walk
from casework.models import PublicNotice
from records.queries import calendar
from rules.workdays import add_workdays
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

PARK, NUMBER = "yn-approved", "云人社样〔2026〕8号"


def test_a_park_is_studied_listed_and_recognised(
    transactional_db: None, new_page: Opener, tmp_path: Path
) -> None:
    make_world(PARK)
    walker, walk = Walker(new_page, tmp_path), walk_of(PARK, "yunnan-2021", "recognition")
    begin(walker, walk)
    submit(walker, walk)
    move(walker, walk, "同意上报", opinion="材料齐全。")
    departments_and_experts_study(walker, walk)
    move(walker, walk, "同意上报", opinion="列入认定建议名单。")
    notice = publish(walker, walk.sample.name)
    assert_exactly_five_working_days(notice)
    with at(timezone.now() + days_until_after(notice)):
        move(walker, walk, "同意上报", "notice_ended", opinion="公示期满，无异议。")
        move(walker, walk, "同意", document_number=NUMBER, opinion="同意认定。")
    printed = [walk.sample.name, NUMBER, "云南省财政厅", "系统版式"]
    assert_printed(print_form(walker, walk.case), printed)
    the_public_finds(walker, walk.sample.name, NUMBER)


def departments_and_experts_study(walker: Walker, walk: Walk) -> None:
    """The finance office is asked and answers, an expert speaks to the six heads."""
    today = in_chinese(timezone.localdate())
    walker.sit(user_of(walk.turn))
    walker.open_case(walk.sample.name)
    walker.press("征求意见")
    walker.page.get_by_label("云南省财政厅（样例）").check()
    walker.fill(question="请就扶持资金提出意见。", due_on=today)
    walker.press("发出征询")
    walker.page.wait_for_url("**/cases/*/")
    experts_speak(walker, "规模与设施符合要求。")
    walker.sit(user_of(walk.cast("yn-finance")))
    walker.press("处理下一件")
    walker.fill(answer="agree", text="资金已落实，无不同意见。")
    walker.press("答复")
    walker.page.get_by_text("资金已落实").first.wait_for()
    move(walker, walk, "同意上报", "panel_complete", "consultations_asked", opinion="同意推荐。")


def assert_exactly_five_working_days(notice: PublicNotice) -> None:
    assert notice.ends_on == add_workdays(notice.published_on, 5, calendar()).due
