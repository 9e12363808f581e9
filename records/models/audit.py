"""The audit chain. Rows are written by ``records.acts.record`` and never change again."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditHead(models.Model):
    """The end of the chain: one row, whose lock puts all entries in one order."""

    ONLY: ClassVar[int] = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        verbose_name = _("head of the audit trail")
        constraints = (
            models.CheckConstraint(condition=models.Q(id=1), name="audit_head_is_one_row"),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:12]}"


class AuditEntry(models.Model):
    """One act: who did what to which object, and the values before and after.

    Actor and object are plain values, so that an entry outlives what it tells of. Database
    triggers (``records.guards``) refuse UPDATE, DELETE and TRUNCATE.
    """

    seq = models.BigIntegerField(_("number"), primary_key=True)
    at = models.DateTimeField(_("time"))
    user_id = models.BigIntegerField(null=True)
    name = models.CharField(_("person"), max_length=150)
    role = models.CharField(_("role"), max_length=30)
    organisation_id = models.BigIntegerField(null=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    membership_id = models.BigIntegerField(null=True)
    on_behalf_of = models.CharField(_("on behalf of"), max_length=150, blank=True)
    on_behalf_of_id = models.BigIntegerField(null=True)
    job = models.CharField(_("job"), max_length=100, blank=True)
    ip = models.CharField(_("IP address"), max_length=45, blank=True)
    area_path = models.CharField(max_length=200, blank=True)
    action = models.CharField(_("action"), max_length=60)
    object_kind = models.CharField(_("kind of object"), max_length=60, blank=True)
    object_id = models.CharField(max_length=40, blank=True)
    label = models.CharField(_("object"), max_length=200, blank=True)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)
    note = models.TextField(_("note"), blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("audit entry")
        ordering = ("-seq",)
        indexes = (
            models.Index(fields=("object_kind", "object_id", "seq"), name="audit_by_object"),
            models.Index(fields=("action", "seq"), name="audit_by_action"),
            models.Index(fields=("user_id", "seq"), name="audit_by_user"),
            models.Index(fields=("at",), name="audit_by_time"),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"
