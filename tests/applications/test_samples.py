"""The demonstration data: complete, deterministic, marked, made by the real acts."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import TestCase

import rules
from accounts.models import Organisation, User
from applications.management.commands.load_samples import load_samples, sample_password
from applications.models import Application
from casework.models import Case, Step
from parks.models import Park
from records import credit_code
from records.models import AuditEntry
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


def test_jinzhong_has_a_case_at_every_stage_and_end(samples: None) -> None:
    procedure = rules.edition("jinzhong-2022").procedures["recognition"]
    open_cases = Case.objects.exclude(status__in=Case.FINAL)
    assert {stage.key for stage in procedure.stages} <= set(
        open_cases.values_list("stage", flat=True)
    )
    assert {"approved", "refused", "returned", "draft"} <= set(
        Case.objects.values_list("status", flat=True)
    )


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
