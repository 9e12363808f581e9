"""The park's archive: parks, their sites and what they were recognised as."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Area, Organisation, User
from accounts.scope import Scope


class TakeOver(models.Model):
    """One workbook of parks that stood before the system: its file, its faults, what it changes.

    `area` is the bureau's own, in whose subtree the parks lie. `changes` holds the rows that are
    not on record yet, as the file states them; once it is applied, also each row's key and state,
    by which the undoing knows that nobody touched it.
    """

    class State(models.TextChoices):
        CHECKED = "checked", _("Checked")
        REJECTED = "rejected", _("Rejected")
        APPLIED = "applied", _("Taken over")
        UNDONE = "undone", _("Undone")

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="take_overs")
    attachment_id = models.BigIntegerField()
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State)
    summary = models.JSONField(default=dict)
    errors = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    scope = Scope(area="area__path")

    class Meta:
        ordering = ("-uploaded_at",)
        verbose_name = _("take-over of parks")

    def __str__(self) -> str:
        return self.file_name


class FromBefore(models.Model):
    """A row that may stand for what was so before the system, and the take-over it came with."""

    before_system = models.BooleanField(_("before the system"), default=False)
    take_over = models.ForeignKey(
        TakeOver, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True


class Park(FromBefore):
    """A park, or one that is to become one. A Shanghai branch (分园) is a park under `parent`."""

    class Construction(models.TextChoices):
        NEW = "new", _("New building")
        CONVERTED = "converted", _("Converted building")

    class Mode(models.TextChoices):
        ON_SITE = "on_site", _("On site")
        ONLINE_OFFLINE = "online_offline", _("Online and on site")

    name = models.CharField(_("park name"), max_length=60)
    area = models.ForeignKey(
        Area, verbose_name=_("area"), on_delete=models.PROTECT, related_name="parks"
    )
    operator = models.ForeignKey(
        Organisation, verbose_name=_("operator"), on_delete=models.PROTECT, related_name="parks"
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("branch of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="branches",
    )
    address = models.CharField(_("address"), max_length=120)
    contact = models.CharField(_("contact person"), max_length=40, blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    ownership = models.CharField(_("property right"), max_length=60, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    invested = models.DecimalField(
        _("money invested (yuan)"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    land_area = models.DecimalField(
        _("land area (m²)"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    full_time_staff = models.PositiveIntegerField(_("full-time staff"), null=True, blank=True)
    part_time_staff = models.PositiveIntegerField(_("part-time staff"), null=True, blank=True)
    construction = models.CharField(
        _("way of construction"), max_length=10, choices=Construction, blank=True
    )
    mode = models.CharField(_("mode"), max_length=16, choices=Mode, default=Mode.ON_SITE)
    services = models.JSONField(_("services offered"), default=list, blank=True)
    version = models.PositiveIntegerField(default=1)
    is_sample = models.BooleanField(default=False)
    #: When the park came into the system, be it opened here or taken over.
    added_at = models.DateTimeField(auto_now_add=True)

    scope = Scope(area="area__path", own=("operator",))

    class Meta:
        ordering = ("area__path", "name")
        verbose_name = _("park")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("area", "name"), name="park_once_an_area"),
        ]

    def __str__(self) -> str:
        return self.name


class Site(FromBefore):
    """One place of a park: the core park or a branch site (分园区), with its floor area in m²."""

    park = models.ForeignKey(Park, on_delete=models.PROTECT, related_name="sites")
    name = models.CharField(_("name"), max_length=60)
    is_core = models.BooleanField(_("core park"), default=False)
    address = models.CharField(_("address"), max_length=120, blank=True)
    floor_area = models.DecimalField(_("floor area (m²)"), max_digits=12, decimal_places=2)
    public_service_area = models.DecimalField(
        _("public service area (m²)"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    #: The document that allowed it, "" where none was needed.
    document_number = models.CharField(_("document number"), max_length=60, blank=True)
    opened_on = models.DateField(_("opened on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    scope = Scope(area="park__area__path", own=("park__operator",))

    class Meta:
        ordering = ("park", "-is_core", "name")
        verbose_name = _("site")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("park",),
                condition=Q(is_core=True, closed_on__isnull=True),
                name="one_open_core_site_a_park",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="site_closes_after_it_opens",
            ),
            models.CheckConstraint(condition=Q(floor_area__gte=0), name="floor_area_not_negative"),
        ]

    def __str__(self) -> str:
        return self.name


class Recognition(FromBefore):
    """What a park was recognised as, by whom, under which document. Several levels may stand.

    `plaque` are the law's words on the plaque ("" = none is given), `plaque_on` is when the park
    got it.
    """

    class Level(models.TextChoices):
        NATIONAL = "national", _("National")
        PROVINCE = "province", _("Provincial")
        MUNICIPAL = "municipal", _("Municipal (municipality)")
        CITY = "city", _("City")
        DISTRICT = "district", _("District")

    park = models.ForeignKey(Park, on_delete=models.PROTECT, related_name="recognitions")
    level = models.CharField(_("level"), max_length=12, choices=Level)
    #: "" where it was decided under an instrument that the system does not hold.
    edition = models.CharField(_("edition"), max_length=30, blank=True)
    name = models.CharField(_("recognised as"), max_length=120)
    document_number = models.CharField(_("document number"), max_length=60)
    decided_on = models.DateField(_("decided on"))
    issuer = models.CharField(_("decided by"), max_length=80)
    case_number = models.CharField(_("case number"), max_length=30, blank=True)
    plaque = models.CharField(_("plaque"), max_length=60, blank=True)
    plaque_on = models.DateField(_("plaque given on"), null=True, blank=True)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)

    scope = Scope(area="park__area__path", own=("park__operator",))

    class Meta:
        ordering = ("-decided_on", "name")
        verbose_name = _("recognition")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("park", "level"),
                condition=Q(revoked_on__isnull=True),
                name="one_standing_recognition_a_level",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Correction(models.Model):
    """更正: the document that put a recognition's name right, and what stood there before.

    The recognition carries the corrected name and number; its day stays the first decision's,
    for from that day on the park is recognised.
    """

    recognition = models.ForeignKey(
        Recognition, on_delete=models.PROTECT, related_name="corrections"
    )
    document_number = models.CharField(_("document number"), max_length=60)
    decided_on = models.DateField(_("decided on"))
    former_name = models.CharField(_("recognised as before"), max_length=120)
    former_document_number = models.CharField(_("document corrected"), max_length=60)

    scope = Scope(area="recognition__park__area__path", own=("recognition__park__operator",))

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("correction")

    def __str__(self) -> str:
        return self.document_number


class Recommendation(models.Model):
    """推荐: the bureau put the park forward for a higher level, under which document."""

    park = models.ForeignKey(Park, on_delete=models.PROTECT, related_name="recommendations")
    level = models.CharField(_("recommended for"), max_length=12, choices=Recognition.Level)
    edition = models.CharField(_("edition"), max_length=30)
    document_number = models.CharField(_("document number"), max_length=60)
    decided_on = models.DateField(_("decided on"))
    issuer = models.CharField(_("decided by"), max_length=80)
    case_number = models.CharField(_("case number"), max_length=30, blank=True)

    scope = Scope(area="park__area__path", own=("park__operator",))

    class Meta:
        ordering = ("-decided_on", "-pk")
        verbose_name = _("recommendation")

    def __str__(self) -> str:
        return self.document_number
