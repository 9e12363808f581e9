"""Lists taken away as files: narrowed as the page, typed, harmless, named and recorded."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from openpyxl import load_workbook

from accounts.roles import Role
from records import acts, listings
from records.acts.exports import KIND, Exported
from records.listings import Column, Listing
from records.models import AuditEntry, Job
from tests.factories import make_actor, user_of

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"

THINGS = [
    ("样例桌", 3, Decimal("-1.50"), date(2026, 1, 5)),
    ("=1+1", 0, Decimal("1234.5"), None),
]


def things(_actor: Any, asked: QueryDict) -> list[Any]:
    return [row for row in THINGS if asked.get("q", "") in row[0]]


@pytest.fixture(autouse=True)
def listed() -> Iterator[None]:
    columns = (
        Column("名称", lambda row: row[0]),
        Column("数量", lambda row: row[1]),
        Column("价格", lambda row: row[2]),
        Column("日子", lambda row: row[3]),
    )
    listings.register("tests.things", Listing("物品", columns, things, frozenset({"officer"})))
    yield
    del listings._listings["tests.things"]


@pytest.fixture
def officer() -> Any:
    return make_actor(Role.OFFICER, name="样例甲")


def taken(actor: Any, query: str = "", ending: str = "xlsx") -> bytes:
    made = acts.export(actor, "tests.things", query, ending)
    assert isinstance(made, Exported)
    with made.file as file:
        return file.read()


def table(content: bytes) -> list[list[Any]]:
    sheet = load_workbook(io.BytesIO(content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_numbers_are_numbers_and_dates_dates_in_a_workbook(officer: Any) -> None:
    header, first, *_rest = table(taken(officer))
    assert header == ["名称", "数量", "价格", "日子"]
    assert first == ["样例桌", 3, -1.5, datetime(2026, 1, 5)]  # noqa: DTZ001


def test_numbers_are_plain_and_dates_iso_in_csv(officer: Any) -> None:
    content = taken(officer, ending="csv")
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert lines[:2] == [["名称", "数量", "价格", "日子"], ["样例桌", "3", "-1.50", "2026-01-05"]]


def test_a_heading_may_say_what_was_asked_for(officer: Any) -> None:
    columns = (Column(lambda asked: f"{asked['year']}年收入", lambda row: row[2]),)
    listings.register("tests.things", Listing("物品", columns, things))
    assert table(taken(officer, "year=2025"))[0] == ["2025年收入"]


def test_a_text_like_a_formula_is_harmless_in_csv(officer: Any) -> None:
    assert "\r\n'=1+1,0,1234.5," in taken(officer, ending="csv").decode()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_who_took_it_and_when_stands_under_the_rows(officer: Any, ending: str) -> None:
    content = taken(officer, ending=ending)
    if ending == "xlsx":
        last = str(table(content)[-1][0])
    else:
        last = content.decode().splitlines()[-1].strip('"')
    assert last.startswith("※")
    assert officer.name in last
    assert officer.organisation in last


def test_only_what_the_page_shows_is_taken_and_it_is_recorded(officer: Any) -> None:
    assert len(table(taken(officer, "q=样例"))) == 4  # the header, one row, a gap, the remark
    entry = AuditEntry.objects.get(action=KIND)
    assert entry.after == {"list": "tests.things", "query": "q=样例", "form": "xlsx", "rows": 1}


@pytest.mark.django_db(transaction=True)
def test_another_role_is_refused_and_that_is_recorded(client: Client) -> None:
    client.force_login(user_of(make_actor(Role.REVIEWER)), BACKEND)
    assert client.post("/export/tests.things/", {"form": "csv"}).status_code == 403
    entry = AuditEntry.objects.get(action=KIND)
    assert entry.after == {"refused": True}


def test_an_unknown_list_or_form_is_not_found(client: Client, officer: Any) -> None:
    client.force_login(user_of(officer), BACKEND)
    assert client.post("/export/tests.none/", {"form": "csv"}).status_code == 404
    assert client.post("/export/tests.things/", {"form": "pdf"}).status_code == 404
    assert client.get("/export/tests.things/").status_code == 405


def test_a_long_list_is_a_job_with_the_same_file(
    officer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("records.acts.exports.AT_ONCE", 1)
    job = acts.export(officer, "tests.things", "", "csv")
    assert isinstance(job, Job)
    acts.run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.total, job.done) == ("done", 2, 2)
    assert job.result is not None
    with job.result.file.open("rb") as file:
        assert "样例桌" in file.read().decode()
    assert AuditEntry.objects.filter(action=KIND).count() == 1
