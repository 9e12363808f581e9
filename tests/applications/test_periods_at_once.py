"""Two schedulers at once, on a real PostgreSQL: nothing is said or done twice."""

from datetime import date

import pytest
from django.db import connection

from applications.acts.periods import sweep_preparations
from casework.models import Step
from records.models import OutboxMessage
from tests.applications.grants import prepared, shanghai
from tests.casework.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_sweeps_at_once_double_nothing(transactional_db: None) -> None:
    offices = shanghai()
    for _more in range(3):
        prepared(offices, date(2025, 3, 10))
    done = at_once(*[lambda: sweep_preparations(date(2026, 3, 11))] * 2)
    assert connection.vendor == "postgresql"
    assert sum(done) == 3
    assert Step.objects.filter(action="lapse").count() == 3
    # Three cases: three warnings and the end, to two people by two channels.
    assert OutboxMessage.objects.count() == 3 * 4 * 2 * 2
