"""Celery's entrances: thin, idempotent, taking ids."""

from celery import shared_task

from records import acts
from records.actor import job_actor


@shared_task  # type: ignore[untyped-decorator]
def run_job(job_id: int) -> None:
    acts.run_job(job_id)


@shared_task  # type: ignore[untyped-decorator]
def send_outbox() -> None:
    acts.send_outbox()


@shared_task  # type: ignore[untyped-decorator]
def sweep_jobs() -> None:
    acts.sweep_jobs()


@shared_task  # type: ignore[untyped-decorator]
def sign_audit_head() -> None:
    acts.sign_head(job_actor("sign_audit_head"))
