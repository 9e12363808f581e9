"""The pages of records, opened through the whole site."""

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from accounts.acting import actor_of
from accounts.models import User
from records import acts
from records.actor import Actor
from records.models import AuditEntry, CalendarYear, Job, OutboxMessage
from records.words import kind_of_object
from tests.factories import make_bureau, make_user
from tests.test_house import ROOT

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def acting(user: User) -> Actor:
    actor = actor_of(user)
    assert actor is not None
    return actor


@pytest.fixture
def auditor() -> User:
    return make_user("auditor", make_bureau())


@pytest.fixture
def administrator() -> User:
    return make_user("administrator", make_bureau())


def test_an_auditor_sees_the_own_area_and_what_concerns_all(auditor: User):
    acts.record(acting(auditor), "a.mine")
    acts.record(acting(make_user("officer")), "a.below")
    acts.record(acting(make_user("auditor", make_bureau("310000"))), "a.elsewhere")
    page = signed_in(auditor).get("/audit/").content.decode()
    assert "a.mine" in page
    assert "a.below" in page
    assert "a.elsewhere" not in page


HOUSE = {config.label for config in apps.get_app_configs() if Path(config.path).parent == ROOT}


@pytest.mark.parametrize("model", [m for m in apps.get_models() if m._meta.app_label in HOUSE])
def test_the_trail_calls_every_record_in_the_readers_language(model: type[Model]):
    label = model._meta.label_lower
    with translation.override("en"):
        english = kind_of_object(label)
    with translation.override("zh-hans"):
        assert kind_of_object(label) != english


def test_an_entry_of_another_area_is_not_found(auditor: User):
    entry = acts.record(acting(make_user("auditor", make_bureau("310000"))), "a.elsewhere")
    assert signed_in(auditor).get(f"/audit/{entry.seq}/").status_code == 404


@pytest.mark.parametrize("path", ["/audit/", "/audit/1/", "/calendar/", "/calendar/2026/"])
def test_other_roles_are_refused(path: str):
    assert signed_in(make_user("officer")).get(path).status_code == 403


def test_an_administrator_does_not_read_the_audit_trail(administrator: User):
    assert signed_in(administrator).get("/audit/").status_code == 403


def test_an_entry_s_page_shows_values_before_and_after(auditor: User):
    entry = acts.record(acting(auditor), "a.change", before={"size": "1"}, after={"size": "2"})
    page = signed_in(auditor).get(f"/audit/{entry.seq}/").content.decode()
    assert '<td class="text-break" data-label="Before">1</td>' in page
    assert "<strong>2</strong>" in page


def test_an_entry_s_page_calls_a_field_as_forms_do_and_as_it_is_recorded(auditor: User):
    entry = acts.record(acting(auditor), "a.change", auditor, after={"phone": "1"})
    page = signed_in(auditor).get(f"/audit/{entry.seq}/").content.decode()
    assert 'Phone <code class="quiet">phone</code>' in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("action=records.attach", ["records.attach"]),
        ("person=nobody", []),
        ("since=2099-01-01", []),
        ("until=2000年1月1日", []),
        ("since=2000-01-01&until=2099-01-01", ["records.detach", "records.attach"]),
    ],
)
def test_entries_are_filtered(auditor: User, query: str, expected: list[str]):
    for action in ("records.attach", "records.detach"):
        acts.record(acting(auditor), action)
    rows = signed_in(auditor).get(f"/audit/?{query}").context["rows"]
    assert [row["entry"].action for row in rows] == expected


def test_older_entries_follow_by_key(auditor: User):
    actor = acting(auditor)
    for number in range(60):
        acts.record(actor, f"a.{number}")
    client = signed_in(auditor)
    first = client.get("/audit/")
    second = client.get(f"/audit/?{first.context['older']}")
    numbers = [row["entry"].seq for page in (first, second) for row in page.context["rows"]]
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) == len(numbers) >= 60


def test_the_list_costs_the_same_with_many_entries(
    auditor: User, django_assert_max_num_queries: DjangoAssertNumQueries
):
    actor, client = acting(auditor), signed_in(auditor)
    for number in range(40):
        acts.record(actor, f"a.{number}")
    with django_assert_max_num_queries(11):
        client.get("/audit/")


def test_verifying_is_a_job_whose_page_follows(auditor: User):
    answer = signed_in(auditor).post("/audit/verify/")
    job = Job.objects.get()
    assert (job.kind, answer["Location"]) == ("records.verify_audit", f"/jobs/{job.pk}/")


