"""A monthly return in a browser, in Chinese: from the park over the office to the bureau."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from accounts.models import User
from applications.samples.clock import at, office_hour
from applications.samples.walk import Cast
from parks.models import Park
from returns import acts
from returns.models import MonthlyReturn, Obligation
from returns.periods import last_ended
from rules import edition
from tests.returns.world import GOOD
from tests.walks.hands import Opener, Walker, in_chinese, make_world

pytestmark = pytest.mark.django_db(transaction=True)

OPERATOR, OFFICER, REVIEWER = "cq-one-operator", "yubei-officer", "cq-reviewer"
PARK, EDITION, DUTY = "cq-one", "chongqing-2021", "monthly-return"
TITLE, WORD = "运营情况月报", "样例：十月集中招聘。"


def test_a_return_goes_from_the_park_to_the_bureau(
    transactional_db: None, new_page: Opener, tmp_path: Path
) -> None:
    make_world(PARK)
    month = last_ended(edition(EDITION).duty(DUTY), timezone.localdate())
    _the_month_before_was_taken_in(month)
    acts.sweep_duties(month + timedelta(days=1))
    walker = Walker(new_page, tmp_path)

    _open(walker, OPERATOR, month)
    walker.press("填写")
    walker.fill(**{name: str(value) for name, value in GOOD.items()})
    walker.fill(person_times="2000", tax="6万", complaints="")
    walker.press("保存")
    walker.press("校验并提交")
    walker.page.get_by_text("投诉数").first.wait_for()
    walker.page.get_by_text("变动超过一半").first.wait_for()
    assert MonthlyReturn.objects.latest("pk").state == "draft"

    walker.fill(complaints="0", explanation=WORD)
    walker.press("保存")
    walker.press("校验并提交")
    walker.page.get_by_text("区县审核中").first.wait_for()

    _open(walker, OFFICER, month)
    walker.page.get_by_text(WORD).wait_for()
    walker.press("上报主管部门")
    walker.page.get_by_text("主管部门审核中").first.wait_for()

    _open(walker, REVIEWER, month)
    walker.press("接收")
    walker.page.get_by_text("月报已接收。").first.wait_for()
    kept = MonthlyReturn.objects.latest("pk")
    assert (kept.state, kept.person_times, kept.tax) == ("kept", 2000, 60_000)
    assert kept.obligation.done_on == timezone.localdate()


def _open(walker: Walker, username: str, month: date) -> None:
    """From the list of what is owed, as everybody does."""
    walker.sit(User.objects.get(username=username))
    walker.page.get_by_role("link", name="月报与职责", exact=True).first.click()
    row = walker.page.locator("main tr").filter(has_text=in_chinese(month))
    row.get_by_role("link", name=TITLE, exact=True).click()
    walker.page.get_by_role("heading", level=1, name=TITLE, exact=True).wait_for()


def _the_month_before_was_taken_in(month: date) -> None:
    """By acts: what another return looks like is not what this walk is about."""
    end = month.replace(day=1) - timedelta(days=1)
    with at(office_hour(end + timedelta(days=1))):
        acts.sweep_duties(end + timedelta(days=1))
        park = Park.objects.get(operator__name__startswith="渝北样例")
        owed = Obligation.objects.get(park=park, duty=DUTY, period_end=end)
        cast = Cast()
        operator, officer, reviewer = cast(OPERATOR), cast(OFFICER), cast(REVIEWER)
        begun = acts.begin(operator, owed.pk)
        kept = acts.save(operator, begun.pk, begun.version, GOOD, {})
        kept = acts.hand_in(operator, kept.pk, kept.version)
        kept = acts.send_on(officer, kept.pk, kept.version)
        acts.take_in(reviewer, kept.pk, kept.version)
