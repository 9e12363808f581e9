"""Notices to people, written with the act that causes them and sent afterwards."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutboxMessage(models.Model):
    """One notice of one event to one person by one channel.

    The text is kept as msgid and parameters and is rendered in the reader's language
    (``records.outbox.render``). ``sent_at`` concerns e-mail; in the site a row is delivered by
    being there.
    """

    class Channel(models.TextChoices):
        SITE = "site", _("In the site")
        EMAIL = "email", _("E-mail")

    MAX_ATTEMPTS = 8
    #: The error of an e-mail to somebody who gave no address: nothing failed, nothing is tried.
    NO_ADDRESS = "no address"

    event = models.CharField(max_length=120)
    recipient_id = models.BigIntegerField()
    channel = models.CharField(max_length=5, choices=Channel.choices)
    msgid = models.TextField()
    params = models.JSONField(default=dict)
    link = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("message")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("event", "recipient_id", "channel"), name="one_notice_per_event"
            ),
        )
        indexes = (
            models.Index(fields=("recipient_id", "channel", "-id"), name="outbox_by_recipient"),
            models.Index(
                fields=("id",),
                condition=models.Q(channel="email", sent_at__isnull=True),
                name="outbox_to_send",
            ),
        )

    def __str__(self) -> str:
        return f"{self.event} > {self.recipient_id} ({self.channel})"
