"""Notices: one an event, recipient and channel; sent once; in the reader's language."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import translation
from pytest_django import Settings

from records import acts, outbox, queries
from records.models import OutboxMessage
from records.outbox import Addressee
from rules.source import Text
from tests.records.people import OPERATOR, STRANGER

pytestmark = pytest.mark.django_db

Channel = OutboxMessage.Channel


def people(user_ids: Iterable[int]) -> Mapping[int, Addressee]:
    known = {11: Addressee("a@example.org", "en"), 15: Addressee("", "en")}
    return {user_id: known[user_id] for user_id in user_ids if user_id in known}


@pytest.fixture(autouse=True)
def _directory(settings: Settings) -> Iterator[None]:
    settings.SITE_URL = "https://parks.example.org"
    before = outbox._directory
    outbox.register_directory(people)
    yield
    outbox.register_directory(before)


def tell(event: str = "case 1 returned", recipients: Iterable[int] = (11,), **params: object):
    acts.notify(
        event, recipients, "Case %(number)s came back", params or {"number": 1}, "/cases/1/"
    )


def test_a_notice_is_one_row_a_recipient_and_channel():
    tell(recipients=[11, 14, 11])
    assert OutboxMessage.objects.count() == 4


def test_the_same_event_twice_is_one_notice():
    tell()
    tell()
    assert OutboxMessage.objects.filter(channel=Channel.EMAIL).count() == 1


def test_an_email_goes_out_once_however_often_the_task_runs():
    tell()
    assert (acts.send_outbox(), acts.send_outbox()) == (1, 0)
    assert [m.subject for m in mail.outbox] == ["Case 1 came back"]


def test_an_email_leads_to_the_page():
    tell()
    acts.send_outbox()
    assert "https://parks.example.org/cases/1/" in mail.outbox[0].body


def test_who_has_no_address_is_not_tried_again():
    tell(recipients=[15])
    acts.send_outbox()
    message = OutboxMessage.objects.get(channel=Channel.EMAIL)
    assert (message.sent_at, message.error) == (None, "no address")
    assert acts.send_outbox() == 0


def test_a_failure_is_kept_and_tried_again(monkeypatch: pytest.MonkeyPatch):
    tell()

    def fail(self: EmailBackend, messages: object) -> int:
        raise SMTPServerDisconnected("gone")

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", fail)
        assert acts.send_outbox() == 0
    assert "gone" in OutboxMessage.objects.get(channel=Channel.EMAIL).error
    assert acts.send_outbox() == 1


def test_what_failed_eight_times_is_left_alone():
    tell()
    OutboxMessage.objects.update(attempts=OutboxMessage.MAX_ATTEMPTS)
    assert acts.send_outbox() == 0


def test_a_subject_is_one_line():
    tell(number="1\r\nBcc: x@example.org")
    acts.send_outbox()
    assert mail.outbox[0].subject == "Case 1 Bcc: x@example.org came back"


def test_dates_and_words_of_the_law_are_read_in_the_reader_s_language():
    params = outbox.keep({"due": date(2026, 11, 21), "stage": Text("公示", "Public notice")})
    with translation.override("zh-hans"):
        assert outbox.render("%(stage)s %(due)s", params) == "公示 2026年11月21日"
    with translation.override("en"):
        assert outbox.render("%(stage)s %(due)s", params) == "Public notice 21 November 2026"


def test_a_sentence_within_a_sentence_is_read_in_the_reader_s_language():
    params = outbox.keep({"what": outbox.Sentence("%(stage)s", {"stage": Text("公示", "Notice")})})
    with translation.override("en"):
        assert outbox.render("It is %(what)s.", params) == "It is Notice."


def test_people_see_their_own_notices_alone():
    tell()
    assert queries.unread_count(OPERATOR) == 1
    assert not queries.messages(STRANGER).exists()


def test_reading_marks_one_s_own_notices_alone():
    tell(recipients=[11, 14])
    assert acts.mark_read(OPERATOR) == 1
    assert queries.unread_count(OPERATOR) == 0
    assert queries.unread_count(STRANGER) == 1


def test_who_has_no_address_counts_apart_from_failures():
    tell(recipients=[15])
    acts.send_outbox()
    assert queries.outbox_status() == {"waiting": 0, "no_address": 1, "given_up": 0}
