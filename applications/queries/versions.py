"""The frozen versions of an application, and what each changed against the one before."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from applications.explain import shown_answer, shown_fact
from applications.models import DeclaredFact, FrozenVersion
from applications.queries.content import Content
from applications.queries.tasklist import sections_of
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


def frozen_content(content: Content) -> dict[str, Any]:
    """The application as plain data: answers, facts two ways, files by name and hash."""
    return {
        "form": dict(content.answers),
        "facts": {
            row.fact.key: {
                "recorded": row.recorded,
                "declared": row.declared,
                "remark": row.stored.remark,
                "basis": row.stored.basis,
            }
            for row in content.facts
        },
        "materials": {
            row.material.key: [{"name": f.file_name, "sha256": f.sha256} for f in row.files]
            for row in content.materials
        },
    }


def unchanged_sections(content: Content) -> frozenset[str]:
    """The sections that stand as the last version has them.

    One that no version keeps (the park's own archive) counts among them: nobody can tell.
    """
    last = content.application.versions.order_by("-number").first()
    if last is None:
        return frozenset()
    told = [_by_section(content, frozen) for frozen in (last.content, frozen_content(content))]
    keys = (key for key, _label in sections_of(content))
    return frozenset(key for key in keys if told[0].get(key) == told[1].get(key))


def _by_section(content: Content, frozen: dict[str, Any]) -> dict[str, Any]:
    """A version's content under the section in which each part of it is changed."""
    facts = frozen["facts"]
    of_sites = {row.fact.key for row in content.facts if row.fact.source == "sites"}
    recorded = {key: ways.get("recorded") for key, ways in facts.items()}
    declared = ("declared", "remark", "basis")
    return {
        "form": frozen["form"],
        "facts": {key: [ways.get(each) for each in declared] for key, ways in facts.items()},
        "sites": {key: one for key, one in recorded.items() if key in of_sites},
        "roster": {key: one for key, one in recorded.items() if key not in of_sites},
        "materials": {key: _digests(files) for key, files in frozen["materials"].items()},
    }


def _digests(files: list[dict[str, str]]) -> list[str]:
    return sorted(file["sha256"] for file in files)


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
