"""A roster by its good rows alone, as a job, and its page."""

import pytest
from django.test import Client

from accounts.roles import Role
from parks.models import Park
from records import Refused
from records.actor import Actor
from records.models import Job
from tenants.acts import apply_roster, check_roster
from tenants.models import Agency
from tests.factories import (
    make_actor,
    make_credit_code,
    make_park,
    user_of,
)
from tests.records.books import sheet_of, upload
from tests.tenants.books import book, good_row
from tests.tenants.uploads import YEAR, numbered, run, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Actor:
    return make_actor(Role.OPERATOR, park.operator)


def test_the_good_rows_are_taken_where_one_asks_for_them(operator: Actor, park: Park) -> None:
    found = sent(operator, park, numbered(1), numbered(2, entered_on="春天"), numbered(3))
    assert (found.state, found.summary["good"]) == ("rejected", 2)
    found = apply_roster(operator, found, good_only=True)
    assert (found.state, found.summary["new"], found.summary["left_out"]) == ("applied", 2, 1)
    assert [error["row"] for error in found.errors] == [3]
    assert set(Agency.objects.values_list("credit_code", flat=True)) == {
        make_credit_code(1),
        make_credit_code(3),
    }


def test_a_row_that_the_register_objects_to_is_left_out_too(operator: Actor, park: Park) -> None:
    found = sent(operator, park, numbered(1), numbered(2, site="无此楼"))
    apply_roster(operator, found, good_only=True)
    assert Agency.objects.get().credit_code == make_credit_code(1)


def test_of_two_rows_that_contradict_each_other_neither_is_good(
    operator: Actor, park: Park
) -> None:
    found = sent(operator, park, numbered(1), numbered(1, floor_area=999), numbered(2))
    assert found.summary["good"] == 1
    apply_roster(operator, found, good_only=True)
    assert Agency.objects.get().credit_code == make_credit_code(2)


def test_of_the_same_row_twice_the_first_is_good(operator: Actor, park: Park) -> None:
    found = sent(operator, park, numbered(1), numbered(1))
    apply_roster(operator, found, good_only=True)
    assert Agency.objects.count() == 1


def test_a_wrong_heading_leaves_no_row_good(operator: Actor, park: Park) -> None:
    content = book(good_row(), headings={"gross_revenue": "上年营业收入(万元)"})
    found = check_roster(operator, park, upload(content), YEAR)
    assert found.summary["good"] == 0
    with pytest.raises(Refused) as refused:
        apply_roster(operator, found, good_only=True)
    assert refused.value.code == "headings"


def test_a_file_without_a_good_row_is_refused(operator: Actor, park: Park) -> None:
    found = sent(operator, park, numbered(1, entered_on="春天"))
    with pytest.raises(Refused) as refused:
        apply_roster(operator, found, good_only=True)
    assert refused.value.code == "no_good_rows"
    assert not Agency.objects.exists()


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenants.acts.roster.AT_ONCE", 0)


@pytest.mark.usefixtures("long")
def test_a_long_roster_is_checked_and_applied_by_jobs(operator: Actor, park: Park) -> None:
    found = sent(operator, park, numbered(1), numbered(2, entered_on="春天"))
    assert found.state == "checking"
    run(found)
    assert (found.state, found.summary["rows"]) == ("rejected", 2)
    found = apply_roster(operator, found, good_only=True)
    assert not Agency.objects.exists()
    run(found)
    job = Job.objects.latest("pk")
    assert (job.state, job.total, job.done) == ("done", 2, 2)
    assert (found.state, Agency.objects.count()) == ("applied", 1)


@pytest.mark.usefixtures("long")
def test_a_long_file_that_cannot_be_read_is_rejected_with_the_reason(
    operator: Actor, park: Park
) -> None:
    found = check_roster(operator, park, upload(sheet_of([["姓名"], ["样例"]])), YEAR)
    run(found)
    assert (found.state, [e["code"] for e in found.errors]) == ("rejected", ["refused"])
    assert Job.objects.get().state == "failed"


