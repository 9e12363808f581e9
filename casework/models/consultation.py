"""A question to another organisation, answered once by a date."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from accounts.scope import Scope
from casework.models.case import Case, scope_through


class Consultation(models.Model):
    """会审: a department, the finance office or an evaluator gives its opinion on a case.

    It can be asked anew once it has answered: the case may come to the stage a second time.
    """

    class Answer(models.TextChoices):
        AGREE = "agree", _("Agrees")
        DISAGREE = "disagree", _("Disagrees")
        REMARK = "remark", _("Remark only")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consultations")
    stage = models.CharField(max_length=30)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="consultations"
    )
    question = models.TextField(_("question"))
    due_on = models.DateField(_("answer by"))
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, blank=True)
    text = models.TextField(_("opinion"), blank=True)
    answered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    # A consulted organisation sees its own question, not what others were asked; experts none.
    scope = Scope(
        **{
            **scope_through("case").__dict__,
            "own": (),
            "expert": "",
            "consultee": "organisation",
        }
    )

    class Meta:
        ordering = ("case", "pk")
        verbose_name = _("consultation")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("case", "stage", "organisation"),
                condition=models.Q(answered_at__isnull=True),
                name="one_open_question_a_stage",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.question[:40]}"
