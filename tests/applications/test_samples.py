"""The demonstration data: complete, deterministic, marked, made by the real acts."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db.models import Count, QuerySet
from django.test import TestCase
from django.utils import timezone

import rules
from accounts.acting import actor_of
from accounts.models import Organisation, User
from applications.management.commands.load_samples import load_samples, sample_password
from applications.models import Application, FollowUp, Preparation, Waiver
from applications.samples.needs import LOT
from casework.models import Case, Consultation, Objection, Panel, PanelSeat, PublicNotice, Step
from parks.models import Park
from records import credit_code
from records.models import AuditEntry
from returns.acts.keeping import FILES
from returns.models import MonthlyReturn, StandingRecord, Target
from returns.queries import proofs, reached
from rules.edition import Edition
from rules.procedure import Procedure
from tenants.models import Agency, Tenancy


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The samples, loaded once for this file in a transaction that is rolled back at its end."""
    with django_db_blocker.unblock():
        atomics = TestCase._enter_atomics()  # type: ignore[attr-defined]
        load_samples("sample-password")
    yield
    with django_db_blocker.unblock():
        TestCase._rollback_atomics(atomics)  # type: ignore[attr-defined]


@pytest.fixture
def samples(loaded: None, db: None) -> None:
    """The world that each test finds; what it writes is undone."""


LAWS = [(law, procedure) for law in rules.editions() for procedure in law.procedures.values()]
every_procedure = pytest.mark.parametrize(("law", "procedure"), LAWS, ids=lambda each: each.key)


def cases_of(law: Edition, procedure: Procedure) -> QuerySet[Case]:
    return Case.objects.filter(edition=law.key, procedure=procedure.key)


@every_procedure
def test_every_stage_has_an_open_case(samples: None, law: Edition, procedure: Procedure) -> None:
    waiting = cases_of(law, procedure).exclude(status__in=Case.FINAL)
    shown = set(waiting.exclude(status="returned").values_list("stage", flat=True))
    assert [stage.key for stage in procedure.stages if stage.key not in shown] == []


@every_procedure
def test_every_end_of_the_procedure_has_a_case(
    samples: None, law: Edition, procedure: Procedure
) -> None:
    moves = [move for stage in procedure.stages for move in stage.moves]
    wanted: set[str] = {move.final for move in moves if move.final and move.final != "withdrawn"}
    if any(move.action == "return_for_supplement" for move in moves):
        wanted.add("returned")
    if procedure.outcome.period:
        wanted.add("lapsed")
    statuses = set(cases_of(law, procedure).values_list("status", flat=True))
    assert "approved" in wanted
    assert wanted - statuses == set()


def test_the_same_experts_are_drawn_each_time(samples: None) -> None:
    panels = list(Panel.objects.select_related("case"))
    assert [panel.seed for panel in panels] == [f"{LOT}{panel.case.number}" for panel in panels]
    assert panels


def test_a_preparation_runs_one_ends_soon_and_one_has_lapsed(samples: None) -> None:
    states = set(Preparation.objects.values_list("state", flat=True))
    assert states == set(Preparation.State.values)
    ending = Preparation.objects.filter(state="running").order_by("due_on")[0]
    assert 0 < (ending.due_on - timezone.localdate()).days < 30
    assert ending.warned == [90, 30]
    assert Preparation.objects.filter(state="running", warned=[]).exists()
    assert Preparation.objects.get(state="lapsed").case.status == "lapsed"


def test_a_preparation_knows_at_once_that_it_was_applied_upon(samples: None) -> None:
    filed = Application.objects.filter(follows__isnull=False, case__submitted_at__isnull=False)
    assert filed.exists()
    for application in filed.select_related("follows__preparation"):
        assert application.follows is not None
        assert application.follows.preparation.state == Preparation.State.APPLIED


def test_committed_figures_wait_for_their_check(samples: None) -> None:
    due = FollowUp.objects.get(due_on__lte=timezone.localdate())
    assert {one["key"] for one in due.findings} >= {"first_year_revenue", "placements"}
    assert due.warned
    assert FollowUp.objects.filter(due_on__gt=timezone.localdate()).exists()


