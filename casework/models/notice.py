"""Public notices of one or many cases, and the objections to them."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from accounts.scope import Scope
from casework.models.case import Case, scope_through


class PublicNotice(models.Model):
    """公示: a list open to objections to 24:00 of `ends_on`. Publication is day 0."""

    number = models.CharField(max_length=30, unique=True)
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), blank=True)
    bureau = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="notices")
    published_on = models.DateField(_("published on"))
    ends_on = models.DateField(_("open until"))
    workdays = models.PositiveSmallIntegerField(_("working days"))
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawal_reason = models.CharField(_("reason for withdrawal"), max_length=500, blank=True)

    scope = Scope(area="bureau__area__path")

    class Meta:
        ordering = ("-published_on", "-pk")
        verbose_name = _("public notice")

    def __str__(self) -> str:
        return self.title

    def is_open_on(self, day: date) -> bool:
        """Whether objections are taken on `day`."""
        return not self.withdrawn_at and self.published_on <= day <= self.ends_on


class NoticeCase(models.Model):
    """A case on a notice, with the name under which it stands there."""

    notice = models.ForeignKey(PublicNotice, on_delete=models.PROTECT, related_name="entries")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notice_entries")
    name = models.CharField(max_length=120)

    scope = scope_through("case")

    class Meta:
        verbose_name = _("case on a notice")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("notice", "case"), name="a_case_once_a_notice")
        ]

    def __str__(self) -> str:
        return self.name


class Objection(models.Model):
    """An objection with a real name and evidence, which nobody but the bureau sees."""

    class State(models.TextChoices):
        OPEN = "open", _("Not settled yet")
        UPHELD = "upheld", _("Upheld")
        DISMISSED = "dismissed", _("Dismissed")

    entry = models.ForeignKey(NoticeCase, on_delete=models.PROTECT, related_name="objections")
    number = models.CharField(max_length=30, unique=True)
    name = models.CharField(_("your name"), max_length=40)
    phone = models.CharField(_("telephone"), max_length=20)
    text = models.TextField(_("objection and facts"))
    received_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    finding = models.TextField(_("finding"), blank=True)
    settled_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    # The bureau alone: the office below and the applicant learn the finding, not the name.
    scope = Scope(area="entry__notice__bureau__area__path")

    class Meta:
        ordering = ("-received_at",)
        verbose_name = _("objection")

    def __str__(self) -> str:
        return self.number
