"""Several at once: one chain, and every e-mail once."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction

from records import acts, outbox
from records.models import AuditEntry
from records.outbox import Addressee
from records.verification import verify
from tests.records.people import OPERATOR

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.main_walk]


def at_once(work: Callable[[], object], times: int) -> None:
    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        for done in [pool.submit(run) for _ in range(times)]:
            done.result()


def test_acts_at_the_same_time_make_one_chain():
    def act() -> None:
        for number in range(10):
            with transaction.atomic():
                acts.record(OPERATOR, f"a.{number}")

    at_once(act, 4)
    assert AuditEntry.objects.count() == 40
    assert verify().sound


def test_two_workers_send_every_email_once(monkeypatch: pytest.MonkeyPatch):
    sent: list[str] = []

    def send_slowly(self: EmailBackend, messages: list[EmailMessage]) -> int:
        time.sleep(0.05)
        sent.extend(message.to[0] for message in messages)
        return len(messages)

    monkeypatch.setattr(EmailBackend, "send_messages", send_slowly)
    monkeypatch.setattr(
        outbox, "_directory", lambda ids: {i: Addressee(f"{i}@example.org", "en") for i in ids}
    )
    with transaction.atomic():
        acts.notify("x", range(5), "Something happened")
    at_once(acts.send_outbox, 2)
    assert sorted(sent) == [f"{number}@example.org" for number in range(5)]
