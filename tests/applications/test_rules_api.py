"""The regulations for programs: the verbs of the command line, its shapes and its refusals."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from accounts.roles import Role
from records.models import AuditEntry, CalendarDay, CalendarYear
from rules.command import main
from tests import factories as make
from tests.applications.browsing import signed_in

pytestmark = pytest.mark.django_db
FACTS = {"operating_agencies": 40, "floor_area": "3000"}
RENT = {
    "annual_revenue": "3000000",
    "is_operator": False,
    "lease_months": 36,
    "annual_rent": "200000",
    "claim_year": 1,
    "paid_this_year": "0",
}


@pytest.fixture
def caller() -> Client:
    return signed_in(make.make_actor(Role.EXPERT, make.make_bureau()))


def asked(caller: Client, path: str, body: Any = None) -> Any:
    url = f"/api/v1/rules/{path}"
    if body is None:
        return caller.get(url)
    raw = body if isinstance(body, bytes | str) else json.dumps(body)
    return caller.post(url, raw, content_type="application/json")


def on_the_command_line(capsys: Any, *words: str, body: Any = None, tmp: Any = None) -> Any:
    if body is not None:
        file = tmp / "body"
        file.write_bytes(body if isinstance(body, bytes) else json.dumps(body).encode())
        words = (*words, str(file))
    status = main(words)
    out, err = capsys.readouterr()
    return json.loads(out) if status == 0 else err.strip().replace(str(tmp / "body"), "body")


VERBS = [
    ("", None, ("list",)),
    ("show/chongqing-2021/", None, ("show", "chongqing-2021")),
    ("coverage/", None, ("coverage",)),
    ("questions/", None, ("questions",)),
    (
        "assess/jinzhong/?on=2024-05-01",
        FACTS,
        ("assess", "jinzhong", "--on", "2024-05-01", "--facts"),
    ),
    (
        "score/chongqing-2021/?reading=scaled",
        {"1.1": 3},
        ("score", "chongqing-2021", "--reading", "scaled", "--answers"),
    ),
    ("grade/chongqing/", {"a": "90", "b": "60"}, ("grade", "chongqing", "--scores")),
    (
        "subsidy/qingpu/rent/?on=2023-05-01",
        RENT,
        ("subsidy", "qingpu", "rent", "--on", "2023-05-01", "--facts"),
    ),
    (
        "deadline/shanghai/tenant-filing/?from=2026-09-25",
        None,
        ("deadline", "shanghai", "tenant-filing", "--from", "2026-09-25"),
    ),
]


@pytest.mark.parametrize(("path", "body", "words"), VERBS, ids=lambda each: None)
def test_a_verb_answers_as_on_the_command_line(
    caller: Client, capsys: Any, tmp_path: Any, path: str, body: Any, words: tuple[str, ...]
) -> None:
    answer = asked(caller, path, body)
    assert answer.status_code == 200
    assert answer.json() == on_the_command_line(capsys, *words, body=body, tmp=tmp_path)


BAD = [
    ("show/nowhere/", None, ("show", "nowhere")),
    ("assess/nowhere/", {}, ("assess", "nowhere", "--facts")),
    ("assess/jinzhong/", {"rooms": 3}, ("assess", "jinzhong", "--facts")),
    (
        "assess/jinzhong/",
        {"operating_agencies": -1},
        ("assess", "jinzhong", "--facts"),
    ),
    ("assess/jinzhong/", b'{"floor_area": 12.5}', ("assess", "jinzhong", "--facts")),
    ("assess/jinzhong/", b'{"floor_area": NaN}', ("assess", "jinzhong", "--facts")),
    (
        "assess/jinzhong/",
        b'{"floor_area": 1, "floor_area": 2}',
        ("assess", "jinzhong", "--facts"),
    ),
    ("assess/jinzhong/", b"[]", ("assess", "jinzhong", "--facts")),
    ("assess/jinzhong/", b"\xff\xfe", ("assess", "jinzhong", "--facts")),
    ("assess/jinzhong/?on=20260501", {}, ("assess", "jinzhong", "--on", "20260501", "--facts")),
    (
        "score/chongqing-2021/?reading=kind",
        {},
        ("score", "chongqing-2021", "--reading", "kind", "--answers"),
    ),
    ("score/jinzhong-2022/", {}, ("score", "jinzhong-2022", "--answers")),
    ("grade/jinzhong/", {}, ("grade", "jinzhong", "--scores")),
    ("subsidy/qingpu/rent/", {}, ("subsidy", "qingpu", "rent", "--facts")),
    ("subsidy/qingpu/none/", {}, ("subsidy", "qingpu", "none", "--facts")),
    (
        "deadline/shanghai/none/?from=2026-09-25",
        None,
        ("deadline", "shanghai", "none", "--from", "2026-09-25"),
    ),
    (
        "deadline/shanghai/preparation/?from=9999-12-31",
        None,
        ("deadline", "shanghai", "preparation", "--from", "9999-12-31"),
    ),
]


@pytest.mark.parametrize(("path", "body", "words"), BAD, ids=lambda each: None)
def test_bad_input_is_answered_with_the_words_of_the_command_line(
    caller: Client, capsys: Any, tmp_path: Any, path: str, body: Any, words: tuple[str, ...]
) -> None:
    answer = asked(caller, path, body)
    assert answer.status_code == 400
    assert answer.json() == {"detail": on_the_command_line(capsys, *words, body=body, tmp=tmp_path)}


def test_a_date_left_out_is_said(caller: Client) -> None:
    answer = asked(caller, "deadline/shanghai/tenant-filing/")
    assert (answer.status_code, answer.json()) == (400, {"detail": "not a date like 2026-11-21:"})


def test_a_deadline_goes_by_the_calendar_that_the_administrators_keep(caller: Client) -> None:
    path = "deadline/yunnan/public-notice/?from=2026-06-01"
    before = asked(caller, path).json()["due"]
    year = CalendarYear.objects.get(year=2026)
    CalendarDay.objects.create(year=year, date="2026-06-03", kind=CalendarDay.Kind.OFF)
    CalendarYear.objects.filter(year=2026).update(stamp=uuid4())
    assert before == "2026-06-08"
    assert asked(caller, path).json()["due"] == "2026-06-09"


def test_nobody_is_told_without_signing_in() -> None:
    assert asked(Client(), "").status_code == 401


def test_nothing_is_stored(caller: Client) -> None:
    before = AuditEntry.objects.count()
    asked(caller, "assess/jinzhong/", FACTS)
    assert AuditEntry.objects.count() == before
