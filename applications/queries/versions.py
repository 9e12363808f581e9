"""The frozen versions of an application, and what each changed against the one before."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from applications.explain import shown_answer, shown_fact
from applications.models import DeclaredFact, FrozenVersion
from applications.queries.content import Content
from records.templatetags.said import said
from rules.facts import CATALOGUE


@dataclass(frozen=True)
class Change:
    """One field that two versions answer differently, as text."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class VersionRow:
    version: FrozenVersion
    changes: list[Change]


def version_rows(content: Content) -> list[VersionRow]:
    """All versions, the newest first, each with its difference to the one before."""
    if content.case.submitted_at is None:
        return []
    versions = list(content.application.versions.order_by("number"))
    earlier = [None, *versions]
    rows = [
        VersionRow(version, _changes(content, before, version) if before else [])
        for before, version in zip(earlier, versions, strict=False)
    ]
    return rows[::-1]


def stands_in(version: FrozenVersion, sha256: str) -> bool:
    """Whether a file of that digest was handed in with the version."""
    handed_in = version.content["materials"].values()
    return any(file["sha256"] == sha256 for files in handed_in for file in files)


def _changes(content: Content, before: FrozenVersion, after: FrozenVersion) -> list[Change]:
    old, new = _lines(content, before.content), _lines(content, after.content)
    labels = dict.fromkeys([*old, *new])
    return [
        Change(label, old.get(label, ""), new.get(label, ""))
        for label in labels
        if old.get(label) != new.get(label)
    ]


def _lines(content: Content, frozen: dict[str, Any]) -> dict[str, str]:
    """A version's content as label -> text, field by field; opinions belong to the offices."""
    fields = content.form.fields if content.form else ()
    lines = {
        said(field): shown_answer(field, frozen["form"].get(field.key))
        for field in fields
        if field.kind != "opinion"
    }
    for key, ways in frozen["facts"].items():
        fact = CATALOGUE[key]
        for way, label in (("recorded", _("on record")), ("declared", _("declared"))):
            lines[f"{said(fact)} · {label}"] = shown_fact(fact, ways.get(way))
        if ways.get("basis") == DeclaredFact.FactBasis.COMMITTED:
            lines[f"{said(fact)} · {_('declared')}"] += f" · {_('committed')}"
    for material in content.procedure.materials:
        names = [file["name"] for file in frozen["materials"].get(material.key, [])]
        lines[said(material)] = _(", ").join(names)
    return lines
