"""Decisions: one meeting, one document number, one or many cases."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from accounts.scope import Scope
from casework.models.case import Case, scope_through


class Decision(models.Model):
    """A decision document. A correction (更正) is a new one that names the one it corrects.

    `issuer` signed it where it is not the bureau's own document, "" where it is.
    """

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("Approved")
        REFUSED = "refused", _("Refused")

    bureau = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="decisions")
    issuer = models.CharField(_("issuer"), max_length=80, blank=True)
    document_number = models.CharField(_("document number"), max_length=60)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    decided_on = models.DateField(_("decided on"))
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(auto_now_add=True)
    reasons = models.TextField(_("reasons"), blank=True)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )

    scope = Scope(area="bureau__area__path")

    class Meta:
        ordering = ("-decided_on", "-pk")
        verbose_name = _("decision")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("bureau", "issuer", "document_number", "outcome"),
                condition=models.Q(corrects__isnull=True),
                name="a_document_number_is_one_decision",
            ),
            models.UniqueConstraint(
                fields=("corrects", "document_number"), name="a_correction_is_one_decision"
            ),
        ]

    def __str__(self) -> str:
        return self.document_number

    @property
    def signed_by(self) -> str:
        """Who stands under the document."""
        return self.issuer or self.bureau.name


class DecisionCase(models.Model):
    """A case under a decision, with the name the decision gives (a prefix where the law has one).

    `code` is the verification code printed on the form and checked on the public page.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="entries")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decision_entries")
    name = models.CharField(max_length=120)
    code = models.CharField(max_length=20, unique=True)

    scope = scope_through("case")

    class Meta:
        verbose_name = _("decided case")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("decision", "case"), name="a_case_once_a_decision")
        ]

    def __str__(self) -> str:
        return self.name
