"""The case, its append-only steps, and what may hold it: defects and a basis for going on."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

import rules
from accounts.models import Area, Organisation, User
from accounts.scope import Scope
from casework.titles import LONGEST, in_english
from casework.words import status_label
from parks.models import Park
from records.templatetags.said import tongue

CASE_SCOPE = Scope(
    area="area__path",
    own=("applicant", "park__operator"),
    expert="panels__seats__expert",
    consultee="consultations__organisation",
    # Never handed in: a draft, also one that was dropped.
    private={"submitted_at__isnull": True},
    keepers=("applicant",),
)


def scope_through(path: str) -> Scope:
    """The scope of a row that is seen by whoever sees the case it hangs on at `path`."""
    return Scope(
        area=f"{path}__{CASE_SCOPE.area}",
        own=tuple(f"{path}__{own}" for own in CASE_SCOPE.own),
        expert=f"{path}__{CASE_SCOPE.expert}",
        consultee=f"{path}__{CASE_SCOPE.consultee}",
        private={f"{path}__{key}": value for key, value in CASE_SCOPE.private.items()},
        keepers=tuple(f"{path}__{keeper}" for keeper in CASE_SCOPE.keepers),
    )


class Case(models.Model):
    """A piece of work of any kind, moved by `casework.acts.perform` alone.

    `edition` and `procedure` name the law it is pinned to; `stage` is a stage of that procedure.
    `district` and `bureau` are the organisations that sit in the procedure's seats. A draft has
    no number yet: it is given at the first submission. `returned_by` is the stage that asked
    for a supplement and gets the case back; `opened_at` is when the present hand first saw it.
    `saved_by` and `saved_at` tell who changed the content last, which is no step.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", _("Under review")
        RETURNED = "returned", _("Returned for supplement")
        APPROVED = "approved", _("Approved")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        LAPSED = "lapsed", _("Lapsed")

    FINAL: ClassVar = (Status.APPROVED, Status.REFUSED, Status.WITHDRAWN, Status.LAPSED)

    number = models.CharField(max_length=30, unique=True, null=True, blank=True)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=LONGEST)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="cases")
    park = models.ForeignKey(
        Park, null=True, blank=True, on_delete=models.PROTECT, related_name="cases"
    )
    applicant = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="cases")
    district = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    bureau = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    edition = models.CharField(max_length=30)
    procedure = models.CharField(max_length=30)
    stage = models.CharField(max_length=30)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    proposal = models.CharField(max_length=10, blank=True)
    returned_by = models.CharField(max_length=30, blank=True)
    holder = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="held_cases"
    )
    opened_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    saved_by = models.CharField(max_length=40, blank=True)
    saved_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    stage_since = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    scope = CASE_SCOPE

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("case")
        indexes: ClassVar = [
            models.Index(fields=("status", "-id")),
            # What waits is a small part of all, and it waits in one organisation.
            models.Index(
                fields=("bureau", "edition", "procedure", "stage"),
                condition=~Q(status__in=("approved", "refused", "withdrawn", "lapsed")),
                name="open_cases_of_a_bureau",
            ),
            models.Index(
                fields=("district", "edition", "procedure", "stage"),
                condition=~Q(status__in=("approved", "refused", "withdrawn", "lapsed")),
                name="open_cases_of_a_district",
            ),
            models.Index(fields=("applicant", "stage_since", "id")),
            models.Index(
                fields=("applicant",), condition=Q(status="draft"), name="drafts_of_an_applicant"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number or ''} {self.called}".strip()

    @property
    def called(self) -> str:
        """The title with what the case is about in the reader's language."""
        if tongue() == "zh":
            return self.title
        return in_english(self.title, rules.edition(self.edition).plan(self.procedure))

    def get_status_display(self) -> str:  # type: ignore[no-redef]
        """The state in the words of what the procedure does."""
        procedure = rules.edition(self.edition).plan(self.procedure)
        return str(status_label(self.status, procedure, self.Status(self.status).label))

    @property
    def is_final(self) -> bool:
        return self.status in self.FINAL


class CaseNumber(models.Model):
    """The last number given in one series of one year, counted under a row lock."""

    series = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("counter of case numbers")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("series", "year"), name="one_counter_a_series_and_year")
        ]

    def __str__(self) -> str:
        return f"{self.series}-{self.year}-{self.last}"


class Step(models.Model):
    """One move of a case: who did what, from where to where, and why. Never changed afterwards."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    action = models.CharField(max_length=30)
    from_stage = models.CharField(max_length=30, blank=True)
    to_stage = models.CharField(max_length=30, blank=True)
    actor = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    represents = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    actor_name = models.CharField(max_length=40)
    role = models.CharField(max_length=16)
    organisation = models.CharField(max_length=80, blank=True)
    opinion = models.TextField(blank=True)
    data = models.JSONField(default=dict, blank=True)
    token = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    scope = scope_through("case")

    class Meta:
        ordering = ("case", "number")
        verbose_name = _("step of a case")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("case", "number"), name="steps_are_numbered"),
            models.UniqueConstraint(
                fields=("case", "token"), condition=~Q(token=""), name="one_effect_a_token"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.number} {self.action}"


class Defect(models.Model):
    """One point of a return for supplement: which section (and field) lacks what."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="defects")
    step_number = models.PositiveIntegerField(null=True, blank=True)
    section = models.CharField(max_length=30)
    field = models.CharField(max_length=60, blank=True)
    text = models.CharField(max_length=500)
    listed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    resolved_at = models.DateTimeField(null=True, blank=True)

    scope = scope_through("case")

    class Meta:
        ordering = ("case", "pk")
        verbose_name = _("defect")

    def __str__(self) -> str:
        return self.text


class Basis(models.Model):
    """继续适用依据: why an edition outside its printed life is still applied to this case."""

    class Phase(models.TextChoices):
        SUBMISSION = "submission", _("At submission")
        APPROVAL = "approval", _("At approval")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="bases")
    phase = models.CharField(max_length=12, choices=Phase)
    document = models.CharField(_("document"), max_length=120)
    reason = models.CharField(_("reason"), max_length=500)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    scope = scope_through("case")

    class Meta:
        ordering = ("case", "pk")
        verbose_name = _("basis for going on")
        verbose_name_plural = "bases"

    def __str__(self) -> str:
        return self.document
