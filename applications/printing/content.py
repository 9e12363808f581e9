"""What stands in an official form: its cells and the opinions. Plain data for the template."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from applications.prefill import answers_on_record
from applications.printing.cells import Cell, cells_of
from applications.printing.opinions import Signed, decision_opinion, district_opinion
from applications.printing.sheet import Sheet, decision_entry, sheet_of
from casework.models import Case
from casework.seats import procedure_of
from rules.fields import Form
from rules.forms import form as official_form


@dataclass(frozen=True)
class FormPage:
    """A form ready to be set."""

    sheet: Sheet
    cells: dict[str, Cell]
    county: Signed
    bureau: Signed

    @property
    def length(self) -> int:
        """Characters of free text, by which the setting begins roomy or dense."""
        texts = [cell.text for cell in self.cells.values()]
        return sum(map(len, (*texts, *self.county.paragraphs, *self.bureau.paragraphs)))


def form_page(case: Case, *, opinions: bool = True) -> FormPage:
    """The content of the form that the case's procedure asks for.

    Without `opinions` the offices' cells stay empty, as in a form that is yet to be signed.
    Raises ValueError for a procedure without an official form.
    """
    key = procedure_of(case).form
    if key is None:
        raise ValueError(f"{case.procedure} has no official form")
    form = official_form(key)
    steps = list(case.steps.all())
    return FormPage(
        sheet=sheet_of(case, form.title),
        cells=cells_of(form, answers_of(case, form)),
        county=district_opinion(case, steps) if opinions else Signed(),
        bureau=decision_opinion(decision_entry(case), steps) if opinions else Signed(),
    )


def answers_of(case: Case, form: Form) -> dict[str, Any]:
    """The application's answers; what it does not say comes from the park's archive."""
    known = answers_on_record(case.park, form) if case.park else {}
    known["applicant"] = case.applicant.name
    if case.submitted_at:
        known["filled_on"] = timezone.localdate(case.submitted_at)
    return known | case.application.form
