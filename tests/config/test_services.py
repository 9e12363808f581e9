"""The private services the tests run on, and what a test that commits leaves behind."""

import queue

import pytest
from celery import shared_task
from django.db import transaction

from records.actor import job_actor
from records.acts import record
from records.models import AuditEntry, CalendarDay

HEARD: queue.Queue[str] = queue.Queue()


@shared_task
def say(word: str) -> None:
    HEARD.put(word)


def test_a_worker_takes_tasks_from_the_queue(worker: None) -> None:
    say.delay("hello")
    assert HEARD.get(timeout=10) == "hello"


@pytest.mark.main_walk
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round", [1, 2])
def test_a_committed_audit_entry_is_gone_in_the_next_test(round: int) -> None:
    assert AuditEntry.objects.count() == 0
    with transaction.atomic():
        record(job_actor("test"), "tests.said")


@pytest.mark.main_walk
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round", [1, 2])
def test_what_a_migration_seeded_survives_a_test_that_commits(round: int) -> None:
    assert CalendarDay.objects.exists()
    CalendarDay.objects.all().delete()
