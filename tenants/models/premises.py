"""Where a tenant sits: its leases with their rent, and its moves between the park's sites."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.scope import Scope
from parks.models import Site
from tenants.models.register import Tenancy


class Lease(models.Model):
    """One lease of a tenancy, both its days included; the rent in yuan a year."""

    tenancy = models.ForeignKey(Tenancy, on_delete=models.CASCADE, related_name="leases")
    number = models.CharField(_("number of the lease"), max_length=60)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    floor_area = models.DecimalField(_("floor area (m²)"), max_digits=10, decimal_places=2)
    annual_rent = models.DecimalField(_("rent a year (yuan)"), max_digits=14, decimal_places=2)
    version = models.PositiveIntegerField(default=1)

    scope = Scope(
        area="tenancy__park__area__path",
        own=("tenancy__park__operator", "tenancy__agency__organisation"),
    )

    class Meta:
        ordering = ("tenancy", "-starts_on", "-pk")
        verbose_name = _("lease")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("tenancy", "number"), name="a_lease_once_a_tenancy"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="a_lease_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Transfer(models.Model):
    """A tenant's move from one site of its park to another: neither exit nor entry.

    The areas are what the tenant had before and has from `moved_on`, in square metres.
    """

    tenancy = models.ForeignKey(Tenancy, on_delete=models.CASCADE, related_name="transfers")
    moved_on = models.DateField(_("moved on"))
    from_site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    to_site = models.ForeignKey(
        Site, verbose_name=_("to the site"), on_delete=models.PROTECT, related_name="+"
    )
    area_before = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    area_after = models.DecimalField(
        _("floor area there (m²)"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    scope = Scope(
        area="tenancy__park__area__path",
        own=("tenancy__park__operator", "tenancy__agency__organisation"),
    )

    class Meta:
        ordering = ("tenancy", "-moved_on", "-pk")
        verbose_name = _("move to another site")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("tenancy", "moved_on"), name="one_transfer_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.tenancy} · {self.moved_on}"
