"""公示 as pages: the bureau's and the public's."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from casework.models import Objection, PublicNotice
from records.models import Attachment, AuditEntry
from tests import factories as make
from tests.casework.browsing import client_of, form_values, queries_of, text_of
from tests.casework.trial import World, sibling

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
OBJECTION = {
    "name": "王实名",
    "phone": "13812345678",
    "text": "公示面积与实际不符",
    "proof": "现场照片",
}


@pytest.fixture
def noticed(world: World) -> World:
    return world.reach("notice")


def publish(world: World, *more: World, **typed: Any) -> Any:
    client = client_of(world.reviewer)
    values = form_values(client, "/notices/publish/")
    chosen = [one.case.pk for one in (world, *more)]
    today = timezone.localdate().isoformat()
    form = {"cases": chosen, "title": "样例公示", "published_on": today}
    return client.post("/notices/publish/", values | form | typed)


def the_entry(notice: PublicNotice) -> str:
    return f"/public/notices/{notice.number}/{notice.entries.get().pk}/object/"


def test_one_notice_is_published_for_many_cases(noticed: World) -> None:
    publish(noticed, sibling(noticed).reach("notice"))
    assert PublicNotice.objects.get().entries.count() == 2


def test_a_notice_shorter_than_printed_is_refused_and_keeps_the_text(noticed: World) -> None:
    answer = publish(noticed, workdays=3, text="公示正文")
    assert "5" in answer.context["form"].non_field_errors()[0]
    assert "公示正文" in text_of(answer)
    assert not PublicNotice.objects.exists()


def test_the_last_day_is_told_while_one_types(noticed: World) -> None:
    client = client_of(noticed.reviewer)
    answer = client.get("/notices/publish/ends-on/?published_on=2026-09-24&workdays=")
    assert "2026年10月9日" in text_of(answer)


def test_a_case_that_stands_on_a_notice_is_not_offered_again(noticed: World) -> None:
    publish(noticed)
    assert client_of(noticed.reviewer).get("/notices/publish/").context["waiting"] == []


def test_a_reviewer_of_another_bureau_is_offered_none_of_the_cases(noticed: World) -> None:
    stranger = make.make_actor("reviewer", make.make_bureau("310000"))
    client = client_of(stranger)
    assert client.get("/notices/publish/").context["waiting"] == []
    notice = noticed.publish()
    assert client.get(f"/notices/{notice.pk}/").status_code == 404


def test_the_public_reads_names_and_period_and_nothing_else(noticed: World) -> None:
    notice = noticed.publish()
    for path in ("/public/notices/", f"/public/notices/{notice.number}/"):
        shown = text_of(Client().get(path)).replace(notice.number, "")
        assert noticed.case.park is not None
        assert noticed.case.park.name in shown
        secrets = (noticed.case.number, noticed.reviewer.name, noticed.operator.name)
        assert not [one for one in secrets if str(one) in shown]


def test_a_notice_of_tomorrow_is_not_public_today(noticed: World) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    notice = noticed.publish(published_on=tomorrow)
    assert Client().get(f"/public/notices/{notice.number}/").status_code == 404


def test_an_objection_gets_a_receipt_with_its_number(noticed: World) -> None:
    notice = noticed.publish()
    answer = Client().post(the_entry(notice), OBJECTION, follow=True)
    objection = Objection.objects.get()
    assert objection.number in text_of(answer)
    assert OBJECTION["name"] not in text_of(answer)


def test_a_receipt_cannot_be_guessed(noticed: World) -> None:
    assert Client().get("/public/objections/Y140700-2026-0001/").status_code == 404


def test_an_objection_without_name_telephone_or_facts_is_sent_back(noticed: World) -> None:
    notice = noticed.publish()
    for field in ("name", "phone", "text"):
        answer = Client().post(the_entry(notice), OBJECTION | {field: ""})
        assert answer.context["form"].errors[field]
    assert not Objection.objects.exists()


def test_evidence_is_described_or_attached(noticed: World) -> None:
    notice = noticed.publish()
    bare = OBJECTION | {"proof": ""}
    answer = Client().post(the_entry(notice), bare)
    assert answer.context["form"].non_field_errors()
    Client().post(the_entry(notice), bare | {"evidence": SimpleUploadedFile("证据.pdf", PDF)})
    Client().post(the_entry(notice), OBJECTION)
    assert {one.text.split()[-1] for one in Objection.objects.all()} == {
        OBJECTION["text"],
        OBJECTION["proof"],
    }


def test_evidence_is_kept_for_the_bureau_alone(noticed: World) -> None:
    notice = noticed.publish()
    file = SimpleUploadedFile("证据.pdf", PDF)
    Client().post(the_entry(notice), OBJECTION | {"evidence": file})
    kept = Attachment.objects.get(owner_kind="objection")
    readers = {
        noticed.reviewer: 200,
        noticed.director: 200,
        noticed.officer: 404,
        noticed.operator: 404,
        make.make_actor("administrator", noticed.case.bureau): 404,
    }
    for actor, status in readers.items():
        answer = client_of(actor).get(f"/files/{kept.pk}/")
        b"".join(answer)  # reading to the end closes the file
        assert answer.status_code == status, actor.role


def test_evidence_of_a_wrong_type_is_refused_and_the_text_kept(noticed: World) -> None:
    notice = noticed.publish()
    file = SimpleUploadedFile("证据.exe", b"MZ\x90\x00")
    answer = Client().post(the_entry(notice), OBJECTION | {"evidence": file})
    assert answer.context["form"].non_field_errors()
    assert OBJECTION["text"] in text_of(answer)
    assert not Objection.objects.exists()


def test_one_address_sends_so_many_objections_a_day_and_no_more(noticed: World) -> None:
    notice = noticed.publish()
    for number in range(20):
        Client().post(the_entry(notice), OBJECTION | {"name": f"样例{number}"})
    answer = Client().post(the_entry(notice), OBJECTION | {"name": "第二十一个"})
    assert answer.context["form"].non_field_errors()
    assert Objection.objects.count() == 20
    elsewhere = Client(REMOTE_ADDR="10.1.2.3")
    assert elsewhere.post(the_entry(notice), OBJECTION).status_code == 302


def test_an_ended_notice_takes_no_objection(noticed: World) -> None:
    notice = noticed.publish()
    noticed.end_notice()
    assert not Client().get(the_entry(notice)).context["is_open"]
    Client().post(the_entry(notice), OBJECTION)
    assert not Objection.objects.exists()


def test_the_objectors_name_is_on_no_page_but_the_bureaus(noticed: World) -> None:
    notice = noticed.publish()
    Client().post(the_entry(notice), OBJECTION)
    objection = Objection.objects.get()
    assert OBJECTION["name"] in text_of(
        client_of(noticed.reviewer).get(f"/objections/{objection.pk}/")
    )
    for reader in (noticed.officer, noticed.head, noticed.operator):
        client = client_of(reader)
        assert client.get(f"/objections/{objection.pk}/").status_code in (403, 404)
        for tab in ("content", "timeline", "opinions"):
            assert OBJECTION["name"] not in text_of(
                client.get(f"/cases/{noticed.case.pk}/?tab={tab}")
            )
    assert OBJECTION["name"] not in str(AuditEntry.objects.values_list("after", "note"))


def test_the_reviewer_settles_an_objection_with_a_finding(noticed: World) -> None:
    notice = noticed.publish()
    Client().post(the_entry(notice), OBJECTION)
    objection = Objection.objects.get()
    client = client_of(noticed.reviewer)
    empty = client.post(f"/objections/{objection.pk}/", {"state": "dismissed"})
    assert empty.context["form"].errors["finding"]
    client.post(f"/objections/{objection.pk}/", {"state": "dismissed", "finding": "经核查不属实"})
    objection.refresh_from_db()
    assert objection.state == "dismissed"


def test_the_director_reads_an_objection_and_does_not_settle_it(noticed: World) -> None:
    notice = noticed.publish()
    Client().post(the_entry(notice), OBJECTION)
    objection = Objection.objects.get()
    client = client_of(noticed.director)
    assert client.get(f"/objections/{objection.pk}/").context["form"] is None
    client.post(f"/objections/{objection.pk}/", {"state": "dismissed", "finding": "不属实"})
    objection.refresh_from_db()
    assert objection.state == "open"


def test_lists_of_notices_cost_the_same_at_one_and_at_ten(noticed: World) -> None:
    noticed.publish()
    client = client_of(noticed.reviewer)
    urls = ("/notices/", "/notices/publish/")
    sibling(noticed).reach("notice")
    one = {url: queries_of(client, url) for url in urls}
    one["/public/notices/"] = queries_of(Client(), "/public/notices/")
    for _number in range(4):
        sibling(noticed).reach("notice").publish()
        sibling(noticed).reach("notice")
    ten = {url: queries_of(client, url) for url in urls}
    ten["/public/notices/"] = queries_of(Client(), "/public/notices/")
    assert ten == one
    assert max(ten.values()) <= 10
