"""The form from the case's page, and the forms of many as a zip."""

import sys
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from django.contrib.messages import get_messages
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

import records as printing_rooms
from accounts.models import Organisation, User
from accounts.roles import Role
from applications.acts import printing
from casework.models import Case
from records.acts.jobs import run_job
from records.models import AuditEntry, Job
from tests import factories
from tests.applications.browsing import download
from tests.applications.printed import (
    decide,
    number_of,
    printed_case,
    sign_for_district,
    text_of,
)

pytestmark = pytest.mark.django_db
EXPORT = "/forms/export/"


def signed_in(user: User) -> Client:
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def client_of(role: str, organisation: Organisation | None = None) -> Client:
    return signed_in(factories.make_user(role, organisation))


def administrator() -> Client:
    return client_of(Role.ADMINISTRATOR)


def body(response: HttpResponseBase) -> bytes:
    return download(response).getvalue()


def pack(client: Client, **data: object) -> Job:
    """Choose on the page and let the job run to its end."""
    response = client.post(EXPORT, data)
    assert response.status_code == 302
    job = Job.objects.get()
    assert response["Location"] == reverse("records:job", args=[job.pk])
    run_job(job.pk)
    job.refresh_from_db()
    return job


def zip_of(job: Job) -> ZipFile:
    with job.result.file.open("rb") as file:
        return ZipFile(BytesIO(file.read()))


def test_whoever_sees_the_case_gets_its_form():
    case = printed_case()
    for client in (
        client_of(Role.OPERATOR, case.applicant),
        client_of(Role.OFFICER, case.district),
        client_of(Role.REVIEWER, case.bureau),
    ):
        response = client.get(reverse("applications:form", args=[case.pk]))
        assert response["Content-Type"] == "application/pdf"
        assert response["Cache-Control"] == "private, no-store"
        assert "样例人力资源服务产业园" in text_of(body(response))


def test_the_file_is_named_after_case_and_park():
    case = printed_case()
    response = client_of(Role.REVIEWER, case.bureau).get(f"/cases/{case.pk}/form.pdf")
    assert download(response).filename == f"{case.number}_{case.park.name}_审批表.pdf"


def test_the_applicants_form_has_empty_cells_until_the_decision():
    case = printed_case()
    sign_for_district(case, "情况属实，建议从严。")
    office = client_of(Role.OFFICER, case.district).get(f"/cases/{case.pk}/form.pdf")
    assert "建议从严" in text_of(body(office))
    own = client_of(Role.OPERATOR, case.applicant)
    assert "建议从严" not in text_of(body(own.get(f"/cases/{case.pk}/form.pdf")))
    decide(case, "同意认定。")
    decided = text_of(body(own.get(f"/cases/{case.pk}/form.pdf")))
    assert "建议从严" in decided
    assert "同意认定" in decided


@pytest.mark.parametrize("paper", ["form", "conditions"])
def test_another_area_finds_no_paper(paper):
    case = printed_case()
    elsewhere = factories.make_district_office("140724")
    client = client_of(Role.OFFICER, elsewhere)
    assert client.get(f"/cases/{case.pk}/{paper}.pdf").status_code == 404
    assert client_of(Role.OPERATOR).get(f"/cases/{case.pk}/{paper}.pdf").status_code == 404


@pytest.mark.parametrize("paper", ["form", "conditions"])
def test_a_visitor_is_asked_to_sign_in(paper):
    assert Client().get(f"/cases/{printed_case().pk}/{paper}.pdf").status_code == 302


def test_a_draft_is_its_applicants_own():
    case = printed_case(status=Case.Status.DRAFT, number=None, submitted_at=None)
    assert (
        client_of(Role.REVIEWER, case.bureau).get(f"/cases/{case.pk}/form.pdf").status_code == 404
    )
    own = client_of(Role.OPERATOR, case.applicant).get(f"/cases/{case.pk}/form.pdf")
    assert own.status_code == 200


def test_a_printed_form_is_on_record():
    case = printed_case()
    client_of(Role.REVIEWER, case.bureau).get(f"/cases/{case.pk}/form.pdf")
    entry = AuditEntry.objects.get(action="applications.print_form")
    assert entry.object_id == str(case.pk)
    assert entry.after is not None
    assert len(entry.after["sha256"]) == 64


class WithoutPango:
    """Stands where the engine would be found, on a machine that lacks its library."""

    def find_spec(self, name: str, *_rest: object) -> None:
        if name == "records.pdf_engine":
            raise OSError("cannot load library 'libpango-1.0-0'")


