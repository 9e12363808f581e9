"""The pages of a sheet of filings: taken, uploaded, looked through, filed, handed back."""

import io
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from openpyxl import load_workbook

from accounts.roles import Role
from applications.samples.clock import at, office_hour
from records.models import Attachment, AuditEntry, Job
from tenants.models import Filing
from tests import factories as make
from tests.records.books import upload
from tests.tenants.filed import SEPTEMBER_16, Branch, make_branch
from tests.tenants.sheets import AUGUST_3, book, marked, sent
from tests.tenants.test_filing_pages import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch() -> Iterator[Branch]:
    with at(office_hour(date(2026, 9, 20))):
        yield make_branch()


@pytest.fixture
def client(branch: Branch) -> Client:
    return client_of(branch.officer)


def test_the_list_of_what_is_owed_leads_to_the_sheets(branch: Branch, client: Client) -> None:
    branch.stay(entered_on=SEPTEMBER_16)
    assert 'href="/filings/sheets/"' in client.get("/filings/").content.decode()
    assert "/filings/sheets/" not in client_of(branch.operator).get("/filings/").content.decode()


def test_the_sheet_comes_as_a_workbook(branch: Branch, client: Client) -> None:
    branch.stay(entered_on=SEPTEMBER_16)
    answer = client.post("/filings/sheets/template/")
    assert load_workbook(io.BytesIO(answer.getvalue()))["备案"].max_row == 2


def test_an_upload_shows_what_would_be_filed_and_files_nothing(
    branch: Branch, client: Client
) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    answer = client.post("/filings/sheets/", {"file": upload(book(marked(stay)), "备案.xlsx")})
    assert answer["Location"] == f"/filings/sheets/{Attachment.objects.get().pk}/"
    assert stay.agency.name in client.get(answer["Location"]).content.decode()
    assert not Filing.objects.exists()


def test_what_cannot_be_read_is_said_on_the_form(branch: Branch, client: Client) -> None:
    answer = client.post("/filings/sheets/", {"file": upload(b"PK", "备案.xlsx")})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert AuditEntry.objects.filter(action="tenants.file_book", after={"refused": True}).exists()


def test_the_button_files_and_shows_each_result(branch: Branch, client: Client) -> None:
    kept = sent(branch.officer, marked(branch.stay(entered_on=SEPTEMBER_16)))
    answer = client.post(f"/filings/sheets/{kept.pk}/")
    filing = Filing.objects.get()
    assert f"/cases/{filing.case_id}/" in answer.content.decode()
    again = client.get(f"/filings/sheets/{kept.pk}/")
    assert (again.context["plan"].filed, again.context["events"]) == (1, [])


def test_errors_are_named_and_the_good_rows_offered(branch: Branch, client: Client) -> None:
    stays = [branch.stay(entered_on=day) for day in (SEPTEMBER_16, AUGUST_3)]
    path = f"/filings/sheets/{sent(branch.officer, *map(marked, stays)).pk}/"
    shown = client.get(path).content.decode()
    assert 'name="good_only"' in shown
    assert "名册 G3" in shown
    refused = client.post(path)
    assert refused.context["refused"]
    assert AuditEntry.objects.filter(action="tenants.file_book", after={"refused": True}).exists()
    client.post(path, {"good_only": "1"})
    assert Filing.objects.get().tenancy == stays[0]


def test_the_file_comes_back_with_its_reasons_and_goes_in_again(
    branch: Branch, client: Client
) -> None:
    kept = sent(branch.officer, marked(branch.stay(entered_on=AUGUST_3)))
    answer = client.get(f"/filings/sheets/{kept.pk}/errors/", HTTP_ACCEPT_LANGUAGE="zh-hans")
    back = load_workbook(io.BytesIO(answer.getvalue()))
    sheet = back.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    assert head[-1] == "错误原因"
    assert "2026-08-18" in str(sheet.cell(2, len(head)).value)
    sheet.cell(2, head.index("逾期原因") + 1).value = "材料迟到"
    content = io.BytesIO()
    back.save(content)
    posted = client.post("/filings/sheets/", {"file": upload(content.getvalue(), "备案.xlsx")})
    plan = client.get(posted["Location"]).context["plan"]
    assert (plan.checked.faults, len(plan.to_file)) == ([], 1)


def test_what_stands_against_an_entry_is_said_before_it_is_filed(
    branch: Branch, client: Client
) -> None:
    stay = make.make_tenancy(branch.park, entered_on=SEPTEMBER_16)
    path = f"/filings/sheets/{sent(branch.officer, marked(stay)).pk}/"
    assert [one.tenancy for one, _words in client.get(path).context["misgivings"]] == [stay]


def test_a_long_sheet_shows_its_job(
    branch: Branch, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tenants.acts.filing_book.AT_ONCE", 0)
    path = (
        f"/filings/sheets/{sent(branch.officer, marked(branch.stay(entered_on=SEPTEMBER_16))).pk}/"
    )
    answer = client.post(path)
    assert answer["Location"] == path
    shown = client.get(path)
    assert shown.context["job"] == Job.objects.get()
    assert f"/jobs/{Job.objects.get().pk}/" in shown.content.decode()


def test_another_offices_sheet_is_not_there(branch: Branch) -> None:
    kept = sent(branch.officer)
    other = client_of(make.make_actor(Role.OFFICER, make.make_district_office("310107")))
    for path in (f"/filings/sheets/{kept.pk}/", f"/filings/sheets/{kept.pk}/errors/"):
        assert other.get(path).status_code == 404
    assert other.post(f"/filings/sheets/{kept.pk}/").status_code == 404
    assert other.get(f"/files/{kept.pk}/").status_code == 404


def test_the_sheets_are_for_officers(branch: Branch) -> None:
    branch.stay(entered_on=SEPTEMBER_16)
    for actor in (branch.operator, branch.reviewer):
        assert client_of(actor).get("/filings/sheets/").status_code == 403
        assert client_of(actor).post("/filings/sheets/template/").status_code == 403
