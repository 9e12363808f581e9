"""Duties that come round: opened, reminded of, escalated, recorded as done."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from records.acts import save_calendar_year
from records.acts.calendar import DayRow
from records.errors import Refused
from records.models import AuditEntry, CalendarDay, CalendarYear, OutboxMessage
from returns import acts
from returns.models import Obligation
from returns.queries import waiting
from tests import factories as make
from tests.returns.world import World, make_world, told


def months() -> list[tuple[str, str]]:
    rows = Obligation.objects.filter(duty="monthly-return").order_by("period_end")
    return [(str(row.period_end), str(row.due_on)) for row in rows]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-10-01", [("2026-09-30", "2026-10-10")]),  # a make-up Saturday
        ("2026-10-10", [("2026-09-30", "2026-10-10")]),
        ("2026-10-11", []),  # could not be met any more when the system first looked
        ("2026-06-01", [("2026-05-31", "2026-06-10")]),
        ("2026-01-02", [("2025-12-31", "2026-01-12")]),  # the 10th is a Saturday
        ("2026-05-01", [("2026-04-30", "2026-05-11")]),  # the 10th is a Sunday
    ],
)
def test_a_return_opens_when_its_month_has_ended(world: World, day: str, found: list[str]) -> None:
    acts.sweep_duties(date.fromisoformat(day))
    assert months() == found


def test_months_of_silence_are_caught_up_with(world: World) -> None:
    acts.sweep_duties(date(2026, 6, 1))
    acts.sweep_duties(date(2026, 9, 3))
    assert [end for end, _due in months()] == [
        "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31",
    ]  # fmt: skip


def test_a_second_sweep_opens_nothing_twice(world: World) -> None:
    assert acts.sweep_duties(date(2026, 10, 1)) > 0
    assert acts.sweep_duties(date(2026, 10, 1)) == 0


def test_nothing_is_owed_for_the_time_before_the_recognition(world: World) -> None:
    world.park.recognitions.update(decided_on=date(2026, 9, 30))
    acts.sweep_duties(date(2026, 9, 5))
    assert not Obligation.objects.exists()


def test_a_revoked_recognition_owes_nothing_new(world: World) -> None:
    world.park.recognitions.update(revoked_on=date(2026, 9, 1))
    acts.sweep_duties(date(2026, 10, 1))
    assert not Obligation.objects.exists()


@pytest.mark.parametrize(
    ("edition", "area", "level", "keys"),
    [
        (
            "chongqing-2021", "500101", "municipal",
            ["evaluation", "monthly-return", "self-assessment", "targets"],
        ),
        ("shanghai-2022", "310118", "national", ["self-assessment"]),
        ("yunnan-2021", "530100", "province", ["self-assessment"]),
        ("jinzhong-2022", "140702", "city", ["evaluation"]),
        ("qingpu-2022", "310118", "district", []),
    ],
)  # fmt: skip
@pytest.mark.django_db
def test_each_edition_has_its_own_duties(
    edition: str, area: str, level: str, keys: list[str]
) -> None:
    make_world(edition, area, level)
    acts.sweep_duties(date(2026, 1, 2))
    assert sorted(Obligation.objects.values_list("duty", flat=True)) == keys


def test_the_park_is_reminded_and_the_office_told_of_lateness(world: World) -> None:
    for day in range(1, 13):
        acts.sweep_duties(date(2026, 10, day))
    due = "2026-10-10"
    assert told(world.operator) == ["opened", *(f"due:{due}:{n}" for n in (5, 3, 1, 0))]
    late = [f"late:{due}:2026-10-11", f"late:{due}:2026-10-12"]
    assert told(world.officer) == ["opened", *late]
    assert told(world.director) == []


def test_the_yearly_self_assessment_opens_falls_due_and_is_asked_for_daily(world: World) -> None:
    for day in (date(2026, 1, 2), *(date(2026, 3, 20) + timedelta(days=n) for n in range(14))):
        acts.sweep_duties(day)
    owed = Obligation.objects.get(duty="self-assessment")
    due = "2026-03-31"
    assert told(world.operator, owed) == ["opened", *(f"due:{due}:{n}" for n in (5, 3, 1, 0))]
    assert told(world.officer, owed) == [f"late:{due}:2026-04-0{n}" for n in (1, 2)]


def test_whose_turn_it_is_is_reminded(world: World) -> None:
    owed = world.open()
    month = world.save(owed)
    acts.hand_in(world.operator, month.pk, month.version)
    OutboxMessage.objects.all().delete()
    acts.sweep_duties(date(2026, 10, 9))
    assert told(world.operator) == []
    assert f"due:{owed.due_on}:1" in told(world.officer)
    acts.sweep_duties(date(2026, 10, 12))
    assert told(world.head) == ["late:2026-10-10:2026-10-12"]


def test_what_is_done_reminds_nobody(world: World) -> None:
    world.keep(world.open())
    OutboxMessage.objects.all().delete()
    acts.sweep_duties(date(2026, 10, 10))
    assert not OutboxMessage.objects.filter(event__contains=":due:").exists()


def test_a_changed_calendar_moves_the_day_and_leaves_a_trace(world: World) -> None:
    owed = world.open()
    rows = [
        DayRow(day.date, day.kind, day.name_zh, day.name_en)
        for day in CalendarDay.objects.filter(year=2026).exclude(date=date(2026, 10, 10))
    ]
    version = CalendarYear.objects.get(pk=2026).version
    save_calendar_year(make.make_actor("administrator"), 2026, rows, version)
    acts.sweep_duties(date(2026, 10, 2))
    owed.refresh_from_db()
    assert owed.due_on == date(2026, 10, 12)
    entry = AuditEntry.objects.get(action="returns.move_due_date")
    assert (entry.before, entry.after) == ({"due_on": "2026-10-10"}, {"due_on": "2026-10-12"})


# Done


def assessment(world: World) -> Obligation:
    acts.sweep_duties(date(2026, 1, 2))
    return Obligation.objects.get(duty="self-assessment")


def test_who_owes_it_records_it_as_done(world: World) -> None:
    owed = assessment(world)
    on = date(2026, 3, 30)
    report = SimpleUploadedFile("自评.pdf", b"%PDF-1.4\n")
    acts.record_done(world.operator, owed.pk, owed.version, on, "样例报告", report)
    owed.refresh_from_db()
    assert owed.done_on == on


@pytest.mark.django_db
def test_where_no_office_lies_between_the_bureau_records_it() -> None:
    world = make_world("shanghai-2022", "310118", "national")
    world.park.area = make.make_area("310000")
    world.park.save()
    acts.sweep_duties(date(2026, 1, 2))
    owed = Obligation.objects.get(duty="self-assessment")
    assert waiting(world.reviewer).number == 1
    acts.record_done(world.reviewer, owed.pk, owed.version, date(2026, 3, 30), "")
    assert waiting(world.reviewer).number == 0


def test_nobody_else_records_it(world: World) -> None:
    owed = assessment(world)
    for other in (world.officer, world.reviewer, world.director):
        with pytest.raises(Refused):
            acts.record_done(other, owed.pk, owed.version, date(2026, 3, 30), "")


@pytest.mark.parametrize("day", [date(2025, 12, 31), timezone.localdate() + timedelta(days=1)])
def test_it_is_not_done_before_its_period_s_end_or_in_the_future(world: World, day: date) -> None:
    owed = assessment(world)
    with pytest.raises(Refused):
        acts.record_done(world.operator, owed.pk, owed.version, day, "")


def test_another_park_s_duty_is_not_there(world: World) -> None:
    owed = assessment(world)
    stranger = make.make_actor("operator", make.make_organisation("operator", "500101"))
    with pytest.raises(Obligation.DoesNotExist):
        acts.record_done(stranger, owed.pk, owed.version, date(2026, 3, 30), "")
