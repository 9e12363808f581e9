"""Writing notices, sending and reading them."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext

from records import outbox
from records.actor import Actor
from records.models import OutboxMessage
from records.queue import enqueue

logger = logging.getLogger(__name__)

BOTH = (OutboxMessage.Channel.SITE, OutboxMessage.Channel.EMAIL)
SITE_ONLY = (OutboxMessage.Channel.SITE,)


def notify(
    event: str,
    recipients: Iterable[int],
    msgid: str,
    params: Mapping[str, Any] | None = None,
    link: str = "",
    *,
    channels: Sequence[str] = BOTH,
) -> None:
    """Queue a notice to users, by id, inside the transaction of the act that causes it.

    ``event`` names the occurrence ("case 12 step 40 returned"): the same event reaches a
    person once by each channel, however often it is announced. ``msgid`` is marked with
    ``gettext_noop`` where it stands and takes ``%(name)s`` parameters; dates and texts with
    ``.zh`` and ``.en`` are kept as such and read in the reader's language. ``link`` is a path.
    """
    now = timezone.now()
    OutboxMessage.objects.bulk_create(
        (
            OutboxMessage(
                event=event,
                recipient_id=recipient,
                channel=channel,
                msgid=msgid,
                params=outbox.keep(params or {}),
                link=link,
                created_at=now,
            )
            for recipient in dict.fromkeys(recipients)
            for channel in channels
        ),
        ignore_conflicts=True,
    )
    if OutboxMessage.Channel.EMAIL in channels:
        enqueue("records.tasks.send_outbox")


def announce(
    event: str,
    recipients: Iterable[int],
    msgid: str,
    params: Mapping[str, Any] | None = None,
    link: str = "",
) -> int:
    """`notify` for those who find events again and again; returns how many people are new to it.

    Whoever was told of the event before costs one query and nothing else.
    """
    people = set(recipients)
    known = OutboxMessage.objects.filter(event=event, channel=OutboxMessage.Channel.SITE)
    untold = people - set(known.values_list("recipient_id", flat=True))
    if untold:
        notify(event, sorted(untold), msgid, params, link)
    return len(untold)


def send_outbox(limit: int = 200) -> int:
    """Send e-mails that wait, oldest first; return how many were sent.

    Each is locked, sent and marked in a transaction of its own, so that two workers never send
    the same one. A failure is tried again at the next run, eight times in all.
    """
    waiting = _waiting().values_list("pk", flat=True)[:limit]
    return sum(_send_one(pk) for pk in list(waiting))


@transaction.atomic
def mark_read(actor: Actor, message_ids: Iterable[int] | None = None) -> int:
    """Mark the actor's own notices in the site as read (all of them without ids)."""
    mine = OutboxMessage.objects.filter(
        recipient_id=actor.user_id or -1, channel=OutboxMessage.Channel.SITE, read_at__isnull=True
    )
    if message_ids is not None:
        mine = mine.filter(pk__in=message_ids)
    return mine.update(read_at=timezone.now())


def _waiting() -> QuerySet[OutboxMessage]:
    return OutboxMessage.objects.filter(
        channel=OutboxMessage.Channel.EMAIL,
        sent_at__isnull=True,
        attempts__lt=OutboxMessage.MAX_ATTEMPTS,
    ).order_by("pk")


@transaction.atomic
def _send_one(pk: int) -> bool:
    skip_locked = connection.features.has_select_for_update_skip_locked
    message = _waiting().select_for_update(skip_locked=skip_locked).filter(pk=pk).first()
    if message is None:
        return False
    _try(message)
    message.save(update_fields=("sent_at", "attempts", "error"))
    return message.sent_at is not None


def _try(message: OutboxMessage) -> None:
    """Send the message, or note on it why it could not be sent."""
    person = outbox.addressees([message.recipient_id]).get(message.recipient_id)
    if person is None or not person.email:
        message.attempts, message.error = OutboxMessage.MAX_ATTEMPTS, OutboxMessage.NO_ADDRESS
        return
    message.attempts += 1
    try:
        _email(message, person).send()
    except OSError as error:  # smtplib's errors are OSErrors
        logger.warning("outbox message %s was not sent", message.pk, exc_info=True)
        message.error = repr(error)[:300]
    else:
        message.sent_at, message.error = timezone.now(), ""


def _email(message: OutboxMessage, person: outbox.Addressee) -> EmailMessage:
    with translation.override(person.language):
        text = outbox.render(message.msgid, message.params)
        greeting = gettext("This message was sent automatically; please do not answer it.")
    link = f"{settings.SITE_URL}{message.link}" if message.link else ""
    return EmailMessage(
        subject=" ".join(text.split())[:120],
        body="\n\n".join(part for part in (text, link, greeting) if part),
        to=[person.email],
        # A server that gets it twice after a crash can tell that it is the same one.
        headers={"Message-ID": f"<outbox-{message.pk}-{message.created_at:%Y%m%d%H%M%S}@parks>"},
    )
