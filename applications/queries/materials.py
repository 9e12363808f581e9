"""The materials of an application: what the procedure asks, what was handed in, what lacks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.models import Application, ApplicationMaterial
from applications.queries.facts import FactRow
from parks.models import Park
from records.templatetags.said import said
from rules.fields import Form
from rules.materials import Material
from rules.procedure import Procedure
from tenants.queries import to_come

Files = dict[str, list[ApplicationMaterial]]


@dataclass(frozen=True)
class MaterialRow:
    """One material with its files; `lacking` says in words what it still wants.

    `earlier` are the files of the same item in the case that this one follows.
    """

    material: Material
    files: list[ApplicationMaterial]
    lacking: str = ""
    earlier: tuple[ApplicationMaterial, ...] = ()

    @property
    def takes_more(self) -> bool:
        """Whether another file may be added."""
        return self.material.several or bool(self.material.generated) or not self.files


@dataclass(frozen=True)
class MaterialItem:
    """One item of the list: a single material, or alternatives of which one is enough."""

    rows: tuple[MaterialRow, ...]

    @property
    def is_choice(self) -> bool:
        return len(self.rows) > 1

    @property
    def label(self) -> str:
        return _(" or ").join(said(row.material) for row in self.rows)

    @property
    def is_optional(self) -> bool:
        return not any(row.material.required for row in self.rows)

    @property
    def is_made(self) -> bool:
        """Whether the system itself produces it."""
        return bool(self.rows[0].material.generated)

    @property
    def has_files(self) -> bool:
        return any(row.files for row in self.rows)

    @property
    def lacking(self) -> str:
        if not self.is_choice:
            return self.rows[0].lacking
        return _("one of them is needed") if all(row.lacking for row in self.rows) else ""


def items_of(rows: Iterable[MaterialRow]) -> list[MaterialItem]:
    """The rows in their order, alternatives put together where the first of them stands."""
    items: dict[str, list[MaterialRow]] = {}
    for row in rows:
        items.setdefault(row.material.group or f"/{row.material.key}", []).append(row)
    return [MaterialItem(tuple(rows)) for rows in items.values()]


def material_rows(
    application: Application,
    procedure: Procedure,
    form: Form | None,
    answers: dict[str, Any],
    rows: list[FactRow],
) -> list[MaterialRow]:
    """All materials that the procedure lists, in its order."""
    files, earlier = _files(application)
    made = {
        "form": _form_lacks(form, answers),
        "roster": _roster_lacks(application.case.park, rows),
    }
    found = [
        MaterialRow(
            m,
            files.get(m.key, []),
            _lacks(m, files.get(m.key, []), made),
            tuple(earlier.get(m.key, ())) if m.updates else (),
        )
        for m in procedure.materials
    ]
    return [_with_alternatives(row, found) for row in found]


def _files(application: Application) -> tuple[Files, Files]:
    """The application's files by material, and those of the case that it follows."""
    cases = [pk for pk in (application.case_id, application.follows_id) if pk]
    found = ApplicationMaterial.objects.filter(application__case__in=cases)
    own: Files = {}
    earlier: Files = {}
    for file in found.select_related("added_by"):
        of = own if file.application_id == application.pk else earlier
        of.setdefault(file.key, []).append(file)
    return own, earlier


def _lacks(material: Material, files: list[ApplicationMaterial], made: dict[str, str]) -> str:
    if material.generated:
        return made[material.generated]
    wanted = (material.least if material.required else 0) - len(files)
    if wanted <= 0:
        return ""
    text = ngettext("%(count)s file is missing", "%(count)s files are missing", wanted)
    return text % {"count": wanted}


def _with_alternatives(row: MaterialRow, found: list[MaterialRow]) -> MaterialRow:
    """One complete material of a group is enough for all of it."""
    group = row.material.group
    if not group or not row.lacking:
        return row
    others = [other for other in found if other.material.group == group]
    if any(not other.lacking and other.files for other in others):
        return replace(row, lacking="")
    return row


def unanswered(form: Form | None, answers: dict[str, Any]) -> list[str]:
    """The labels of the form's required fields that have no answer."""
    if form is None:
        return []
    wanted = [field for field in form.fields if field.required]
    return [said(field) for field in wanted if answers.get(field.key) in (None, "", [])]


def _form_lacks(form: Form | None, answers: dict[str, Any]) -> str:
    labels = unanswered(form, answers)
    return _("still empty: %(fields)s") % {"fields": _("; ").join(labels)} if labels else ""


def _roster_lacks(park: Park | None, rows: list[FactRow]) -> str:
    """Agencies in the park, or, where their number is committed, agencies to come."""
    agencies = next((row for row in rows if row.fact.source == "register"), None)
    if agencies is None or agencies.recorded:
        return ""
    if agencies.is_committed and park is not None and to_come(park).exists():
        return ""
    return _("the register holds no agency yet")
