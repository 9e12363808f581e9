"""Receipts: the bureau has taken note of what was filed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from casework.models.case import Case, scope_through


class Receipt(models.Model):
    """备案回执: number, day and code. One that corrects another names it; both are kept."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="receipt")
    number = models.CharField(_("number"), max_length=30, unique=True)
    code = models.CharField(max_length=20, unique=True)
    issued_on = models.DateField(_("issued on"))
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )

    scope = scope_through("case")

    class Meta:
        verbose_name = _("receipt")
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.number