def test_recognitions_of_several_levels_stand_side_by_side(samples: None) -> None:
    levels = Park.objects.annotate(levels=Count("recognitions__level", distinct=True))
    assert levels.filter(levels__gt=1).count() >= 3
    both = {"shanghai-2022", "qingpu-2022"}
    parks = Park.objects.filter(recognitions__edition="qingpu-2022")
    under = [set(park.recognitions.values_list("edition", flat=True)) for park in parks]
    assert both in under


def test_a_relaxed_figure_was_granted_by_two(samples: None) -> None:
    waiver = Waiver.objects.exclude(value="").first()
    assert waiver is not None
    assert waiver.confirmed_by_id not in (None, waiver.made_by_id)


def test_a_notice_is_open_and_an_objection_to_it(samples: None) -> None:
    open_ones = PublicNotice.objects.filter(ends_on__gte=timezone.localdate())
    assert Objection.objects.filter(entry__notice__in=open_ones).exists()


def test_a_panel_sits_and_a_department_is_asked(samples: None) -> None:
    assert PanelSeat.objects.filter(given_at__isnull=True, panel__closed_at__isnull=True).exists()
    assert Consultation.objects.filter(answered_at__isnull=True).exists()


def test_a_monthly_return_stands_in_every_state(samples: None) -> None:
    assert set(MonthlyReturn.objects.values_list("state", flat=True)) == set(MonthlyReturn.State)


def test_targets_are_beside_what_was_reached(samples: None) -> None:
    director = actor_of(User.objects.get(username="cq-director"))
    assert director is not None
    parks = [Park.objects.get(pk=key) for key in set(Target.objects.values_list("park", flat=True))]
    rows = [row for park in parks for row in reached(director, park)]
    assert {row.target.figure for row in rows if row.months} >= {"gross_revenue", "person_times"}


def test_standing_duties_are_kept_with_their_files(samples: None) -> None:
    keys = StandingRecord.objects.values_list("pk", flat=True)
    assert set(keys) == set(proofs(FILES, keys))


def test_all_five_areas_have_a_bureau_and_parks_with_tenants(samples: None) -> None:
    for edition in rules.editions():
        assert Organisation.objects.filter(area_id=edition.area_code, kind="bureau").exists()
        parks = Park.objects.filter(area__path__contains=f"{edition.area_code}/")
        assert Tenancy.objects.filter(park__in=parks).exists(), edition.key


def test_everything_invented_is_marked(samples: None) -> None:
    for model in (Park, Agency, Organisation, User):
        assert not model.objects.filter(is_sample=False).exists()


def test_every_credit_code_is_valid(samples: None) -> None:
    codes = Agency.objects.values_list("credit_code", flat=True)
    assert [code for code in codes if not credit_code.is_valid(code)] == []
    assert [code for code in codes if not credit_code.body_is_valid(code)] == []


def test_a_second_run_changes_nothing(samples: None) -> None:
    def count() -> list[int]:
        return [m.objects.count() for m in (Park, Agency, User, Case, Step, AuditEntry)]

    before = count()
    load_samples("sample-password")
    assert count() == before


def test_the_stories_run_forward_on_the_audit_trail(samples: None) -> None:
    moments = list(AuditEntry.objects.order_by("seq").values_list("at", flat=True))
    assert moments == sorted(moments)


def test_the_audit_trail_of_the_samples_verifies(samples: None) -> None:
    call_command("verify_audit")


def test_the_receipts_of_the_samples_replay(samples: None) -> None:
    for application in Application.objects.all():
        for receipt in application.receipts.all():
            _verdict, differences = rules.replay(receipt.receipt)
            assert differences == []


def test_the_password_is_made_once(tmp_path: object) -> None:
    file = tmp_path / "password"  # type: ignore[operator]
    assert sample_password(file) == sample_password(file)