@pytest.mark.usefixtures("long")
def test_a_check_that_was_cancelled_leaves_nothing_to_import(operator: Actor, park: Park) -> None:
    found = sent(operator, park, numbered(1))
    Job.objects.update(state="running", cancel_requested=True)
    Job.objects.update(state="waiting")
    run(found)
    assert (found.state, found.errors[0]["code"]) == ("rejected", "cancelled")
    with pytest.raises(Refused):
        apply_roster(operator, found)


@pytest.mark.usefixtures("long")
def test_the_page_shows_the_job_while_it_runs(operator: Actor, park: Park, client: Client) -> None:
    found = sent(operator, park, numbered(1))
    client.force_login(user_of(operator), "django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/rosters/{found.pk}/").content.decode()
    assert f'hx-get="/jobs/{found.job}/"' in page
    run(found)
    page = client.get(f"/rosters/{found.pk}/").content.decode()
    assert "hx-get" not in page
    assert f'action="/rosters/{found.pk}/apply/"' in page


def test_good_rows_and_undoing_are_a_button_each(
    operator: Actor, park: Park, client: Client
) -> None:
    client.force_login(user_of(operator), "django.contrib.auth.backends.ModelBackend")
    found = sent(operator, park, numbered(1), numbered(2, entered_on="春天"))
    assert 'name="good_only"' in client.get(f"/rosters/{found.pk}/").content.decode()
    client.post(f"/rosters/{found.pk}/apply/", {"good_only": "1"})
    assert Agency.objects.count() == 1
    page = client.get(f"/rosters/{found.pk}/").content.decode()
    assert f'action="/rosters/{found.pk}/undo/"' in page
    client.post(f"/rosters/{found.pk}/undo/")
    assert not Agency.objects.exists()


def test_of_a_long_roster_the_first_rows_are_shown_and_all_are_counted(
    client: Client, operator: Actor, park: Park, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tenants.roster.plan.PREVIEWED", 2)
    found = sent(operator, park, *map(numbered, range(1, 4)))
    assert (found.summary["new"], [change["row"] for change in found.changes]) == (3, [2, 3])
    client.force_login(user_of(operator), "django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/rosters/{found.pk}/").content.decode()
    assert "共 3 行，以下显示前 2 行。" in page


def test_what_the_good_rows_would_change_is_shown_before_their_button(
    operator: Actor, park: Park, client: Client
) -> None:
    client.force_login(user_of(operator), "django.contrib.auth.backends.ModelBackend")
    found = sent(operator, park, numbered(1), numbered(2, site="无此楼"), numbered(3))
    assert (found.summary["new"], [change["row"] for change in found.changes]) == (2, [2, 4])
    page = client.get(f"/rosters/{found.pk}/").content.decode()
    changes, button = page.index('id="changes"'), page.index('name="good_only"')
    assert changes < page.index("样例3号公司") < button
    assert "样例2号公司" not in page[changes:]


def test_good_rows_that_change_nothing_have_no_button(
    operator: Actor, park: Park, client: Client
) -> None:
    client.force_login(user_of(operator), "django.contrib.auth.backends.ModelBackend")
    apply_roster(operator, sent(operator, park, numbered(1)))
    found = sent(operator, park, numbered(1), numbered(2, entered_on="春天"))
    assert 'name="good_only"' not in client.get(f"/rosters/{found.pk}/").content.decode()


def test_undoing_asks_once(operator: Actor, park: Park, client: Client) -> None:
    client.force_login(user_of(operator), "django.contrib.auth.backends.ModelBackend")
    found = apply_roster(operator, sent(operator, park, numbered(1)))
    page = client.get(f"/rosters/{found.pk}/").content.decode()
    asking = page[page.rindex("<details") : page.rindex("</details>")]
    assert f'action="/rosters/{found.pk}/undo/"' in asking
