"""What is on record against an agency."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.scope import Scope
from tenants.models.register import Agency


class AdverseRecord(models.Model):
    """不良记录: one record about an agency, by the key that the law's bars or causes carry.

    It stands from `since` to the day before `ended_on`; it has no other end (A-SH-11).
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="adverse_records")
    key = models.CharField(_("what is on record"), max_length=20)
    document = models.CharField(_("document"), max_length=120)
    since = models.DateField(_("since"))
    ended_on = models.DateField(_("no longer stands from"), null=True, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    scope = Scope(
        area="agency__tenancies__park__area__path",
        own=("agency__organisation", "agency__tenancies__park__operator"),
        many=True,
    )

    class Meta:
        ordering = ("agency", "-since", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("since")),
                name="an_adverse_record_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.document
