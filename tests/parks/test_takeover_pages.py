"""The pages of a take-over, its marks on the park's pages, and the scans of its documents."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.acting import actor_of
from accounts.models import User
from accounts.roles import Role
from parks.acts.takeover import apply_take_over, check_take_over
from parks.models import Park, Recognition, TakeOver
from records.actor import Actor
from records.models import Attachment, AuditEntry
from tests.factories import make_area, make_bureau, make_recognition, make_user
from tests.parks.takeovers import park_row, site_row, workbook
from tests.parks.test_pages import visitor
from tests.records.books import upload
from tests.records.files import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    make_area("140702")
    return make_user(Role.REVIEWER)


@pytest.fixture
def client(user: User) -> Client:
    return visitor(user)


@pytest.fixture
def batch(user: User) -> TakeOver:
    actor = _actor(user)
    return apply_take_over(actor, check_take_over(actor, upload(workbook())))


def _actor(user: User) -> Actor:
    actor = actor_of(user)
    assert actor is not None
    return actor


def content_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def status_of_file(client: Client, file: Attachment) -> int:
    answer = client.get(f"/files/{file.pk}/")
    if answer.streaming:
        assert content_of(answer) == PDF
    return answer.status_code


def test_a_workbook_goes_from_upload_over_preview_to_the_archive_and_back(client: Client) -> None:
    page = client.post("/take-overs/", {"file": upload(workbook())}, follow=True)
    address = page.redirect_chain[-1][0]
    assert "样例老园区" in page.text
    assert "Take over all rows" in page.text
    assert "Taken over" in client.post(f"{address}apply/", follow=True).text
    assert Park.objects.get().before_system
    assert "The take-over is undone." in client.post(f"{address}undo/", follow=True).text
    assert not Park.objects.exists()


def test_the_page_names_every_bad_cell_and_gives_the_file_back(client: Client) -> None:
    bad = workbook(parks=[park_row(area="1")], sites=[site_row(opened_on="春天")])
    page = client.post("/take-overs/", {"file": upload(bad)}, follow=True)
    assert "2 errors; nothing was imported" in page.text
    assert "园区 B2" in page.text
    assert "Take over all rows" not in page.text
    back = client.get(f"{page.redirect_chain[-1][0]}errors/")
    assert content_of(back).startswith(b"PK")


def test_a_file_that_is_no_workbook_is_refused_on_the_form(client: Client) -> None:
    page = client.post("/take-overs/", {"file": upload(PDF, "表.pdf")})
    assert "xlsx" in str(page.context["form"].errors)
    assert AuditEntry.objects.filter(action="parks.check_take_over").exists()


def test_undoing_asks_first_and_says_how_much_leaves(client: Client, batch: TakeOver) -> None:
    page = client.get(f"/take-overs/{batch.pk}/").text
    asked = page.partition("Undo this take-over</summary>")[2].partition("</details>")[0]
    assert f"Rows that leave the archive: {len(batch.changes)}." in asked
    assert f'action="/take-overs/{batch.pk}/undo/"' in asked
    assert page.count(f'action="/take-overs/{batch.pk}/undo/"') == 1


def test_a_refused_undoing_says_why_and_is_recorded(client: Client, batch: TakeOver) -> None:
    make_recognition(Park.objects.get(), level="province")
    page = client.post(f"/take-overs/{batch.pk}/undo/", follow=True)
    assert "changed or are in use: 样例老园区." in page.text
    entry = AuditEntry.objects.get(action="parks.undo_take_over")
    assert entry.after == {"refused": True}


@pytest.mark.parametrize("end", ["", "errors/"])
def test_a_take_over_of_another_bureau_is_not_found(batch: TakeOver, end: str) -> None:
    stranger = visitor(make_user(Role.REVIEWER, make_bureau("310000")))
    assert stranger.get(f"/take-overs/{batch.pk}/{end}").status_code == 404


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.DIRECTOR, Role.OFFICER, Role.OPERATOR])
def test_another_role_does_not_come_in(batch: TakeOver, role: Role) -> None:
    other = visitor(make_user(role))
    assert other.get("/take-overs/").status_code == 403
    assert other.post(f"/take-overs/{batch.pk}/undo/").status_code == 403


def test_the_marks_stand_on_the_parks_page_and_in_the_public_list(
    client: Client, batch: TakeOver
) -> None:
    park = Park.objects.get()
    page = client.get(f"/parks/{park.pk}/").text
    assert "Taken over on" in page
    assert "Recognised before the system" in page
    for address in ("/public/parks/", f"/public/parks/{park.pk}/"):
        assert "Recognised before the system" in visitor(make_user()).get(address).text
    make_recognition(park, level="province", name="样例新认定")
    assert client.get(f"/parks/{park.pk}/").text.count("Recognised before the system") == 1


def test_the_template_is_a_workbook(client: Client) -> None:
    answer = client.get("/take-overs/template/")
    assert content_of(answer).startswith(b"PK")


def test_a_scan_is_kept_with_its_recognition_and_read_by_who_sees_the_park(
    client: Client, batch: TakeOver
) -> None:
    recognition = Recognition.objects.get()
    address = f"/recognitions/{recognition.pk}/documents/"
    client.post(address, {"file": SimpleUploadedFile("批复.pdf", PDF)})
    kept = Attachment.objects.get(owner_kind="parks.recognition")
    assert "批复.pdf" in client.get(address).text
    assert "批复.pdf" in client.get(f"/parks/{recognition.park_id}/").text
    operator = visitor(make_user(Role.OPERATOR, recognition.park.operator))
    assert status_of_file(operator, kept) == 200
    stranger = visitor(make_user(Role.REVIEWER, make_bureau("310000")))
    assert status_of_file(stranger, kept) == 404
    assert stranger.get(address).status_code == 404
    assert "批复.pdf" not in client.get(f"/public/parks/{recognition.park_id}/").text


def test_a_scan_that_was_taken_off_is_the_bureaus_alone(client: Client, batch: TakeOver) -> None:
    recognition = Recognition.objects.get()
    address = f"/recognitions/{recognition.pk}/documents/"
    client.post(address, {"file": SimpleUploadedFile("批复.pdf", PDF)})
    kept = Attachment.objects.get(owner_kind="parks.recognition")
    page = client.post(f"{address}{kept.pk}/take-off/", follow=True)
    assert "No scan is kept" in page.text
    assert status_of_file(client, kept) == 200
    operator = visitor(make_user(Role.OPERATOR, recognition.park.operator))
    assert status_of_file(operator, kept) == 404


def test_a_scan_must_be_a_scan(client: Client, batch: TakeOver) -> None:
    recognition = Recognition.objects.get()
    address = f"/recognitions/{recognition.pk}/documents/"
    page = client.post(address, {"file": upload(workbook())})
    assert page.context["form"].errors
    assert not Attachment.objects.filter(owner_kind="parks.recognition").exists()