def test_without_the_library_the_case_page_says_what_is_missing(monkeypatch):
    case = printed_case()
    monkeypatch.delitem(sys.modules, "records.pdf_engine", raising=False)
    monkeypatch.delattr(printing_rooms, "pdf_engine", raising=False)
    monkeypatch.setattr(sys, "meta_path", [WithoutPango(), *sys.meta_path])
    client = client_of(Role.REVIEWER, case.bureau)
    response = client.get(f"/cases/{case.pk}/form.pdf")
    assert response["Location"] == f"/cases/{case.pk}/"
    told = [str(message) for message in get_messages(response.wsgi_request)]
    assert len(told) == 1
    assert "Pango" in told[0]


def test_only_an_administrator_exports_forms():
    case = printed_case()
    for role in set(Role) - {Role.ADMINISTRATOR}:
        client = client_of(role)
        assert client.get(EXPORT).status_code == 403
        assert client.post(EXPORT, {"case": [case.pk]}).status_code == 403
    assert administrator().get(EXPORT).status_code == 200


def test_the_page_lists_the_cases_of_the_area_that_match():
    here, there = printed_case(), printed_case(title="另一件")
    far = printed_case(area=factories.make_area("310118"))
    page = administrator().get(EXPORT, {"q": "市级"}).content.decode()
    assert number_of(here) in page
    assert number_of(there) not in page
    assert number_of(far) not in page


def test_the_chosen_forms_are_packed_with_a_list():
    first, second, _left = printed_case(), printed_case(), printed_case()
    job = pack(administrator(), case=[first.pk, second.pk])
    assert (job.state, job.done, job.total) == (Job.State.DONE, 2, 2)
    archive = zip_of(job)
    names = [f"{case.number}_{case.park.name}_审批表.pdf" for case in (first, second)]
    assert archive.namelist() == [*names, "清单.xlsx"]
    for case, name in zip((first, second), names, strict=True):
        assert number_of(case) in text_of(archive.read(name))
    sheet = openpyxl.load_workbook(BytesIO(archive.read("清单.xlsx"))).active
    cells = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert cells[:2] == [first.number, second.number]
    assert job.started_by in cells[-1]


def test_all_that_match_the_filter_are_packed():
    one, _other = printed_case(title="要打印的"), printed_case()
    client = administrator()
    client.post(EXPORT + "?q=要打印的", {"all": "1"})
    job = Job.objects.get()
    assert job.params["cases"] == [one.pk]


def test_a_case_of_another_area_is_never_packed():
    here = printed_case()
    far = printed_case(area=factories.make_area("310118"))
    job = pack(administrator(), case=[here.pk, far.pk])
    assert job.params["cases"] == [here.pk]
    assert len(zip_of(job).namelist()) == 2


def test_a_case_that_left_the_area_meanwhile_is_left_out():
    here, moved = printed_case(), printed_case()
    client = administrator()
    client.post(EXPORT, {"case": [here.pk, moved.pk]})
    Case.objects.filter(pk=moved.pk).update(area=factories.make_area("310118"))
    job = Job.objects.get()
    run_job(job.pk)
    job.refresh_from_db()
    assert len(zip_of(job).namelist()) == 2


@pytest.mark.parametrize("data", [{}, {"case": ["0", "x", "-1"]}])
def test_choosing_nothing_is_said_on_the_page(data):
    printed_case()
    response = administrator().post(EXPORT, data, headers={"accept-language": "en"})
    assert response.status_code == 200
    assert [str(message) for message in response.context["messages"]]
    assert not Job.objects.exists()


def test_too_many_at_once_is_said_on_the_page(monkeypatch):
    monkeypatch.setattr(printing, "MOST", 1)
    cases = [printed_case().pk, printed_case().pk]
    assert administrator().post(EXPORT, {"case": cases}).status_code == 200
    assert not Job.objects.exists()


def test_the_export_and_its_download_are_on_record():
    client = administrator()
    job = pack(client, case=[printed_case().pk])
    body(client.get(reverse("records:file", args=[job.result.pk])))
    actions = set(AuditEntry.objects.values_list("action", flat=True))
    assert {"records.job_start", "records.job_done", "records.download"} <= actions


def test_the_list_page_asks_as_much_for_many_cases_as_for_few(django_assert_max_num_queries):
    for _number in range(20):
        printed_case()
    client = administrator()
    client.get(EXPORT)
    with django_assert_max_num_queries(10):
        client.get(EXPORT)
