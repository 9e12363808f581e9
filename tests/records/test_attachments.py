"""Keeping files and letting them out again."""

import hashlib
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import FileResponse, Http404
from django.test import RequestFactory

from records import acts, attachments, queries
from records.actor import Actor
from records.acts.attachments import clean_name
from records.errors import Refused
from records.models import Attachment, AuditEntry
from records.views.files import download
from tests.records.files import PDF
from tests.records.people import OPERATOR, STRANGER

pytestmark = pytest.mark.django_db

KIND = "test.owner"


@pytest.fixture(autouse=True)
def _owner() -> Iterator[None]:
    """A kind of owner whose number 7 the operator alone may read."""
    attachments.register(KIND, lambda actor, owner_id: actor == OPERATOR and owner_id == 7)
    yield
    del attachments._owners[KIND]


def attached(owner_id: int = 7, name: str = "材料.pdf", kind: str = KIND) -> Attachment:
    return acts.attach(OPERATOR, SimpleUploadedFile(name, PDF, "text/html"), kind, owner_id)


def answer(actor: Actor, attachment: Attachment) -> FileResponse:
    request = RequestFactory().get("/")
    request.actor = actor  # type: ignore[attr-defined]
    return download(request, attachment.pk)


def body(response: FileResponse) -> bytes:
    """What was sent; closing the whole response would close the test's database too."""
    content = response.getvalue()
    assert response.file_to_stream is not None
    response.file_to_stream.close()
    return content


def test_a_file_is_kept_with_its_digest_and_real_type():
    attachment = attached()
    assert attachment.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (attachment.size, attachment.content_type) == (len(PDF), "application/pdf")
    assert attachment.area_path == OPERATOR.area_path
    with attachment.file.open("rb") as file:
        assert file.read() == PDF


def test_keeping_a_file_is_recorded():
    attached()
    entry = AuditEntry.objects.latest("seq")
    assert (entry.action, dict(entry.after or {})["name"]) == ("records.attach", "材料.pdf")


def test_a_bad_file_leaves_nothing_behind():
    with pytest.raises(Refused):
        acts.attach(OPERATOR, SimpleUploadedFile("a.pdf", b"no"), KIND, 7)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\表.xlsx", "表.xlsx"),
        ("a<b>\0.pdf", "a_b__.pdf"),
        ("gpj.\u202efdp.exe", "gpj._fdp.exe"),
        ("", "file"),
        ("名" * 300 + ".pdf", "名" * 146 + ".pdf"),
    ],
)
def test_a_name_is_cleaned(given: str, kept: str):
    assert clean_name(given) == kept


def test_the_owner_s_rule_lets_the_file_out_as_a_download():
    response = answer(OPERATOR, attached())
    assert body(response) == PDF
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "application/pdf"


def test_a_download_is_recorded():
    attachment = attached()
    body(answer(OPERATOR, attachment))
    entry = AuditEntry.objects.latest("seq")
    assert (entry.action, entry.object_id) == ("records.download", str(attachment.pk))


@pytest.mark.parametrize(("actor", "owner_id"), [(STRANGER, 7), (OPERATOR, 8)])
def test_whom_the_rule_does_not_let_read_gets_404(actor: Actor, owner_id: int):
    attachment = attached(owner_id)
    with pytest.raises(Http404):
        answer(actor, attachment)


def test_an_owner_that_nobody_registered_lets_nobody_read():
    attachment = attached(kind="nobody.knows")
    with pytest.raises(Http404):
        answer(OPERATOR, attachment)


def test_a_file_taken_off_is_read_no_longer_by_its_owner_s_readers():
    attachment = attached()
    acts.detach(OPERATOR, attachment)
    with pytest.raises(Http404):
        answer(OPERATOR, attachment)


def test_a_file_taken_off_is_read_by_whom_the_rule_for_the_past_lets_read():
    attachments.register(KIND, lambda *_: False, lambda actor, file: actor == OPERATOR)
    attachment = attached()
    acts.detach(OPERATOR, attachment)
    assert body(answer(OPERATOR, attachment)) == PDF


def test_a_file_taken_off_is_kept_but_no_longer_listed():
    attachment = attached()
    acts.detach(OPERATOR, attachment)
    assert not queries.attachments_of(KIND, 7).exists()
    assert Attachment.objects.filter(pk=attachment.pk).exists()
