"""Targets beside what was reached; standing duties as dated records with a file."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from records.attachments import may_read
from records.errors import Refused, Stale
from records.models import Attachment
from returns import acts, queries
from returns.models import Obligation, StandingRecord, Target
from tests import factories as make
from tests.returns.world import EDITION, World, make_world

FIGURE = Target.Figure


def target(world: World, figure: str = FIGURE.PERSON_TIMES, value: str = "4000") -> Target:
    return acts.set_target(
        world.reviewer, world.park, 2026, figure, Decimal(value), "样例〔2026〕1号", 0
    )


def test_the_bureau_sets_a_target_and_returns_count_towards_it(world: World) -> None:
    target(world)
    world.keep(world.open(date(2026, 9, 1)))
    world.keep(world.open(date(2026, 10, 1)))
    (row,) = queries.reached(world.operator, world.park)
    assert (row.value, row.months, row.share) == (2_000, 2, 50)


def test_the_duty_to_set_targets_is_done_with_the_first_of_its_year(world: World) -> None:
    acts.sweep_duties(date(2026, 1, 2))
    owed = Obligation.objects.get(duty="targets")
    acts.set_target(world.reviewer, world.park, 2027, FIGURE.TAX, Decimal(1), "", 0)
    owed.refresh_from_db()
    assert owed.done_on is None
    target(world)
    owed.refresh_from_db()
    assert owed.done_on == timezone.localdate()


def test_who_has_set_the_next_years_targets_beforehand_owes_none(world: World) -> None:
    target(world)
    acts.sweep_duties(date(2026, 1, 2))
    assert not Obligation.objects.filter(duty="targets").exists()
    acts.sweep_duties(date(2027, 1, 2))
    assert Obligation.objects.get(duty="targets").period_end == date(2026, 12, 31)


def test_what_is_not_taken_in_counts_for_nothing(world: World) -> None:
    target(world)
    world.save(world.open())
    (row,) = queries.reached(world.operator, world.park)
    assert (row.value, row.share) == (None, None)


def test_a_growth_is_measured_on_the_same_number_of_months(world: World) -> None:
    target(world, FIGURE.TAX_GROWTH, "10")
    before = world.open(date(2026, 9, 1))
    world.keep(before)
    Obligation.objects.filter(pk=before.pk).update(period_end=date(2025, 9, 30))
    world.keep(world.open(date(2026, 10, 1)), tax=66_000)
    (row,) = queries.reached(world.operator, world.park)
    assert (row.value, row.share) == (10, 100)
    world.keep(Obligation.objects.get(period_end=date(2026, 8, 31), duty="monthly-return"))
    (row,) = queries.reached(world.operator, world.park)
    assert row.value is None


@pytest.mark.parametrize("who", ["operator", "officer", "director"])
def test_others_set_no_target_where_the_bureau_does(world: World, who: str) -> None:
    with pytest.raises(Refused):
        acts.set_target(getattr(world, who), world.park, 2026, FIGURE.TAX, Decimal(1), "", 0)


@pytest.mark.django_db
def test_a_park_sets_its_own_where_its_law_says_so() -> None:
    world = make_world("shanghai-2022", "310118", "national")
    made = acts.set_target(
        world.operator, world.park, 2026, FIGURE.TAX_GROWTH, Decimal("-5"), "", 0
    )
    assert made.set_by == world.park.operator
    with pytest.raises(Refused):
        target(world)


def test_a_target_is_changed_by_who_saw_the_last(world: World) -> None:
    row = target(world)
    with pytest.raises(Stale):
        target(world, value="5000")
    changed = acts.set_target(
        world.reviewer, world.park, 2026, row.figure, Decimal(5000), "", row.version
    )
    assert (changed.pk, changed.value) == (row.pk, 5000)


def test_only_a_growth_is_below_zero(world: World) -> None:
    with pytest.raises(ValidationError):
        target(world, value="-1")


# Standing duties


def keep(world: World, who: str = "operator", key: str = "team") -> StandingRecord:
    proof = SimpleUploadedFile("名单.pdf", b"%PDF-1.4\n")
    return acts.record_standing(
        getattr(world, who), world.park, EDITION, key, date(2026, 3, 1), "专职5人", proof
    )


@pytest.mark.parametrize(
    ("who", "key"),
    [("operator", "team"), ("officer", "district_rules"), ("officer", "district_body"),
     ("reviewer", "alliance")],
)  # fmt: skip
def test_who_owes_a_standing_duty_records_it_with_a_file(world: World, who: str, key: str) -> None:
    row = keep(world, who, key)
    (kept,) = (k for k in queries.standing(getattr(world, who), world.park) if k.duty.key == key)
    assert kept.records == [row]
    (file,) = queries.proofs("returns.standing", [row.pk])[row.pk]
    assert may_read(getattr(world, who), file)


@pytest.mark.parametrize(
    ("who", "key"),
    [("officer", "team"), ("operator", "district_rules"), ("director", "alliance"),
     ("operator", "no-such-duty")],
)  # fmt: skip
def test_others_do_not_record_it(world: World, who: str, key: str) -> None:
    with pytest.raises(Refused):
        keep(world, who, key)
    assert not StandingRecord.objects.exists()


def test_a_day_to_come_is_no_record(world: World) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ValidationError):
        acts.record_standing(world.operator, world.park, EDITION, "team", tomorrow, "专职5人")


def test_another_park_s_operator_sees_no_record_of_this_one(world: World) -> None:
    keep(world)
    other = make.make_park(make.make_organisation("operator", "500101"), "500101")
    make.make_recognition(other, edition=EDITION, level="municipal")
    stranger = make.make_actor("operator", other.operator)
    assert all(k.records == [] for k in queries.standing(stranger, other))
    assert not may_read(stranger, Attachment.objects.get())
