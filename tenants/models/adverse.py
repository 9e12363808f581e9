"""What is on record against an agency, and what a tenant is ordered to do."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from accounts.scope import Scope
from tenants.models.register import Agency, Tenancy


class AdverseRecord(models.Model):
    """不良记录: one record about an agency, by the key that the law's bars or causes carry.

    It stands from `since` to the day before `ended_on`; it has no other end (A-SH-11). `office`
    made it, and alone corrects or lifts it.
    """

    #: What its evidence is kept under; the owner is the record.
    FILES: ClassVar = "tenants.adverse"

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="adverse_records")
    office = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(_("what is on record"), max_length=20)
    document = models.CharField(_("document"), max_length=120)
    since = models.DateField(_("since"))
    ended_on = models.DateField(_("no longer stands from"), null=True, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    scope = Scope(area="office__area__path", own=("agency__organisation",))

    class Meta:
        ordering = ("agency", "-since", "-pk")
        verbose_name = _("record against an agency")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("since")),
                name="an_adverse_record_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.document


class Order(models.Model):
    """责令整改 or 限期清退: what a tenant must do by the day that the officer set.

    `cause` is the key of one of the law's causes. `settled_on` is None while it is open.
    """

    class Kind(models.TextChoices):
        RECTIFY = "rectify", _("Rectify")
        LEAVE = "leave", _("Leave")

    class Outcome(models.TextChoices):
        DONE = "done", _("Done")
        NOT_DONE = "not_done", _("Not done")

    #: What its paper is kept under; the owner is the order.
    FILES: ClassVar = "tenants.order"

    tenancy = models.ForeignKey(Tenancy, on_delete=models.PROTECT, related_name="orders")
    kind = models.CharField(_("what is ordered"), max_length=8, choices=Kind)
    cause = models.CharField(_("cause"), max_length=20)
    finding = models.CharField(_("what was found"), max_length=500)
    document = models.CharField(_("document"), max_length=120)
    issued_on = models.DateField(_("ordered on"))
    due_on = models.DateField(_("to be done by"))
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, blank=True)
    settled_on = models.DateField(_("settled on"), null=True, blank=True)
    note = models.CharField(_("what was done"), max_length=500, blank=True)
    office = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    scope = Scope(
        area="tenancy__park__area__path",
        own=("tenancy__park__operator", "tenancy__agency__organisation"),
    )

    class Meta:
        ordering = ("tenancy", "-issued_on", "-pk")
        verbose_name = _("order to rectify or leave")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("tenancy",),
                condition=Q(settled_on__isnull=True),
                name="one_open_order_a_tenancy",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("issued_on")), name="an_order_leaves_time"
            ),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True, outcome="")
                | Q(settled_on__isnull=False) & ~Q(outcome=""),
                name="an_order_is_settled_with_its_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.document
