"""The text of an edition's instrument, which a bureau loads as data."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User


class InstrumentText(models.Model):
    """One loading of an edition's text. The latest applied one is shown; all are kept.

    The regulation is public: whoever is signed in reads an applied text. `version` counts the
    applied ones of an edition; one that was only looked at has none.
    """

    edition = models.CharField(max_length=40)
    version = models.PositiveIntegerField(null=True, blank=True)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    loaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    loaded_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("text of a regulation")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("edition", "version"), name="a_version_once_an_edition"
            ),
            models.CheckConstraint(
                condition=Q(version__isnull=True, applied_at__isnull=True)
                | Q(version__isnull=False, applied_at__isnull=False),
                name="an_applied_text_has_a_version",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class InstrumentPart(models.Model):
    """A piece of the text, verbatim. `article` is 0 outside of the articles.

    `place` is a clause id without the law's letters: `9(3)-1`; "" is the title of a chapter.
    """

    instrument = models.ForeignKey(InstrumentText, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveIntegerField()
    article = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=40, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ("instrument", "order")
        verbose_name = _("part of a regulation's text")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("instrument", "order"), name="a_place_in_the_text_once")
        ]

    def __str__(self) -> str:
        return self.place or self.text[:40]
