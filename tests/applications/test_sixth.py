"""A sixth jurisdiction is one file: the web serves it without any other change."""

import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from pypdf import PdfReader

from applications.acts.texts import apply_text, read_text
from applications.views.rulebook.pages import PARTS
from casework import acts as casework
from casework.models import StagePeriod
from records.queries import calendar
from rules.command import main
from rules.edition import Edition
from rules.workdays import add_workdays
from tests.applications.browsing import download, read
from tests.applications.everywhere import Setting, client_of, make_setting
from tests.applications.instruments import invented_text
from tests.applications.whole import whole
from tests.rules.sixth import registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def law() -> Iterator[Edition]:
    with registered() as edition:
        yield edition


@pytest.fixture
def setting(law: Edition, db: None) -> Setting:
    return make_setting(law, law.procedures["recognition"])


@pytest.mark.parametrize("part", ["", *(f"{part}/" for part in PARTS if part != "clauses")])
def test_its_rulebook_is_there(setting: Setting, part: str) -> None:
    client = client_of(setting.people["reviewer"])
    assert client.get(f"/rulebooks/sample-2026/{part}").status_code == 200
    assert "样例〔2025〕1号" in read(client, "/rulebooks/sample-2026/")


def test_it_can_be_tried_on_facts(setting: Setting) -> None:
    client = client_of(setting.people["officer"])
    given = {"usable_area": "1999.99", "operating_agencies": "20"}
    answer = client.post("/rulebooks/sample-2026/bench/conditions/", given)
    assert answer.context["verdict"].outcome == "not_met"
    money = client.get("/rulebooks/sample-2026/bench/money/revenue/?annual_revenue=2500万")
    assert str(money.context["award"].amount) == "40000.00"
    day = client.get("/rulebooks/sample-2026/bench/deadline/?duty=application&start=2026-05-20")
    assert day.context["found"].due == date(2026, 6, 30)


def test_its_text_is_loaded_and_split(setting: Setting, law: Edition) -> None:
    administrator = setting.people["administrator"]
    apply_text(administrator, law, read_text(administrator, law, invented_text(law)))
    assert "样例引言。" in read(client_of(administrator), "/rulebooks/sample-2026/")


def test_it_is_offered_begun_and_handed_in(setting: Setting) -> None:
    operator = client_of(setting.people["operator"])
    assert "样例市产业园认定" in read(operator, "/applications/")
    setting.begin()
    page = read(operator, f"/applications/{setting.case.pk}/")
    assert "样例市" in page
    assert "使用面积" in read(operator, f"/applications/{setting.case.pk}/sections/facts/")
    setting.submit()
    assert setting.case.stage == "bureau_review"


def test_its_form_is_printed(law: Edition) -> None:
    done = whole(law, law.procedures["recognition"])
    answer = client_of(done.people["reviewer"]).get(f"/cases/{done.case.pk}/form.pdf")
    assert answer["Content-Type"] == "application/pdf"
    content = io.BytesIO(download(answer).getvalue())
    text = "".join(page.extract_text() for page in PdfReader(content).pages)
    assert "产业园认定申请表" in text.replace(" ", "").replace("\n", "")


def test_its_clocks_run(setting: Setting) -> None:
    StagePeriod.objects.create(
        bureau=setting.bureau,
        edition="sample-2026",
        procedure="recognition",
        stage="bureau_review",
        workdays=10,
    )
    setting.begin().submit()
    assert setting.case.due_on == add_workdays(timezone.localdate(), 10, calendar()).due
    setting.put("notice")
    notice = casework.publish_notice(
        setting.people["reviewer"], {setting.case.pk: setting.case.version}, title="样例公示"
    )
    assert notice.ends_on == add_workdays(notice.published_on, 7, calendar()).due


def test_programs_are_told_of_it(setting: Setting) -> None:
    client = client_of(setting.people["auditor"])
    shown = client.get("/api/v1/rules/show/sample-2026/").json()
    assert shown["edition"] == "sample-2026"
    assert "sample-2026" in {each["edition"] for each in client.get("/api/v1/rules/").json()}
    assessed = client.post(
        "/api/v1/rules/assess/sample/", {"usable_area": "2000"}, content_type="application/json"
    )
    assert assessed.json()["missing"] == ["operating_agencies"]
    setting.begin()
    listed = client_of(setting.people["operator"]).get("/api/v1/cases/").json()["results"]
    assert [each["edition"] for each in listed] == ["sample-2026"]


def test_the_command_line_serves_it(law: Edition, capsys: Any) -> None:
    assert main(["deadline", "sample", "public-notice", "--from", "2026-04-29"]) == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2026-05-12"
