"""The daily round as it was done: one row a sweep and day."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class SweepRun(models.Model):
    """A sweep's work for one day. The rows tell what is still to do; no queue is asked.

    `changed` counts the rows that it changed, over all attempts. A run whose worker died stays
    running and is taken up again at the next round.
    """

    class State(models.TextChoices):
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    key = models.CharField(max_length=40)
    day = models.DateField(_("day"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.RUNNING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    changed = models.PositiveIntegerField(_("rows changed"), default=0)
    error = models.CharField(_("error"), max_length=300, blank=True)
    started_at = models.DateTimeField(_("started at"))
    ended_at = models.DateTimeField(_("ended at"), null=True)

    class Meta:
        verbose_name = _("daily run")
        ordering = ("-day", "key")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("key", "day"), name="one_run_a_sweep_and_day"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.day}"
