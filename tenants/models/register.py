"""The tenant register: agencies, their licences, their tenancies in parks, and what they earned."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from accounts.scope import Scope
from parks.models import Park, Site


class Agency(models.Model):
    """A tenant by its credit code (GB 32100): one register for all. Figures hang on tenancies."""

    class Kind(models.TextChoices):
        AGENCY = "agency", _("HR service agency")
        SUPPORTING = "supporting", _("Supporting service")

    credit_code = models.CharField(_("credit code"), max_length=18, unique=True)
    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.AGENCY)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="agencies"
    )
    is_sample = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    scope = Scope(
        area="tenancies__park__area__path",
        own=("organisation", "tenancies__park__operator"),
        many=True,
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("agency")
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


class Licence(models.Model):
    """A licence or a filing of licence; `expires_on` None = no end printed on it."""

    class Kind(models.TextChoices):
        PERMIT = "permit", _("HR service licence")
        FILING = "filing", _("Filing of HR services")
        DISPATCH = "dispatch", _("Labour dispatch licence")

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="licences")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    number = models.CharField(_("number"), max_length=60)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)

    scope = Scope(
        area="agency__tenancies__park__area__path",
        own=("agency__organisation", "agency__tenancies__park__operator"),
        many=True,
    )

    class Meta:
        ordering = ("agency", "kind")
        verbose_name = _("licence")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("agency", "kind", "number"), name="licence_once_an_agency"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Tenancy(models.Model):
    """An agency's stay in a park, from `entered_on` to `left_on` (its last day).

    A prospective tenancy (拟入驻) has no entry day yet; it counts for committed figures only.
    """

    agency = models.ForeignKey(
        Agency, verbose_name=_("agency"), on_delete=models.PROTECT, related_name="tenancies"
    )
    park = models.ForeignKey(Park, on_delete=models.PROTECT, related_name="tenancies")
    site = models.ForeignKey(
        Site,
        verbose_name=_("site"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="tenancies",
    )
    prospective = models.BooleanField(_("prospective"), default=False)
    entered_on = models.DateField(_("entered on"), null=True, blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    floor_area = models.DecimalField(
        _("floor area (m²)"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1)

    scope = Scope(area="park__area__path", own=("park__operator", "agency__organisation"))

    class Meta:
        ordering = ("park", "agency__name")
        verbose_name = _("stay")
        verbose_name_plural = "tenancies"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("agency", "park"),
                condition=Q(left_on__isnull=True),
                name="one_open_tenancy_a_park",
            ),
            models.CheckConstraint(
                condition=Q(prospective=True) | Q(entered_on__isnull=False),
                name="a_tenancy_has_its_day_of_entry",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("entered_on")),
                name="a_tenancy_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} · {self.park}"


class AnnualFigure(models.Model):
    """What a tenant earned in one calendar year in this park, in yuan.

    `gross_revenue` includes money passed through (代收代付), `net_revenue` does not.
    None means unknown and is never counted as zero.
    """

    tenancy = models.ForeignKey(Tenancy, on_delete=models.CASCADE, related_name="annual_figures")
    year = models.PositiveSmallIntegerField(_("year"))
    gross_revenue = models.DecimalField(
        _("revenue with money passed through (yuan)"),
        max_digits=16,
        decimal_places=2,
        null=True,
        blank=True,
    )
    net_revenue = models.DecimalField(
        _("revenue without money passed through (yuan)"),
        max_digits=16,
        decimal_places=2,
        null=True,
        blank=True,
    )

    scope = Scope(
        area="tenancy__park__area__path",
        own=("tenancy__park__operator", "tenancy__agency__organisation"),
    )

    class Meta:
        ordering = ("tenancy", "-year")
        verbose_name = _("figures of a year")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("tenancy", "year"), name="one_figure_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.tenancy} · {self.year}"


class RosterImport(models.Model):
    """One upload of a roster: the file by its hash, what was wrong in it, what it changes.

    `year` is the calendar year of its revenues. `changes` holds the values of the first rows
    before and after: those foreseen until it is applied, those made from then on; `summary`
    counts all rows. `traces` are the rows of the register that it wrote, by which the undoing
    knows that nobody touched them. `job` is the number of the job that checks or applies a long
    one.
    """

    class State(models.TextChoices):
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Checked")
        REJECTED = "rejected", _("Rejected")
        APPLIED = "applied", _("Imported")
        UNDONE = "undone", _("Undone")

    park = models.ForeignKey(Park, on_delete=models.PROTECT, related_name="roster_imports")
    attachment_id = models.BigIntegerField()
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State)
    summary = models.JSONField(default=dict)
    errors = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    traces = models.JSONField(default=list)
    job = models.BigIntegerField(null=True, blank=True)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    scope = Scope(area="park__area__path", own=("park__operator",))

    class Meta:
        ordering = ("-uploaded_at",)
        verbose_name = _("import of a roster")

    def __str__(self) -> str:
        return self.file_name
