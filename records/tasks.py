"""Celery's entrances: thin, idempotent, taking ids."""

from celery import shared_task
from django.utils import timezone

from records import acts
from records.actor import job_actor


@shared_task
def run_job(job_id: int) -> None:
    acts.run_job(job_id)


@shared_task
def send_outbox() -> None:
    acts.send_outbox()


@shared_task
def sweep_jobs() -> None:
    acts.sweep_jobs()


@shared_task
def sign_audit_head() -> None:
    acts.sign_head(job_actor("sign_audit_head"))


@shared_task
def daily_sweep() -> None:
    """Often a day: what was done for today is not done again, what failed is."""
    acts.catch_up(timezone.localdate())


@shared_task
def sweep_again() -> None:
    """After the calendar changed: all that is reckoned from it is brought up to date."""
    acts.sweep(timezone.localdate())
