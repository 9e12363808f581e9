"""The private services the tests run on."""

import pytest
from django.db import connection

from config.celery import app


@pytest.mark.django_db
def test_the_database_answers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_the_queue_answers() -> None:
    with app.connection_for_write() as queue:
        queue.ensure_connection(max_retries=1)
        assert queue.connected
