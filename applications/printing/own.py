"""A form in the system's own layout, for procedures whose text annexes none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from applications.printing.cells import Cell, cells_of
from applications.printing.content import answers_of, form_of
from applications.printing.figures import Figure, figures_of
from applications.printing.opinions import (
    Signed,
    applicant_opinion,
    bureau_opinion,
    office_opinion,
)
from applications.printing.papers import Entry, decision_entries, notice_entries, outside_entries
from applications.printing.sheet import Sheet, decision_entry, park_name_of, sheet_of
from applications.printing.studies import Study, studies_of
from applications.queries.content import APPLICANT_OF_RECORD, Content, content_of
from casework.models import Case
from casework.queries import reads_offices
from records.actor import Actor
from records.templatetags.said import clause
from rules.fields import Form, FormField

#: Cells of the head, above the frame.
HEAD = (APPLICANT_OF_RECORD, "filled_on")
#: Two of these share a line, and two of those; every other text has one for itself.
SHORT_KINDS = ("date", "money", "area", "count", "choice")
SHORT_TEXTS = ("contact", "phone")

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Opinion:
    """A cell that takes a seal."""

    cell: Cell
    signed: Signed


@dataclass(frozen=True)
class OwnPage:
    """The form ready to be set, part by part; a part without content is not printed."""

    sheet: Sheet
    applicant: Cell
    filled_on: Cell
    matter: tuple[Row, ...]
    figures: tuple[Figure, ...]
    studies: tuple[Study, ...]
    notice: tuple[tuple[Entry, ...], ...]
    outside: tuple[tuple[Entry, ...], ...]
    opinions: tuple[Opinion, ...]
    decision: tuple[tuple[Entry, ...], ...]


def own_page(case: Case, reader: Actor) -> OwnPage:
    """The content of the form, without what the reader may not see yet: those cells are empty."""
    form, content, opinions = form_of(case), content_of(case), reads_offices(case, reader)
    cells = cells_of(form, answers_of(case, form))
    head = [cells[key] for key in HEAD]
    return OwnPage(
        sheet=sheet_of(case, form.title, own=True),
        applicant=Cell(head[0].label, content.applicant_of_record),
        filled_on=head[1],
        matter=(*_about(content), *_paired(form, cells)),
        figures=figures_of(content, reviewed=opinions) if content.has_conditions else (),
        studies=studies_of(case, reader),
        notice=_in_pairs(notice_entries(case, opinions=opinions)),
        outside=_in_pairs(outside_entries(case)),
        opinions=tuple(_opinions(case, form, cells, reader)),
        decision=_in_pairs(decision_entries(case)),
    )


def _about(content: Content) -> Iterator[Row]:
    """What is applied for, by which clause, and after which case."""
    law, procedure = content.law.instrument, content.procedure
    number = f"（{law.number}）" if law.number else ""
    yield (Cell("申请事项", procedure.zh),)
    yield (Cell("依据", f"《{law.title}》{number}{clause(procedure.clause)}"),)
    if content.followed:
        earlier = content.followed
        entry = decision_entry(earlier)
        numbers = (earlier.number, entry.decision.document_number if entry else "")
        told = "，".join(filter(None, numbers))
        yield (Cell("承接办件", f"{park_name_of(earlier)}（{told}）"),)


def _paired(form: Form, cells: dict[str, Cell]) -> Iterator[Row]:
    """The form's cells in its order, short neighbours of the same sort on one line."""
    shown = (field for field in form.fields if field.key not in HEAD and field.kind != "opinion")
    for sort, fields in groupby(shown, key=_sort):
        row = [cells[field.key] for field in fields]
        width = 1 if sort == "long" else 2
        yield from (tuple(row[at : at + width]) for at in range(0, len(row), width))


def _sort(field: FormField) -> str:
    if field.key in SHORT_TEXTS:
        return "contact"
    return "short" if field.kind in SHORT_KINDS else "long"


def _in_pairs(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """Narrow entries two on a line."""
    rows: list[tuple[Entry, ...]] = []
    for entry in entries:
        if rows and not entry.wide and len(rows[-1]) == 1 and not rows[-1][0].wide:
            rows[-1] = (*rows[-1], entry)
        else:
            rows.append((entry,))
    return tuple(rows)


def _opinions(case: Case, form: Form, cells: dict[str, Cell], reader: Actor) -> Iterator[Opinion]:
    """The applicant's own words are its own to read; the others' come with the decision."""
    steps, opinions = list(case.steps.all()), reads_offices(case, reader)
    own = opinions or reader.organisation_id == case.applicant_id
    entry, signed = decision_entry(case), {"applicant_opinion": Signed()}
    if own:
        signed["applicant_opinion"] = applicant_opinion(steps)
    signed["district_opinion"] = office_opinion(case, entry, steps) if opinions else Signed()
    signed["bureau_opinion"] = bureau_opinion(case, entry, steps) if opinions else Signed()
    for field in form.fields:
        if field.kind == "opinion":
            yield Opinion(cells[field.key], signed[field.key])
