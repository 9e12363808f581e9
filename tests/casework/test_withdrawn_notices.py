"""A notice taken back before its end, by act and by page."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from casework import acts, queries
from casework.models import Objection, PublicNotice
from casework.seats import person
from records.errors import Refused, Stale
from records.models import AuditEntry, OutboxMessage
from tests import factories as make
from tests.casework.browsing import client_of, form_values, text_of
from tests.casework.trial import World, sibling

pytestmark = pytest.mark.django_db

REASON = "公示材料有误"


@pytest.fixture
def published(world: World) -> World:
    world.reach("notice").publish()
    return world


def notice_of(world: World) -> PublicNotice:
    return world.case.notice_entries.latest("pk").notice


def withdraw(world: World, actor: Any = None, **more: Any) -> PublicNotice:
    world.case.refresh_from_db()
    versions = {world.case.pk: world.case.version}
    given = {"reason": REASON} | more
    return acts.withdraw_notice(notice_of(world).pk, actor or world.reviewer, versions, **given)


def test_a_new_notice_can_be_published_after_a_withdrawn_one(published: World) -> None:
    withdraw(published)
    published.case.refresh_from_db()
    assert (published.case.stage, published.case.due_on) == ("notice", None)
    assert queries.waiting_for_notice(published.reviewer) == [published.case]
    published.publish()
    published.end_notice()
    published.do("forward")
    assert published.case.stage == "decision"


def test_a_case_does_not_go_on_from_a_withdrawn_notice(published: World) -> None:
    withdraw(published)
    published.end_notice()
    with pytest.raises(Refused):
        published.do("forward")


def test_a_case_that_was_sent_back_meanwhile_stays_where_it_is(published: World) -> None:
    published.do("send_back", opinion="重新评审")
    withdraw(published)
    assert not published.case.steps.filter(action="withdraw_notice").exists()
    assert notice_of(published).withdrawn_at


@pytest.mark.parametrize("person", ["director", "officer", "head"])
def test_nobody_but_the_bureaus_reviewer_withdraws(published: World, person: str) -> None:
    with pytest.raises((Refused, PublicNotice.DoesNotExist)):
        withdraw(published, getattr(published, person))
    assert not notice_of(published).withdrawn_at


def test_a_reviewer_of_another_bureau_does_not_find_the_notice(published: World) -> None:
    stranger = make.make_actor("reviewer", make.make_bureau("310000"))
    with pytest.raises(PublicNotice.DoesNotExist):
        withdraw(published, stranger)
    url = f"/notices/{notice_of(published).pk}/withdraw/"
    assert client_of(stranger).get(url).status_code == 404


def test_an_ended_notice_is_not_withdrawn(published: World) -> None:
    published.end_notice()
    with pytest.raises(Refused):
        withdraw(published)


def test_a_withdrawal_needs_its_reason(published: World) -> None:
    with pytest.raises(Refused):
        withdraw(published, reason=" ")


def test_a_notice_is_withdrawn_once(published: World) -> None:
    withdraw(published)
    with pytest.raises(Refused):
        withdraw(published)


def test_the_same_token_has_one_effect(published: World) -> None:
    for _time in range(2):
        withdraw(published, token="t1")
    assert published.case.steps.filter(action="withdraw_notice").count() == 1


def test_a_case_that_changed_since_it_was_read_stops_the_withdrawal(published: World) -> None:
    with pytest.raises(Stale):
        acts.withdraw_notice(
            notice_of(published).pk, published.reviewer, {published.case.pk: 1}, reason=REASON
        )
    assert not notice_of(published).withdrawn_at


def test_a_withdrawal_is_on_the_trail_and_told_to_the_applicant(published: World) -> None:
    withdraw(published)
    found = AuditEntry.objects.filter(action="casework.withdraw_notice")
    assert set(found.values_list("object_kind", flat=True)) == {
        "casework.publicnotice",
        "casework.case",
    }
    told = OutboxMessage.objects.filter(recipient_id=person(published.operator))
    assert [one for one in told if "was withdrawn" in one.msgid]


def test_the_page_withdraws_every_case_of_the_notice(published: World) -> None:
    other = sibling(published).reach("notice")
    cases = {other.case.pk: other.case.version}
    url = f"/notices/{acts.publish_notice(other.reviewer, cases, title='样例').pk}/"
    client = client_of(published.reviewer)
    assert f"{url}withdraw/" in client.get(url).content.decode()
    values = form_values(client, f"{url}withdraw/") | {"reason": REASON}
    assert client.post(f"{url}withdraw/", values)["Location"] == url
    assert REASON in text_of(client.get(url))
    assert queries.waiting_for_notice(published.reviewer) == [other.case]


def test_a_stale_page_keeps_its_reason_and_can_be_sent_again(published: World) -> None:
    client, url = client_of(published.reviewer), f"/notices/{notice_of(published).pk}/withdraw/"
    values = form_values(client, url) | {"reason": REASON}
    published.do("send_back", opinion="重新评审")
    stale = client.post(url, values)
    form = stale.context["form"]
    assert form.non_field_errors()
    assert REASON in text_of(stale)
    field = f"version_{published.case.pk}"
    assert client.post(url, values | {field: form[field].value()}).status_code == 302


def test_only_a_reviewer_opens_the_page(published: World) -> None:
    url = f"/notices/{notice_of(published).pk}/withdraw/"
    for other in (published.director, published.officer, published.operator):
        assert client_of(other).get(url).status_code == 403


def test_the_public_reads_that_it_was_withdrawn_when_and_why(published: World) -> None:
    notice = withdraw(published)
    shown = text_of(Client().get(f"/public/notices/{notice.number}/"))
    assert "撤回" in shown or "withdrawn" in shown
    assert REASON in shown
    assert published.reviewer.name not in shown
    (found,) = Client().get("/api/v1/notices/").json()["results"]
    assert found["withdrawal_reason"] == REASON


def test_a_withdrawn_notice_takes_no_objection_and_keeps_those_made(published: World) -> None:
    entry = published.case.notice_entries.get()
    words: dict[str, Any] = {"name": "王实名", "phone": "13812345678", "text": "面积不实"}
    words["proof"] = "租约"
    acts.object_to(entry.pk, **words)
    notice = withdraw(published)
    with pytest.raises(Refused):
        acts.object_to(entry.pk, **words)
    page = Client().get(f"/public/notices/{notice.number}/{entry.pk}/object/")
    assert not page.context["is_open"]
    assert Objection.objects.get().state == Objection.State.OPEN
    assert queries.objections(published.reviewer).count() == 1


def test_a_notice_withdrawn_before_its_first_day_was_never_public(world: World) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    notice = world.reach("notice").publish(published_on=tomorrow)
    withdraw(world)
    PublicNotice.objects.update(published_on=timezone.localdate())
    assert queries.public_notice(notice.number)
    PublicNotice.objects.update(
        published_on=timezone.localdate(), withdrawn_at=timezone.now() - timedelta(days=1)
    )
    assert not queries.public_notices().exists()
