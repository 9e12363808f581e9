"""What casework must know of applications."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.scope import scoped
from applications.acts.sections import ACTIVITY, PARK_NAME
from applications.effects import EFFECTS, VERIFIED_BY
from applications.guards import GUARDS
from applications.models import Application, FrozenVersion
from applications.queries.content import content_of, contents_of
from applications.queries.granted import granted
from applications.queries.review import review_refusal
from applications.queries.shown import (
    digest,
    form_lines,
    shown_conditions,
    shown_content,
    shown_materials,
)
from applications.queries.tasklist import sections_of
from applications.queries.versions import stands_in, unchanged_sections, version_rows
from casework.kinds import Attempt, Digest, Kind, Pane
from casework.models import Case
from casework.queries import reads_record
from casework.seats import procedure_of, stage_of
from records.actor import Actor
from records.models import Attachment

#: The cells of a filed form that its receipt repeats, on one page.
ON_RECEIPT = (
    "park_name", "name_used", "activity", "purpose", "organiser", "event_on", "event_until",
    "place",
)  # fmt: skip


def may_read_file(actor: Actor, case_id: int) -> bool:
    """Whoever sees the case reads what was handed in with it."""
    return scoped(Case.objects.filter(pk=case_id), actor).exists()


def may_read_detached(actor: Actor, file: Attachment) -> bool:
    """What was handed in once and removed later is for who reads the record of the case.

    A file that was removed before it stood in any version was never handed in.
    """
    case = scoped(Case.objects.filter(pk=file.owner_id), actor).first()
    if case is None or not reads_record(case, actor):
        return False
    versions = FrozenVersion.objects.filter(application__case=case)
    return any(stands_in(version, file.sha256) for version in versions)


def name(case: Case) -> str:
    """The park's name; that of a park to come, or of an activity, stands in the form."""
    if procedure_of(case).grants == "name_use":
        return str(case.application.form.get(ACTIVITY) or case.title)
    if case.park:
        return case.park.name
    return str(case.application.form.get(PARK_NAME) or case.title)


def content(case: Case, actor: Actor) -> dict[str, Any]:
    shown = content_of(case)
    return {**shown_content(shown, actor), **granted(shown, actor)}


def conditions(case: Case, actor: Actor) -> dict[str, Any]:
    return shown_conditions(content_of(case), actor)


def has_conditions(case: Case) -> bool:
    return content_of(case).has_conditions


def materials(case: Case, actor: Actor) -> dict[str, Any]:
    return shown_materials(content_of(case), actor)


def versions(case: Case, _actor: Actor) -> dict[str, Any]:
    return {"versions": version_rows(content_of(case))}


def sections(case: Case) -> list[tuple[str, str]]:
    return sections_of(content_of(case))


def unchanged(case: Case) -> frozenset[str]:
    return unchanged_sections(content_of(case))


def edit_url(case: Case) -> str:
    return reverse("applications:tasks", args=[case.pk])


def work(case: Case, actor: Actor) -> tuple[str | Promise, str] | None:
    """An accepted case is verified before its reviewer can move it on."""
    if case.holder_id is None or review_refusal(case, actor):
        return None
    for move in stage_of(case).moves:
        attempt = Attempt(case, move, actor)
        if any(GUARDS[name].check(attempt) for name in VERIFIED_BY & set(move.guards)):
            return _("Verify"), reverse("applications:review", args=[case.pk])
    return None


def receipt_rows(case: Case) -> list[tuple[str, str]]:
    """What was filed, in Chinese like all official papers; how to reach whom stays in the form."""
    told = [(field, text) for field, text in form_lines(content_of(case)) if text]
    rows = [(field.zh, text) for field, text in told if field.key in ON_RECEIPT]
    return [("备案事项", procedure_of(case).zh), *rows]


def digests(cases: Sequence[Case]) -> Mapping[int, Digest]:
    """Verdict and exceptions of many cases, for who decides them."""
    return {content.case.pk: digest(content) for content in contents_of(cases)}


APPLICATION = Kind(
    key=Application.KIND,
    label=_("Application"),
    guards=GUARDS,
    effects=EFFECTS,
    content_template="applications/_content.html",
    content=content,
    sections=sections,
    edit_url=edit_url,
    panes=(
        Pane(
            "conditions",
            _("Conditions"),
            "applications/_conditions.html",
            conditions,
            suits=has_conditions,
        ),
        Pane("materials", _("Materials"), "applications/_materials.html", materials),
        Pane("versions", _("Versions"), "applications/_versions.html", versions),
    ),
    digests=digests,
    work=work,
    name=name,
    unchanged=unchanged,
    receipt_rows=receipt_rows,
)
