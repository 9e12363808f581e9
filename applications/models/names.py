"""Who uses a park's name: what was filed or authorised, and what was found of others."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Area, Organisation, User
from accounts.scope import Scope
from casework.models import Case
from casework.models.case import scope_through
from parks.models import Park
from tenants.models import Agency


class NameUse(models.Model):
    """A use of the park's name that was filed or authorised, as the case's form described it."""

    class Basis(models.TextChoices):
        FILED = "filed", _("Filed beforehand")
        AUTHORISED = "authorised", _("Authorised")

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="name_use")
    basis = models.CharField(_("basis"), max_length=10, choices=Basis)
    name = models.CharField(_("name used"), max_length=120)
    activity = models.CharField(_("activity"), max_length=120)
    user = models.CharField(_("who uses it"), max_length=120)
    place = models.CharField(_("place"), max_length=120)
    begins_on = models.DateField(_("begins on"), db_index=True)
    ends_on = models.DateField(_("ends on"))

    scope = scope_through("case")

    class Meta:
        ordering = ("-begins_on", "-pk")
        verbose_name = _("use of a name")

    def __str__(self) -> str:
        return self.activity


class NameFinding(models.Model):
    """What a bureau found of somebody who uses a protected name: a violation, or none.

    `subject` is who it is and `name` the words used; `agency` or `organisation` is the row of the
    register whose name bears it. Kept for good: a later finding stands beside an earlier one.
    """

    class What(models.TextChoices):
        BEARS = "bears", _("Bears the name")
        ACTIVITY = "activity", _("Activity without authorisation")
        PUBLICATION = "publication", _("Publication without authorisation")
        SOURCE = "source", _("Report taken over without its source")

    bureau = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    edition = models.CharField(max_length=30)
    park = models.ForeignKey(
        Park, null=True, blank=True, on_delete=models.PROTECT, related_name="name_findings"
    )
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="name_findings"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="name_findings"
    )
    subject = models.CharField(_("who uses the name"), max_length=120)
    name = models.CharField(_("words used"), max_length=120)
    what = models.CharField(_("what was found"), max_length=12, choices=What)
    is_violation = models.BooleanField(_("violation"))
    happened_on = models.DateField(_("seen on"))
    note = models.CharField(_("note"), max_length=500)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    scope = Scope(area="area__path")

    class Meta:
        verbose_name = _("finding about a name")
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.subject
