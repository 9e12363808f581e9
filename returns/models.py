"""What comes round for a park: obligations with a day, monthly returns, targets, standing duties.

Which of them there are follows from the editions under which the park is recognised.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Area, Organisation, User
from accounts.scope import Scope
from parks.models import Park
from tenants.models import Tenancy


class Obligation(models.Model):
    """A duty of an edition for one park and one period that has ended; `duty` is its key.

    `due_on` is an index of period, duty and calendar, recomputed and never set by hand.
    `done_on` is the day on which it was done, None while it is owed.
    """

    park = models.ForeignKey(Park, on_delete=models.PROTECT, related_name="obligations")
    edition = models.CharField(max_length=30)
    duty = models.CharField(max_length=30)
    period_end = models.DateField(_("last day of the period"))
    due_on = models.DateField(_("due on"))
    opened_on = models.DateField(_("opened on"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    scope = Scope(area="park__area__path", own=("park__operator",))

    class Meta:
        verbose_name = _("periodic duty")
        ordering = ("due_on", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("park", "edition", "duty", "period_end"), name="a_duty_once_a_period"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("due_on",), condition=Q(done_on=None), name="what_is_owed"),
        ]

    def __str__(self) -> str:
        return f"{self.park} · {self.duty} · {self.period_end}"


class Figures(models.Model):
    """What one agency, or the park as a whole, did in a month. None is unknown, never zero.

    Money in yuan. Persons are people, person-times count each placing and moving of one.
    """

    gross_revenue = models.DecimalField(
        _("revenue with money passed through (yuan)"),
        max_digits=16, decimal_places=2, null=True, blank=True,
    )  # fmt: skip
    net_revenue = models.DecimalField(
        _("revenue without money passed through (yuan)"),
        max_digits=16, decimal_places=2, null=True, blank=True,
    )  # fmt: skip
    tax = models.DecimalField(
        _("tax paid (yuan)"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    employers = models.PositiveIntegerField(_("employers served"), null=True, blank=True)
    persons = models.PositiveIntegerField(_("persons placed and moved"), null=True, blank=True)
    person_times = models.PositiveIntegerField(
        _("person-times placed and moved"), null=True, blank=True
    )

    class Meta:
        abstract = True


class MonthlyReturn(Figures):
    """A park's month: filled in by its operator, sent on by the office, kept by the bureau."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Being filled in")
        OFFICE = "office", _("With the district office")
        BUREAU = "bureau", _("With the bureau")
        RETURNED = "returned", _("Returned for supplement")
        KEPT = "kept", _("Taken in")

    obligation = models.OneToOneField(
        Obligation, on_delete=models.PROTECT, related_name="monthly_return"
    )
    scarce_talent = models.PositiveIntegerField(
        _("scarce talent placed and moved"), null=True, blank=True
    )
    trainings = models.PositiveIntegerField(_("training events"), null=True, blank=True)
    hazards = models.PositiveIntegerField(_("hazards found"), null=True, blank=True)
    incidents = models.PositiveIntegerField(_("safety incidents"), null=True, blank=True)
    complaints = models.PositiveIntegerField(_("complaints"), null=True, blank=True)
    explanation = models.TextField(_("word on large changes"), max_length=1000, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.DRAFT)
    reason = models.CharField(_("why it came back"), max_length=500, blank=True)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    handed_in_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_on_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    #: Whose turn it is in each state; nobody's once it was taken in.
    HOLDERS: ClassVar = {
        State.DRAFT: "park",
        State.RETURNED: "park",
        State.OFFICE: "district",
        State.BUREAU: "bureau",
    }

    scope = Scope(area="obligation__park__area__path", own=("obligation__park__operator",))

    class Meta:
        verbose_name = _("monthly return")
        ordering = ("-obligation__period_end", "pk")

    def __str__(self) -> str:
        return f"{self.obligation.park} · {self.obligation.period_end:%Y-%m}"

    @property
    def holder(self) -> str:
        """Whose turn it is: "park", "district", "bureau", "" for nobody's."""
        return self.HOLDERS.get(self.State(self.state), "")


class ReturnLine(Figures):
    """One agency's part of a month, where it is known."""

    monthly_return = models.ForeignKey(
        MonthlyReturn, on_delete=models.CASCADE, related_name="lines"
    )
    tenancy = models.ForeignKey(Tenancy, on_delete=models.PROTECT, related_name="return_lines")

    class Meta:
        ordering = ("tenancy__agency__name", "pk")
        verbose_name = _("line of a return")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("monthly_return", "tenancy"), name="one_line_an_agency_and_month"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.monthly_return} · {self.tenancy.agency}"


class Target(models.Model):
    """What a park is to reach in a calendar year; a growth in per cent on the year before."""

    class Figure(models.TextChoices):
        REVENUE = "gross_revenue", _("Gross revenue (yuan)")
        TAX = "tax", _("Tax (yuan)")
        PERSON_TIMES = "person_times", _("Person-times placed and moved")
        REVENUE_GROWTH = "gross_revenue_growth", _("Growth of gross revenue (per cent)")
        TAX_GROWTH = "tax_growth", _("Growth of tax (per cent)")

    park = models.ForeignKey(Park, on_delete=models.PROTECT, related_name="targets")
    year = models.PositiveSmallIntegerField(_("year"))
    figure = models.CharField(_("figure"), max_length=24, choices=Figure)
    value = models.DecimalField(_("target"), max_digits=16, decimal_places=2)
    document = models.CharField(_("document"), max_length=120, blank=True)
    set_by = models.ForeignKey(
        Organisation, verbose_name=_("set by"), on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    scope = Scope(area="park__area__path", own=("park__operator",))

    class Meta:
        verbose_name = _("target")
        ordering = ("-year", "figure")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("park", "year", "figure"), name="one_target_a_figure_and_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.park} · {self.year} · {self.get_figure_display()}"


class StandingRecord(models.Model):
    """Proof of a standing duty: what was there or done on a day, with its file.

    `keeper` is the organisation that owes the duty; `key` names it in the edition.
    """

    edition = models.CharField(max_length=30)
    key = models.CharField(max_length=30)
    keeper = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="standing_records"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("date"))
    text = models.CharField(_("what was there or done"), max_length=500)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    scope = Scope(area="area__path", own=("keeper",))

    class Meta:
        verbose_name = _("record of a standing duty")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.keeper} · {self.key} · {self.on}"
