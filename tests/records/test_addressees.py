"""The outbox knows people through accounts."""

import pytest
from django.core import mail

from records import acts
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_a_notice_reaches_the_person_s_own_address():
    user = make_user(email="sample@example.org", language="en")
    acts.notify("x", [user.pk], "Something happened")
    acts.send_outbox()
    assert [message.to for message in mail.outbox] == [["sample@example.org"]]


def test_who_is_switched_off_is_not_written_to():
    user = make_user(email="sample@example.org", is_active=False)
    acts.notify("x", [user.pk], "Something happened")
    assert acts.send_outbox() == 0