def test_a_long_export_is_a_job_with_the_filter_and_ends_in_a_workbook(
    auditor: User, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("records.acts.exports.AT_ONCE", 0)
    acts.record(acting(auditor), "a.mine", label="=1+1")
    client = signed_in(auditor)
    client.post("/export/records.audit/?since=2020-01-01", {"form": "xlsx"})
    acts.run_job(Job.objects.get().pk)
    job = Job.objects.get()
    assert (job.state, job.params["query"]) == ("done", "since=2020-01-01")
    assert job.result is not None
    answer = client.get(f"/files/{job.result.pk}/")
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    assert answer.getvalue().startswith(b"PK")


def test_somebody_else_s_job_and_its_file_are_not_found(auditor: User, administrator: User):
    params = {"list": "records.audit", "query": "", "ending": "csv"}
    job = acts.start_job(acting(auditor), "records.export", params)
    acts.run_job(job.pk)
    job.refresh_from_db()
    assert job.result is not None
    client = signed_in(administrator)
    assert client.get(f"/jobs/{job.pk}/").status_code == 404
    assert client.post(f"/jobs/{job.pk}/cancel/").status_code == 404
    assert client.get(f"/files/{job.result.pk}/").status_code == 404


def test_a_job_s_page_answers_htmx_with_the_progress_alone(auditor: User):
    job = acts.start_job(acting(auditor), "records.verify_audit")
    client = signed_in(auditor)
    whole, part = (client.get(f"/jobs/{job.pk}/", headers=h) for h in ({}, {"hx-request": "true"}))
    assert b"<html" in whole.content
    assert b"<html" not in part.content
    assert b"hx-trigger" in part.content


def test_a_job_that_has_ended_no_longer_asks_for_news(auditor: User):
    job = acts.start_job(acting(auditor), "records.verify_audit")
    client = signed_in(auditor)
    client.post(f"/jobs/{job.pk}/cancel/")
    assert b"hx-trigger" not in client.get(f"/jobs/{job.pk}/").content


def test_cancelling_a_job_that_has_ended_says_why_not(auditor: User):
    job = acts.start_job(acting(auditor), "records.verify_audit")
    acts.cancel_job(acting(auditor), job)
    answer = signed_in(auditor).post(f"/jobs/{job.pk}/cancel/", follow=True)
    assert "already ended" in answer.content.decode()


def test_opening_a_message_marks_it_and_leads_to_its_page(auditor: User):
    acts.notify("x", [auditor.pk], "Something happened", link="/audit/")
    message = OutboxMessage.objects.get(channel="site")
    answer = signed_in(auditor).post(f"/messages/{message.pk}/open/")
    message.refresh_from_db()
    assert answer["Location"] == "/audit/"
    assert message.read_at is not None


def test_somebody_else_s_message_is_not_found(auditor: User, administrator: User):
    acts.notify("x", [auditor.pk], "Something happened")
    message = OutboxMessage.objects.get(channel="site")
    client = signed_in(administrator)
    assert client.post(f"/messages/{message.pk}/open/").status_code == 404
    assert "Something happened" not in client.get("/messages/").content.decode()


def test_all_messages_are_marked_as_read(auditor: User):
    acts.notify("x", [auditor.pk], "Something happened")
    signed_in(auditor).post("/messages/read/")
    assert not OutboxMessage.objects.filter(channel="site", read_at=None).exists()


def saved(client: Client, rows: str, version: int = 0, year: int = 2027):
    data = {"version": version, "source": "样例通知", "rows": rows}
    return client.post(f"/calendar/{year}/", data)


def test_a_year_is_entered_as_lines(administrator: User):
    answer = saved(signed_in(administrator), "2027-01-01, off, 元旦")
    assert answer.status_code == 302
    assert CalendarYear.objects.get(year=2027).days.get().date == date(2027, 1, 1)


def test_the_page_of_a_year_shows_its_versions(administrator: User):
    client = signed_in(administrator)
    saved(client, "2027-01-01, off, 元旦")
    page = client.get("/calendar/2027/").content.decode()
    assert "2027-01-01 off 元旦" in page
    assert "样例通知" in page


def test_a_bad_line_keeps_what_was_typed(administrator: User):
    page = saved(signed_in(administrator), "2027-01-01, maybe, 元旦").content.decode()
    assert "Line 1" in page
    assert "2027-01-01, maybe, 元旦" in page


def test_a_stale_page_says_who_saved_and_keeps_what_was_typed(administrator: User):
    client = signed_in(administrator)
    saved(client, "2027-01-01, off, 元旦")
    page = saved(client, "2027-01-02, off, 元旦").content.decode()
    assert administrator.name in page
    assert "2027-01-02, off, 元旦" in page
    assert AuditEntry.objects.filter(after={"refused": True}).exists()


def test_a_year_beyond_reason_is_not_found(administrator: User):
    assert signed_in(administrator).get("/calendar/9999/").status_code == 404
