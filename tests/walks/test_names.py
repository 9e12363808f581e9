"""Walks through a browser: the park's name is used by the district, and by others."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.models import NameUse
from applications.samples.walk import Walk
from casework.models import Receipt
from tests.walks.hands import (
    Opener,
    Walker,
    begin,
    in_chinese,
    make_world,
    prepare,
    user_of,
    walk_of,
)

pytestmark = pytest.mark.django_db(transaction=True)

LAW, PARK = "shanghai-2022", "sh-one"
ACTIVITY = "样例人力资源服务开放日"


@pytest.fixture
def world(transactional_db: None) -> None:
    make_world("sh-park", PARK)


def test_the_district_files_its_own_use_before_the_event(
    world: None, new_page: Opener, tmp_path: Path
) -> None:
    walker, walk = Walker(new_page, tmp_path), walk_of(PARK, LAW, "name_filing")
    begin(walker, walk)
    prepare(walk)
    tell(walker, walk, days=0)
    the_day_itself_is_too_late(walker)
    tell(walker, walk, days=30)
    hand_in(walker, walk)
    turn(walker, walk, "予以备案")
    receipt = Receipt.objects.get()
    walker.leave()
    walker.page.goto(f"{reverse('casework:verify')}?code={receipt.code}")
    walker.page.get_by_text(receipt.number).first.wait_for()


def test_others_are_authorised_in_two_steps(world: None, new_page: Opener, tmp_path: Path) -> None:
    walker, walk = Walker(new_page, tmp_path), walk_of(PARK, LAW, "name_authorisation")
    begin(walker, walk)
    prepare(walk)
    tell(walker, walk, days=30)
    hand_in(walker, walk)
    turn(walker, walk, "同意上报")
    turn(walker, walk, "同意上报", opinion="样例：名称使用得当。")
    turn(walker, walk, "同意", document_number="沪人社样〔2026〕1号", opinion="同意使用。")
    use = NameUse.objects.get()
    walker.page.goto(f"/parks/{walk.case.park_id}/")
    row = walker.page.get_by_role("row").filter(has_text=ACTIVITY)
    row.filter(has_text=in_chinese(use.begins_on)).wait_for()


def tell(walker: Walker, walk: Walk, days: int) -> None:
    """Type which activity it is and when."""
    walker.page.goto(f"/applications/{walk.case.pk}/sections/form/")
    day = in_chinese(timezone.localdate() + timedelta(days=days))
    walker.fill(activity=ACTIVITY, event_on=day, event_until=day)
    walker.press("保存并返回清单")
    walker.page.wait_for_url("**/applications/*/")


def the_day_itself_is_too_late(walker: Walker) -> None:
    """On the page where it is handed in the law's reason stands, and the button is shut."""
    walker.press("核对并提交")
    walker.page.get_by_text("活动开始之前报备或取得授权").first.wait_for()
    assert walker.page.get_by_role("button", name="提交", exact=True).is_disabled()


def hand_in(walker: Walker, walk: Walk) -> None:
    """What was typed is looked at on one page and handed in."""
    walker.press("核对并提交")
    walker.press("提交")
    walker.page.wait_for_url("**/receipt/")
    walk.case.refresh_from_db()


def turn(walker: Walker, walk: Walk, action: str, **fields: str) -> None:
    """Whose turn it is opens the next thing on the desk and moves it on."""
    walk.case.refresh_from_db()
    walker.sit(user_of(walk.turn))
    walker.open_case(ACTIVITY)
    if walk.stage.move("accept"):
        walker.step("受理")
    walker.step(action, **fields)
    walk.case.refresh_from_db()
