"""Review periods that a bureau sets for itself: no regulation prints one."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from accounts.scope import Scope


class StagePeriod(models.Model):
    """So many working days for one stage of one procedure, shown as the bureau's own."""

    bureau = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="periods")
    edition = models.CharField(max_length=30)
    procedure = models.CharField(max_length=30)
    stage = models.CharField(max_length=30)
    workdays = models.PositiveSmallIntegerField(_("working days"))

    scope = Scope(area="bureau__area__path")

    class Meta:
        verbose_name = _("review period")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("bureau", "edition", "procedure", "stage"), name="one_period_a_stage"
            ),
            models.CheckConstraint(condition=Q(workdays__gt=0), name="a_period_has_days"),
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.stage}: {self.workdays}"
