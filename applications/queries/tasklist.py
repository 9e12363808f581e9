"""The task list: each section of an application with its status, and whether it is open."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.queries.content import Content
from applications.queries.facts import FactRow, record_is_live
from applications.queries.materials import unanswered
from applications.queries.names import advice_of
from casework.models import Basis, Case, Defect
from parks.queries import open_sites
from records.templatetags.said import said, told
from rules.facts import CATALOGUE

Status = Literal["not_begun", "begun", "complete", "returned"]
Found = tuple[Status, str]

BASIS = "basis"
#: What the park's archive and register keep: changed there, and read here.
ARCHIVES = ("park", "sites", "roster")


@dataclass(frozen=True)
class SectionRow:
    """One line of the task list; `shut` says why it cannot be changed, "" while it can."""

    key: str
    label: str
    status: Status
    url: str
    note: str = ""
    shut: str = ""
    defects: tuple[Defect, ...] = ()

    @property
    def is_done(self) -> bool:
        return self.status == "complete"


def sections_of(content: Content) -> list[tuple[str, str]]:
    """The sections as (key, label), in the order of the task list."""
    named = [(section.key, said(section)) for section in content.procedure.sections]
    if not content.is_expired:
        return named
    return [*named, (BASIS, _("Basis for going on"))]


def task_list(content: Content) -> list[SectionRow]:
    """All sections with their status; a returned one first of all says that it came back."""
    return [_row(content, key, label) for key, label in sections_of(content)]


def section_row(content: Content, key: str) -> SectionRow:
    """One section of the list. Raises KeyError where the application has no such section."""
    return _row(content, key, dict(sections_of(content))[key])


def shut_reason(case: Case, section: str, defects: Iterable[Defect]) -> str:
    """Why a section cannot be changed now; "" while it can."""
    if case.status == Case.Status.DRAFT:
        return ""
    if case.status != Case.Status.RETURNED:
        return _("The application was handed in; nothing in it can be changed now.")
    if section in {defect.section for defect in defects}:
        return ""
    return _("The office asked for no change in this section, so it stays as it was handed in.")


def is_complete(content: Content) -> bool:
    return all(row.is_done for row in task_list(content))


def _row(content: Content, key: str, label: str) -> SectionRow:
    case = content.case
    defects = tuple(defect for defect in content.defects if defect.section == key)
    status, note = _FINDERS[key](content)
    if defects and record_is_live(content.application):
        status = "returned"
    url = reverse("applications:section", args=[case.pk, key])
    shut = "" if key in ARCHIVES else shut_reason(case, key, content.defects)
    return SectionRow(key, label, status, url, note, shut, defects)


def _park(content: Content) -> Found:
    park = content.case.park
    wanted = {"address": _("address"), "contact": _("contact person"), "phone": _("telephone")}
    lacks = [label for name, label in wanted.items() if not getattr(park, name, "")]
    return ("begun", _listed(lacks)) if lacks else ("complete", "")


def _sites(content: Content) -> Found:
    rows = [row for row in content.facts if row.fact.source == "sites"]
    park = content.case.park
    if rows or park is None:
        return _recorded(rows)
    # No figure is asked, so that the sites themselves are all there is to see.
    return ("complete" if open_sites(park, timezone.localdate()).exists() else "not_begun"), ""


def _roster(content: Content) -> Found:
    rows = [row for row in content.facts if row.fact.source in ("register", "returns")]
    if not any(row.recorded for row in rows):
        return "not_begun", ""
    return _recorded(rows)


def _recorded(rows: list[FactRow]) -> Found:
    lacks = [text for row in rows if row.recorded is None for text in row.lacking]
    if not any(row.recorded is not None for row in rows):
        return "not_begun", _listed(lacks)
    return ("begun", _listed(lacks)) if lacks else ("complete", "")


def _facts(content: Content) -> Found:
    missing = [said(CATALOGUE[key]) for key in content.verdict.missing]
    if missing:
        known = any(row.given is not None for row in content.facts)
        return "begun" if known else "not_begun", _listed(missing)
    committed = [said(row.fact) for row in content.facts if row.is_committed]
    if not committed:
        return "complete", ""
    return "complete", _("Committed: %(facts)s") % {"facts": _(", ").join(committed)}


def _form(content: Content) -> Found:
    lacks, faults = unanswered(content.form, content.answers), _misdated(content)
    if faults:
        return "begun", " ".join((*faults, _listed(lacks))).strip()
    if not lacks:
        return "complete", ""
    return "begun" if content.application.form else "not_begun", _listed(lacks)


def _misdated(content: Content) -> list[str]:
    """What the form's dates say that cannot be, or that comes too late to be handed in."""
    late = content.form.misdated(content.answers) if content.form else ()
    advice = advice_of(content)
    found = [
        _("%(field)s: the end cannot be before the beginning.") % {"field": said(f)} for f in late
    ]
    return [*found, told(advice.refusal)] if advice and advice.refusal else found


def _materials(content: Content) -> Found:
    lacks = [item.label for item in content.material_items if item.lacking]
    if not lacks:
        return "complete", ""
    begun = any(row.files for row in content.materials)
    return "begun" if begun else "not_begun", _listed(lacks)


def _basis(content: Content) -> Found:
    recorded = any(basis.phase == Basis.Phase.SUBMISSION for basis in content.bases)
    return ("complete", "") if recorded else ("not_begun", "")


def _listed(names: list[str]) -> str:
    return _("Missing: %(names)s") % {"names": _(", ").join(dict.fromkeys(names))} if names else ""


_FINDERS: dict[str, Callable[[Content], Found]] = {
    "park": _park,
    "sites": _sites,
    "roster": _roster,
    "facts": _facts,
    "form": _form,
    "materials": _materials,
    BASIS: _basis,
}
