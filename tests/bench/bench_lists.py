"""The first page of every list of cases at a million cases, beside the same page at ten thousand.

The cases are copies of a demonstration case, spread over the offices, stages and states as in a
bureau that has decided most of them. Queries a page are counted by the tests, not here.
"""

from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import User
from applications.management.commands.load_samples import load_samples
from casework.models import Case
from casework.queries import BOXES
from tests.bench.database import scratch_database

FEW, MANY = 10_000, 1_000_000
ROUNDS = 9
BUDGET = 1.5
PEOPLE = ("jz-reviewer", "taigu-officer", "refused-operator")

#: One in fifty is open, the rest decided; every open one lies at some stage of its procedure.
FILL = """
INSERT INTO casework_case (
    number, kind, title, area_id, park_id, applicant_id, district_id, bureau_id, edition,
    procedure, stage, status, proposal, returned_by, holder_id, opened_at, due_on, version,
    created_by_id, created_at, submitted_at, stage_since, closed_at, saved_by
)
SELECT
    'B' || i, kind, title, area_id, park_id, applicant_id, district_id, bureau_id, edition,
    procedure,
    CASE WHEN mod(i, 50) = 0
         THEN (ARRAY['county_review', 'bureau_review', 'decision'])[1 + mod(i / 50, 3)]
         ELSE 'decision' END,
    CASE WHEN mod(i, 50) = 0 THEN 'open' WHEN mod(i, 7) = 0 THEN 'refused' ELSE 'approved' END,
    '', '', NULL, NULL,
    CASE WHEN mod(i, 50) = 0 THEN DATE '2026-01-01' + mod(i, 400) END,
    1, created_by_id, created_at, submitted_at, stage_since - i * INTERVAL '1 second', NULL, ''
FROM generate_series(%s, %s) AS i
JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place FROM casework_case
      WHERE number IS NOT NULL AND number NOT LIKE 'B%%') AS model
  ON model.place = mod(i, %s)
"""


def run() -> list[dict[str, Any]]:
    """A row for each list of each person; milliseconds a page."""
    with scratch_database():
        load_samples("sample-password")
        models = Case.objects.exclude(number=None).count()
        _fill(1, FEW, models)
        before = dict(_measured())
        _fill(FEW + 1, MANY, models)
        return [_row(name, taken, before[name]) for name, taken in _measured()]


def _fill(first: int, last: int, models: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(FILL, [first, last, models])
        cursor.execute("ANALYZE")


def _measured() -> Iterator[tuple[str, float]]:
    for username in PEOPLE:
        client = Client()
        client.force_login(
            User.objects.get(username=username),
            backend="django.contrib.auth.backends.ModelBackend",
        )
        for box in BOXES:
            page = partial(_opened, client, box)
            yield f"{box} of {username}", _milliseconds(page)


def _opened(client: Client, box: str) -> None:
    assert client.get(reverse("casework:box", args=[box])).status_code == 200


def _row(name: str, measured: float, baseline: float) -> dict[str, Any]:
    return {
        "name": f"a million cases: {name}",
        "measured": round(measured, 1),
        "baseline": round(baseline, 1),
        "ratio": round(measured / baseline, 2),
        "budget": BUDGET,
        "unit": "ms",
    }


def _milliseconds(call: Callable[[], object]) -> float:
    """The median of several runs, the first of which only warms up."""
    call()
    return median(_timed(call) for _round in range(ROUNDS))


def _timed(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return (perf_counter() - start) * 1000
