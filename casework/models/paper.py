"""Papers from outside on which a case goes on: a letter, a ministry's decision."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case, Step, scope_through


class OutsidePaper(models.Model):
    """登记: number and date of a paper, and what it says where it decides.

    Recorded again after the case was sent back, a paper takes the place of the one before: the
    last of its stage stands.
    """

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("Agreed to")
        REFUSED = "refused", _("Not agreed to")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="papers")
    stage = models.CharField(max_length=30)
    document_number = models.CharField(_("document number"), max_length=60)
    decided_on = models.DateField(_("dated"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, blank=True)
    step = models.OneToOneField(Step, on_delete=models.PROTECT, related_name="paper")

    scope = scope_through("case")

    class Meta:
        ordering = ("case", "pk")
        verbose_name = _("outside paper")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(document_number=""), name="a_paper_has_a_number"
            )
        ]

    def __str__(self) -> str:
        return self.document_number
