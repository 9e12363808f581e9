"""Figures: what the applicant declares, and what the reviewer finds."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications.acts.sections import Declared
from applications.explain import shown_fact
from applications.forms.fields import fact_field, typed
from applications.models import DeclaredFact
from applications.queries.facts import FactRow
from records.templatetags.said import tongue
from rules.facts import Fact


class FactsForm(forms.Form):
    """Each fact's declared value and, where it differs from the record, a remark why.

    `committable` are the keys of the figures that may be committed instead of actual.
    """

    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, rows: list[FactRow], committable: Collection[str] = (), **kwargs: Any
    ) -> None:
        first: dict[str, Any] = {row.fact.key: typed(row.fact, row.declared) for row in rows}
        for row in rows:
            first[remark_of(row)], first[basis_of(row)] = row.stored.remark, row.stored.basis
        kwargs["initial"] = {**first, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            self._add(row, committable)

    def _add(self, row: FactRow, committable: Collection[str]) -> None:
        self.fields[row.fact.key] = fact_field(row.fact, label=declared_label(row.fact))
        # One that was committed and must not be is shown as it is, so that it can be put right.
        if row.fact.key in committable or row.is_committed:
            self.fields[basis_of(row)] = forms.ChoiceField(
                label=_("Basis of the figure"),
                choices=DeclaredFact.FactBasis.choices,
                widget=forms.RadioSelect,
                initial=DeclaredFact.FactBasis.ACTUAL,
                required=False,
            )
        self.fields[remark_of(row)] = forms.CharField(
            label=_("Remark"), required=False, max_length=300
        )

    def declared(self) -> dict[str, Declared]:
        """What was written without fault, by fact."""
        read = self.cleaned_data
        return {
            row.fact.key: Declared(
                read[row.fact.key],
                read[remark_of(row)],
                read.get(basis_of(row)) == DeclaredFact.FactBasis.COMMITTED,
            )
            for row in self.rows
            if row.fact.key in read and remark_of(row) in read
        }

    def lines(self) -> list[tuple[FactRow, list[forms.BoundField]]]:
        """Each fact with its fields."""
        return [(row, [self[n] for n in names_of(row) if n in self.fields]) for row in self.rows]


class VerificationForm(forms.Form):
    """Each fact: agreed as it was given, or found to be something else."""

    def __init__(self, *args: Any, rows: list[FactRow], **kwargs: Any) -> None:
        first: dict[str, Any] = dict(kwargs.get("initial", {}))
        for row in rows:
            agreed = row.verified is not None and row.verified == row.given
            first[agreed_of(row)] = agreed
            first[row.fact.key] = None if agreed else typed(row.fact, row.verified)
        kwargs["initial"] = first
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            self._add(row)

    def _add(self, row: FactRow) -> None:
        if row.given is not None:
            label = _("Agrees: %(value)s") % {"value": shown_fact(row.fact, row.given)}
            self.fields[agreed_of(row)] = forms.BooleanField(label=label, required=False)
        self.fields[row.fact.key] = fact_field(row.fact, label=_("Found otherwise"))

    def clean(self) -> dict[str, Any]:
        read = super().clean() or {}
        for row in self.rows:
            if read.get(agreed_of(row)) and read.get(row.fact.key) is not None:
                self.add_error(
                    row.fact.key, _("Either it agrees, or it was found otherwise: choose one.")
                )
        return read

    def verified(self) -> dict[str, Any]:
        """The finding by fact; None where there is none."""
        read = self.cleaned_data
        return {
            row.fact.key: row.given if read.get(agreed_of(row)) else read[row.fact.key]
            for row in self.rows
        }

    def lines(self) -> list[tuple[FactRow, forms.BoundField | None, forms.BoundField]]:
        return [
            (row, self[agreed_of(row)] if row.given is not None else None, self[row.fact.key])
            for row in self.rows
        ]


def declared_label(fact: Fact) -> str:
    """The fact's own name stands above; its unit must be beside the figure."""
    unit = fact.unit_en if tongue() == "en" else fact.unit_zh
    return gettext("Declared (%(unit)s)") % {"unit": unit} if unit else gettext("Declared")


def names_of(row: FactRow) -> tuple[str, str, str]:
    return row.fact.key, basis_of(row), remark_of(row)


def basis_of(row: FactRow) -> str:
    return f"{row.fact.key}_basis"


def remark_of(row: FactRow) -> str:
    return f"{row.fact.key}_remark"


def agreed_of(row: FactRow) -> str:
    return f"{row.fact.key}_agreed"
