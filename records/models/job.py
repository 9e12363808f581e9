"""Work too long for a request: imports, exports, batches of documents, verification."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.actor import Actor


class Job(models.Model):
    """One run of a registered kind of work, with its progress and result.

    ``attempt`` counts the starts: a run whose number is out of date may write nothing more.
    ``heartbeat_at`` is the last sign of life; ``actor`` is the starter as he was then.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")
        CANCELLED = "cancelled", _("Cancelled")

    kind = models.CharField(max_length=60)
    params = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    msgid = models.TextField(blank=True)
    msg_params = models.JSONField(default=dict)
    result = models.ForeignKey("records.Attachment", models.PROTECT, null=True, related_name="+")
    cancel_requested = models.BooleanField(default=False)
    attempt = models.PositiveSmallIntegerField(default=0)
    actor = models.JSONField()
    started_by_id = models.BigIntegerField(null=True)
    started_by = models.CharField(_("started by"), max_length=150)
    area_path = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(_("started at"))
    heartbeat_at = models.DateTimeField()
    ended_at = models.DateTimeField(_("ended at"), null=True)

    class Meta:
        verbose_name = _("job")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("started_by_id", "-id"), name="job_by_starter"),
            models.Index(
                fields=("heartbeat_at",),
                condition=models.Q(state__in=("waiting", "running")),
                name="job_open",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.WAITING, self.State.RUNNING)

    @property
    def percent(self) -> int:
        return min(100, self.done * 100 // self.total) if self.total else 0

    def as_actor(self) -> Actor:
        """The person who started the job, marked as acting through it."""
        return Actor(**{**self.actor, "job": str(self)})
