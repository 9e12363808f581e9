"""Handing work to Celery by name, so that acts need not import the tasks that call them."""

from celery import current_app
from django.db import transaction


def enqueue(task: str, *args: int) -> None:
    """Send the task when the act has committed.

    An unreachable broker is logged, never shown: rows are the truth, and the sweepers in
    ``records.tasks`` pick up what was not sent.
    """

    def send() -> None:
        current_app.send_task(task, args=args)

    transaction.on_commit(send, robust=True)
