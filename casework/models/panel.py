"""Expert panels: drawn, free of interest, blind until all opinions are given."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from accounts.scope import Scope
from casework.models.case import Case, scope_through
from parks.models import Park


class ExpertInterest(models.Model):
    """An organisation or a park in whose cases an expert may not sit (employer, kin, business).

    From `since` to `until` (both inclusive); it lasts while `until` is empty.
    """

    expert = models.ForeignKey(User, on_delete=models.PROTECT, related_name="interests")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    park = models.ForeignKey(
        Park, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateField(_("since"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True)
    reason = models.CharField(_("interest"), max_length=200)

    # Of whoever serves in the area: a second pool of the same expert has to know it, too.
    scope = Scope(area="expert__memberships__organisation__area__path", expert="expert", many=True)

    class Meta:
        ordering = ("expert__name", "-since", "pk")
        verbose_name = _("expert's interest")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("expert", "organisation"),
                condition=Q(until__isnull=True),
                name="an_interest_is_declared_once",
            ),
            models.UniqueConstraint(
                fields=("expert", "park"),
                condition=Q(until__isnull=True),
                name="an_interest_in_a_park_is_declared_once",
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=True, park__isnull=False)
                | Q(organisation__isnull=False, park__isnull=True),
                name="an_interest_is_in_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="an_interest_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.expert} · {self.concern}"

    @property
    def concern(self) -> Organisation | Park | None:
        """What the interest is in."""
        return self.organisation or self.park


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
        verbose_name = _("panel of experts")

    def __str__(self) -> str:
        return f"{self.case_id} · {self.convened_at:%Y-%m-%d}"


class PanelSeat(models.Model):
    """An expert drawn for a panel: recused with a reason, or with one opinion given once.

    `visited_on` is the expert's day at the park, where the law sends the panel there.
    """

    class Vote(models.TextChoices):
        FOR = "for", _("Recommends recognition")
        AGAINST = "against", _("Does not recommend recognition")

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="seats")
    expert = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seats")
    recused_at = models.DateTimeField(null=True, blank=True)
    recusal_reason = models.CharField(_("reason for recusal"), max_length=200, blank=True)
    vote = models.CharField(_("conclusion"), max_length=10, choices=Vote, blank=True)
    heads = models.JSONField(default=dict, blank=True)
    visited_on = models.DateField(_("day at the park"), null=True, blank=True)
    opinion = models.TextField(_("opinion"), blank=True)
    given_at = models.DateTimeField(null=True, blank=True)

    # Blind: an expert sees the own seat only, and who was consulted none.
    scope = Scope(
        **{
            **scope_through("panel__case").__dict__,
            "own": (),
            "expert": "expert",
            "consultee": "",
        }
    )

    class Meta:
        ordering = ("panel", "pk")
        verbose_name = _("seat on a panel")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("panel", "expert"), name="one_seat_an_expert")
        ]

    def __str__(self) -> str:
        return f"{self.panel_id} · {self.expert}"
