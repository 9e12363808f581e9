"""Expert panels: drawn, free of interest, blind until all opinions are given."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from accounts.scope import Scope
from casework.models.case import Case, scope_through


class ExpertInterest(models.Model):
    """An organisation in whose cases an expert may not sit (employer, kin, business)."""

    expert = models.ForeignKey(User, on_delete=models.PROTECT, related_name="interests")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)

    scope = Scope(area="organisation__area__path", expert="expert")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("expert", "organisation"), name="an_interest_is_declared_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.expert} · {self.organisation}"


class Panel(models.Model):
    """One sitting of experts on one case. `seed` lets anybody repeat the draw."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="panels")
    stage = models.CharField(max_length=30)
    size = models.PositiveSmallIntegerField(_("number of experts"))
    seed = models.CharField(max_length=32)
    due_on = models.DateField(_("opinions by"))
    convened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    convened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    scope = scope_through("case")

    class Meta:
        ordering = ("case", "pk")

    def __str__(self) -> str:
        return f"{self.case_id} · {self.convened_at:%Y-%m-%d}"


class PanelSeat(models.Model):
    """An expert drawn for a panel: recused with a reason, or with one opinion given once."""

    class Vote(models.TextChoices):
        FOR = "for", _("Recommends recognition")
        AGAINST = "against", _("Does not recommend recognition")

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="seats")
    expert = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seats")
    recused_at = models.DateTimeField(null=True, blank=True)
    recusal_reason = models.CharField(_("reason for recusal"), max_length=200, blank=True)
    vote = models.CharField(_("conclusion"), max_length=10, choices=Vote, blank=True)
    heads = models.JSONField(default=dict, blank=True)
    opinion = models.TextField(_("opinion"), blank=True)
    given_at = models.DateTimeField(null=True, blank=True)

    # Blind: an expert sees the own seat only.
    scope = Scope(**{**scope_through("panel__case").__dict__, "own": (), "expert": "expert"})

    class Meta:
        ordering = ("panel", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("panel", "expert"), name="one_seat_an_expert")
        ]

    def __str__(self) -> str:
        return f"{self.panel_id} · {self.expert}"
