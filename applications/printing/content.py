"""What stands in an annexed form: its cells and the opinions. Plain data for the template."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from applications.prefill import answers_on_record
from applications.printing.cells import Cell, cells_of
from applications.printing.opinions import Signed, decision_opinion, district_opinion
from applications.printing.sheet import Sheet, decision_entry, sheet_of
from applications.queries.content import content_of
from casework.models import Case
from casework.queries import reads_offices
from casework.seats import procedure_of
from records.actor import Actor
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


def form_of(case: Case) -> Form:
    """The form of the case's procedure. Raises ValueError where it has none."""
    key = procedure_of(case).form
    if key is None:
        raise ValueError(f"{case.procedure} has no official form")
    return official_form(key)


def form_page(case: Case, reader: Actor) -> FormPage:
    """The content of the form that the text annexes.

    The offices' cells stay empty for who may not read them yet, as in a form to be signed.
    """
    form, steps = form_of(case), list(case.steps.all())
    opinions = reads_offices(case, reader)
    return FormPage(
        sheet=sheet_of(case, form.title),
        cells=cells_of(form, answers_of(case, form)),
        county=district_opinion(case, steps) if opinions else Signed(),
        bureau=decision_opinion(case, decision_entry(case), steps) if opinions else Signed(),
    )


def answers_of(case: Case, form: Form) -> dict[str, Any]:
    """The application's answers; what it does not say comes from figures and archive."""
    known = answers_on_record(case.park, form)
    known["applicant"] = case.applicant.name
    if case.submitted_at:
        known["filled_on"] = timezone.localdate(case.submitted_at)
    return known | content_of(case).answers
