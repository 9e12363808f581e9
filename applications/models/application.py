"""An application's own content: its facts three ways, its form, materials, judgements, waivers."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from casework.models import Case
from casework.models.case import scope_through
from parks.models import Park


class Application(models.Model):
    """The detail row of a case of kind "application".

    `form` holds the approval form's answers by field key, each in the shape that
    `applications.prefill` gives it. `title_key` names the applicant of record among those of the
    procedure, `follows` the approved case within whose period this one was begun, `under` the park
    of which it is to become a branch. `saved_by` and `saved_at` tell another
    window who was faster.
    """

    KIND: ClassVar = "application"

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="application")
    title_key = models.CharField(max_length=20, blank=True)
    follows = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="followers"
    )
    under = models.ForeignKey(
        Park, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    form = models.JSONField(default=dict, blank=True)
    saved_by = models.CharField(max_length=40, blank=True)
    saved_at = models.DateTimeField(null=True, blank=True)

    scope = scope_through("case")

    class Meta:
        verbose_name = _("application")

    def __str__(self) -> str:
        return str(self.case)


class DeclaredFact(models.Model):
    """A fact as the applicant declares it and as the reviewer verified it.

    Values have the JSON shape of `rules.facts` (None = nothing said, never zero). What is on
    record is computed from the register while the applicant writes; `recorded` freezes it, and
    `recorded_url` where its rows are, at each submission. `verified_for` is who lent the
    verifier their role.
    """

    class FactBasis(models.TextChoices):
        ACTUAL = "actual", _("Actual")
        COMMITTED = "committed", _("Committed")

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="facts")
    key = models.CharField(max_length=40)
    declared = models.JSONField(null=True, blank=True)
    recorded = models.JSONField(null=True, blank=True)
    recorded_url = models.CharField(max_length=300, blank=True)
    verified = models.JSONField(null=True, blank=True)
    basis = models.CharField(max_length=10, choices=FactBasis, default=FactBasis.ACTUAL)
    remark = models.CharField(_("remark"), max_length=300, blank=True)
    verified_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_for = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, blank=True)

    scope = scope_through("application__case")

    class Meta:
        ordering = ("application", "pk")
        verbose_name = _("declared figure")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("application", "key"), name="a_fact_once_a_case")
        ]

    def __str__(self) -> str:
        return self.key


class ApplicationMaterial(models.Model):
    """A file handed in under one of the materials that the procedure asks for."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="materials")
    key = models.CharField(max_length=40)
    attachment_id = models.BigIntegerField()
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    scope = scope_through("application__case")

    class Meta:
        ordering = ("application", "key", "pk")
        verbose_name = _("material of an application")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("application", "key", "sha256"), name="a_file_once_a_material"
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class Answer(models.Model):
    """What a judgement and a waiver share: about one leaf, by whom, why, and a second person.

    `made_for` is who lent the maker their role; neither of the two may confirm.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE)
    leaf = models.CharField(max_length=20)
    reason = models.CharField(_("reason"), max_length=500)
    document = models.CharField(_("document"), max_length=120)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_for = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)

    scope = scope_through("application__case")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.leaf


class Judgement(Answer):
    """A person's answer to a vague standard (健全, 较好)."""

    met = models.BooleanField(_("met"))

    class Meta:
        verbose_name = _("judgement")
        default_related_name = "judgements"
        ordering = ("application", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("application", "leaf"), name="one_judgement_a_leaf")
        ]


class Waiver(Answer):
    """A recorded exception from a condition that the law lets a bureau waive or relax."""

    value = models.CharField(_("relaxed value"), max_length=30, blank=True)

    class Meta:
        verbose_name = _("waiver")
        default_related_name = "waivers"
        ordering = ("application", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("application", "leaf"), name="one_waiver_a_leaf")
        ]


class FrozenVersion(models.Model):
    """The application as it was handed in the n-th time: content and the verdict's receipt."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    receipt = models.JSONField()
    frozen_at = models.DateTimeField(auto_now_add=True)

    scope = scope_through("application__case")

    class Meta:
        ordering = ("application", "number")
        verbose_name = _("version handed in")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("application", "number"), name="versions_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.application_id} v{self.number}"


class VerdictReceipt(models.Model):
    """A verdict as it was at one step (submission, verification, decision): can be replayed."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="receipts")
    step_number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10)
    receipt = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)

    scope = scope_through("application__case")

    class Meta:
        ordering = ("application", "pk")
        verbose_name = _("receipt of a verdict")

    def __str__(self) -> str:
        return f"{self.application_id} {self.outcome}"


class Preparation(models.Model):
    """The period that an approval opened; it ends by itself unless what follows was filed in it.

    Only the day of approval is a fact. `due_on` is an index, recomputed from it and the calendar;
    `state` and its days are recomputed from the cases that follow. `warned` are the warnings
    that were sent, in days before the last day.
    """

    class State(models.TextChoices):
        RUNNING = "running", _("Running")
        APPLIED = "applied", _("Formal application filed")
        LAPSED = "lapsed", _("Lapsed")

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="preparation")
    approved_on = models.DateField()
    due_on = models.DateField(db_index=True)
    state = models.CharField(max_length=8, choices=State, default=State.RUNNING)
    applied_on = models.DateField(null=True, blank=True)
    lapsed_on = models.DateField(null=True, blank=True)
    warned = models.JSONField(default=list)

    scope = scope_through("case")

    class Meta:
        ordering = ("due_on", "pk")
        verbose_name = _("period of preparation")

    def __str__(self) -> str:
        return self.case.title


class FollowUp(models.Model):
    """A duty of the bureau after an approval: whether the committed figures came true.

    `findings` holds for each committed figure what was committed, what stood on record that day
    and what was found. The finding is one person's, its confirmation another's.
    """

    class Result(models.TextChoices):
        KEPT = "kept", _("The commitments were kept")
        MISSED = "missed", _("The commitments were not kept")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="follow_ups")
    duty = models.CharField(max_length=40)
    begun_on = models.DateField()
    due_on = models.DateField(db_index=True)
    warned = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    result = models.CharField(_("result"), max_length=6, choices=Result, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    made_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made_for = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    done_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    scope = scope_through("case")

    class Meta:
        ordering = ("due_on", "pk")
        verbose_name = _("check after approval")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("case", "duty"), name="a_duty_once_a_case")
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.duty}"
