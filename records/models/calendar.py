"""Statutory days off and make-up working days, as announced for each year."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarYear(models.Model):
    """A year whose days off are announced. ``stamp`` changes with every edit."""

    year = models.PositiveSmallIntegerField(_("year"), primary_key=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    stamp = models.UUIDField(default=uuid4)
    updated_at = models.DateTimeField(_("updated at"))
    updated_by = models.CharField(_("updated by"), max_length=150)

    class Meta:
        verbose_name = _("year of the calendar")
        ordering = ("-year",)

    def __str__(self) -> str:
        return str(self.year)


class CalendarDay(models.Model):
    """A day that differs from the ordinary week."""

    class Kind(models.TextChoices):
        OFF = "off", _("Day off")
        WORK = "work", _("Make-up working day")

    date = models.DateField(_("date"), primary_key=True)
    year = models.ForeignKey(CalendarYear, models.CASCADE, related_name="days")
    kind = models.CharField(_("kind"), max_length=4, choices=Kind)
    name_zh = models.CharField(_("name (Chinese)"), max_length=50, blank=True)
    name_en = models.CharField(_("name (English)"), max_length=50, blank=True)

    class Meta:
        ordering = ("date",)
        verbose_name = _("day of the calendar")

    def __str__(self) -> str:
        return f"{self.date} {self.kind}"
