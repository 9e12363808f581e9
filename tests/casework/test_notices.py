"""Public notices and objections."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from applications.samples.clock import at, office_hour
from casework import acts, queries
from casework.models import Objection
from records.errors import Refused
from tests import factories as make
from tests.casework.trial import World, sibling

pytestmark = pytest.mark.django_db


@pytest.fixture
def noticed(world: World) -> World:
    return world.reach("notice")


def object_to(world: World, **more: str) -> Objection:
    entry = world.case.notice_entries.latest("pk")
    words = {"name": "样例·群众", "phone": "13800000000", "text": "面积不实", "proof": "租约"}
    said: dict[str, Any] = words | more
    return acts.object_to(entry.pk, **said)


def moment(day: date) -> datetime:
    return office_hour(day)


@pytest.mark.parametrize(
    ("published", "ends"),
    [
        (date(2026, 9, 24), date(2026, 10, 9)),
        (date(2026, 4, 29), date(2026, 5, 9)),
        (date(2026, 11, 20), date(2026, 11, 27)),
    ],
)
def test_a_notice_counts_working_days_from_the_day_after(
    noticed: World, published: date, ends: date
) -> None:
    with at(moment(published)):
        assert noticed.publish().ends_on == ends


def test_a_notice_shorter_than_printed_is_refused(noticed: World) -> None:
    with pytest.raises(Refused, match="5"):
        noticed.publish(workdays=4)


def test_a_longer_notice_is_allowed_where_the_law_says_at_least(noticed: World) -> None:
    assert noticed.publish(workdays=7).workdays == 7


def test_the_case_goes_on_the_day_after_the_last_day(noticed: World) -> None:
    notice = noticed.publish()
    with at(moment(notice.ends_on)), pytest.raises(Refused):
        noticed.do("forward")
    with at(moment(notice.ends_on + timedelta(days=1))):
        noticed.do("forward")
    assert noticed.case.stage == "decision"


def test_the_due_date_of_a_case_on_notice_is_the_end_of_the_notice(noticed: World) -> None:
    notice = noticed.publish()
    assert noticed.case.due_on == notice.ends_on


def test_a_case_stands_on_one_notice_at_a_time(noticed: World) -> None:
    noticed.publish()
    with pytest.raises(Refused):
        noticed.publish()


def test_one_notice_carries_many_cases(noticed: World) -> None:
    other = sibling(noticed).reach("notice")
    cases = {one.case.pk: one.case.version for one in (noticed, other)}
    notice = acts.publish_notice(noticed.reviewer, cases, title="样例公示")
    assert notice.entries.count() == 2


def test_a_notice_is_all_or_nothing(noticed: World) -> None:
    early = sibling(noticed).reach("bureau_review")
    cases = {one.case.pk: one.case.version for one in (noticed, early)}
    with pytest.raises(Refused):
        acts.publish_notice(noticed.reviewer, cases, title="样例公示")
    assert not queries.notices_of(noticed.reviewer).exists()


def test_an_open_objection_holds_the_case(noticed: World) -> None:
    noticed.publish()
    object_to(noticed)
    noticed.end_notice()
    with pytest.raises(Refused):
        noticed.do("forward")


def test_a_dismissed_objection_lets_the_case_go_on(noticed: World) -> None:
    noticed.publish()
    objection = object_to(noticed)
    acts.settle_objection(
        objection.pk, noticed.reviewer, state="dismissed", finding="经核查面积属实"
    )
    noticed.end_notice()
    noticed.do("forward")
    assert noticed.case.stage == "decision"


def test_an_upheld_objection_sends_the_case_back_to_the_evaluation(noticed: World) -> None:
    noticed.publish()
    objection = object_to(noticed)
    acts.settle_objection(objection.pk, noticed.reviewer, state="upheld", finding="面积不实")
    noticed.end_notice()
    with pytest.raises(Refused):
        noticed.do("forward")
    noticed.do("send_back", opinion="异议成立，重新评审")
    assert noticed.case.stage == "expert_review"


def test_an_objection_after_the_last_day_is_refused(noticed: World) -> None:
    noticed.publish()
    noticed.end_notice()
    with pytest.raises(Refused):
        object_to(noticed)


def test_an_objection_needs_a_real_name(noticed: World) -> None:
    noticed.publish()
    with pytest.raises(Refused):
        object_to(noticed, name=" ")


def test_an_objection_without_evidence_is_refused(noticed: World) -> None:
    noticed.publish()
    with pytest.raises(Refused):
        object_to(noticed, proof=" ")


def test_nobody_but_the_bureau_sees_who_objected(noticed: World) -> None:
    noticed.publish()
    object_to(noticed)
    assert queries.objections(noticed.reviewer).count() == 1
    for other in (noticed.operator, noticed.officer, noticed.head, noticed.experts[0]):
        assert not queries.objections(other).exists()


def test_another_bureau_sees_no_objection(noticed: World) -> None:
    noticed.publish()
    object_to(noticed)
    stranger = make.make_actor("reviewer", make.make_bureau("310000"))
    assert not queries.objections(stranger).exists()


def test_the_public_list_shows_what_is_published_and_no_more(noticed: World) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    notice = noticed.publish(published_on=tomorrow)
    assert not queries.public_notices().exists()
    with at(moment(tomorrow)):
        assert queries.public_notices().get() == notice
