"""Filings of entries and exits: a case each, and what was filed on paper before the system."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.scope import Scope
from casework.models import Case
from casework.models.case import scope_through
from tenants.models.register import Tenancy


class Event(models.TextChoices):
    """What happened to a tenancy."""

    ENTRY = "entry", _("Moving in")
    EXIT = "exit", _("Moving out")


class Filing(models.Model):
    """One entry or exit as it was filed. `content` is what the register said when handed in.

    `due_on` is the last day of the law's period, counted from `event_on`. A filing that `corrects`
    another is a case of its own: both are kept.
    """

    KIND: ClassVar = "filing"

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="filing")
    tenancy = models.ForeignKey(Tenancy, on_delete=models.PROTECT, related_name="filings")
    event = models.CharField(_("event"), max_length=5, choices=Event)
    event_on = models.DateField(_("day of the event"))
    due_on = models.DateField(_("file by"))
    late_reason = models.CharField(_("reason for the delay"), max_length=500, blank=True)
    remark = models.CharField(_("remark"), max_length=500, blank=True)
    content = models.JSONField(default=dict)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )

    scope = scope_through("case")

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("filing")

    def __str__(self) -> str:
        return str(self.case)


class EarlierFiling(models.Model):
    """An entry or exit that was filed on paper, before the system: nothing is owed for it.

    `filed_on` is the paper's day, None where it was noted before the day was asked for.
    """

    tenancy = models.ForeignKey(Tenancy, on_delete=models.PROTECT, related_name="earlier_filings")
    event = models.CharField(_("event"), max_length=5, choices=Event)
    document = models.CharField(_("document"), max_length=120)
    filed_on = models.DateField(_("filed on paper on"), null=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    scope = Scope(
        area="tenancy__park__area__path",
        own=("tenancy__park__operator", "tenancy__agency__organisation"),
    )

    class Meta:
        ordering = ("tenancy", "event")
        verbose_name = _("filing on paper")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("tenancy", "event"), name="one_earlier_filing_an_event")
        ]

    def __str__(self) -> str:
        return f"{self.tenancy} · {self.event}"
