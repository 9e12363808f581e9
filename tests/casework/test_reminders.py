"""Reminders of due days: 5, 3, 1 days before, on the day, then daily to who stands above."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from casework import acts
from casework.models import Case, StagePeriod, Step
from casework.seats import person
from records.actor import Actor
from records.acts import save_calendar_year
from records.acts.calendar import DayRow
from records.models import AuditEntry, CalendarDay, CalendarYear, OutboxMessage
from tests import factories as make
from tests.casework.trial import World

pytestmark = pytest.mark.django_db
DUE = date(2026, 11, 20)  # a Friday
CAME = date(2026, 11, 1)


@pytest.fixture
def pending(world: World) -> World:
    """A case that came to the bureau on 1 November and is due on the 20th."""
    world.reach("bureau_review")
    moment = datetime(CAME.year, CAME.month, CAME.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    Step.objects.filter(case=world.case).update(at=moment)
    Case.objects.filter(pk=world.case.pk).update(due_on=DUE)
    OutboxMessage.objects.all().delete()
    return world


def events(actor: Actor) -> list[str]:
    """The end of each event that the person was told of in the site, in order."""
    rows = OutboxMessage.objects.filter(recipient_id=person(actor), channel="site").order_by("pk")
    return [event.split(":", 2)[2] for event in rows.values_list("event", flat=True)]


def before(days: int) -> date:
    return DUE - timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "told"),
    [(6, 0), (5, 1), (4, 1), (3, 2), (2, 2), (1, 3), (0, 4)],
)
def test_the_hand_is_reminded_as_the_day_comes(pending: World, days: int, told: int) -> None:
    for earlier in range(19, days - 1, -1):
        acts.sweep_reminders(before(earlier))
    assert events(pending.reviewer) == [f"due:{DUE}:{n}" for n in (5, 3, 1, 0)][:told]
    assert events(pending.director) == []


def test_each_day_late_is_told_once_to_who_stands_above(pending: World) -> None:
    for late in (1, 1, 2):
        acts.sweep_reminders(DUE + timedelta(days=late))
    assert events(pending.director) == [f"late:{DUE}:{DUE + timedelta(days=n)}" for n in (1, 2)]
    assert events(pending.reviewer) == []


def test_three_days_of_silence_lose_no_reminder(pending: World) -> None:
    acts.sweep_reminders(before(6))
    assert acts.sweep_reminders(before(2)) == 2 * len(_reviewers(pending))
    assert events(pending.reviewer) == [f"due:{DUE}:5", f"due:{DUE}:3"]


def _reviewers(world: World) -> set[int | None]:
    return {world.reviewer.user_id, world.second.user_id}


def test_the_same_day_again_reminds_nobody_twice(pending: World) -> None:
    assert acts.sweep_reminders(before(0)) > 0
    assert acts.sweep_reminders(before(0)) == 0


def test_no_reminder_is_older_than_the_clock(pending: World) -> None:
    moment = datetime(2026, 11, 17, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    Step.objects.filter(case=pending.case).update(at=moment)
    acts.sweep_reminders(before(1))
    assert events(pending.reviewer) == [f"due:{DUE}:1"]


def test_who_holds_the_case_is_reminded_alone(pending: World) -> None:
    Case.objects.filter(pk=pending.case.pk).update(holder=pending.second.user_id)
    acts.sweep_reminders(before(5))
    assert events(pending.reviewer) == []
    assert events(pending.second) == [f"due:{DUE}:5"]


def test_an_applicant_s_lateness_is_told_to_who_asked_for_the_supplement(pending: World) -> None:
    Case.objects.filter(pk=pending.case.pk).update(
        status="returned", stage="draft", returned_by="county_review"
    )
    acts.sweep_reminders(DUE + timedelta(days=1))
    assert events(pending.officer) == [f"late:{DUE}:{DUE + timedelta(days=1)}"]


def test_a_draft_and_what_has_ended_remind_nobody(pending: World) -> None:
    for status in ("draft", "approved", "refused", "withdrawn", "lapsed"):
        Case.objects.filter(pk=pending.case.pk).update(status=status)
        assert acts.sweep_reminders(DUE) == 0


def test_an_ended_notice_is_told_to_the_bureau_once(world: World) -> None:
    world.reach("notice")
    notice = world.publish()
    OutboxMessage.objects.all().delete()
    assert acts.sweep_ended_notices(notice.ends_on) == 0
    after = notice.ends_on + timedelta(days=1)
    assert acts.sweep_ended_notices(after) > 0
    assert acts.sweep_ended_notices(after + timedelta(days=1)) == 0
    assert OutboxMessage.objects.filter(
        recipient_id=person(world.reviewer), channel="site", event=f"notice:{notice.pk}:ended"
    ).exists()


def test_a_notice_that_runs_late_reminds_of_no_due_day(world: World) -> None:
    world.reach("notice")
    notice = world.publish()
    OutboxMessage.objects.all().delete()
    assert acts.sweep_reminders(notice.ends_on + timedelta(days=3)) == 0


# Due days and the calendar


def reviewed(world: World, came: date, workdays: int) -> Case:
    """The case, come to the bureau's review on that day, where a period of `workdays` runs."""
    world.reach("bureau_review")
    moment = datetime(came.year, came.month, came.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    Step.objects.filter(case=world.case).update(at=moment)
    StagePeriod.objects.create(
        bureau=world.case.bureau, edition=world.case.edition, procedure=world.case.procedure,
        stage="bureau_review", workdays=workdays,
    )  # fmt: skip
    acts.sweep_due_dates(came)
    world.case.refresh_from_db()
    return world.case


def test_a_new_day_off_moves_the_due_dates_and_leaves_a_trace(world: World) -> None:
    case = reviewed(world, date(2026, 11, 16), 5)
    assert case.due_on == date(2026, 11, 23)
    days = [
        DayRow(day.date, day.kind, day.name_zh, day.name_en)
        for day in CalendarDay.objects.filter(year=2026)
    ]
    version = CalendarYear.objects.get(pk=2026).version
    administrator = make.make_actor("administrator", world.case.bureau)
    save_calendar_year(
        administrator, 2026, [*days, DayRow(date(2026, 11, 18), "off", "样例放假")], version
    )
    assert acts.sweep_due_dates(date(2026, 11, 19)) == 1
    case.refresh_from_db()
    assert case.due_on == date(2026, 11, 24)
    entry = AuditEntry.objects.filter(action="casework.move_due_date").latest("seq")
    assert (entry.object_id, entry.before, entry.after) == (
        str(case.pk),
        {"due_on": "2026-11-23"},
        {"due_on": "2026-11-24"},
    )


def test_what_did_not_move_leaves_no_trace(world: World) -> None:
    reviewed(world, date(2026, 11, 16), 5)
    traces = AuditEntry.objects.filter(action="casework.move_due_date").count()
    assert acts.sweep_due_dates(date(2026, 11, 19)) == 0
    assert AuditEntry.objects.filter(action="casework.move_due_date").count() == traces
