"""Celery's entrances: thin, idempotent."""

from celery import shared_task

from casework import acts
from casework.models import Case


@shared_task
def recompute_due_dates() -> None:
    """After a night in which the calendar may have been edited, every due date is right again."""
    acts.recompute(Case.objects.order_by("pk"))
