"""What carries each clause, in words, and where on the rulebook's pages it is told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from records.templatetags.said import said
from rules.conditions import Leaf
from rules.coverage import carriers
from rules.edition import Edition
from rules.facts import CATALOGUE
from rules.forms import form
from rules.procedure import Procedure


@dataclass(frozen=True)
class Carrier:
    """An object of the rules: its name, which of its parts carry the clause, where it is told."""

    label: str
    details: tuple[str, ...]
    url: str


class _Found(NamedTuple):
    label: str
    detail: str
    page: str
    anchor: str


def carriers_of(law: Edition) -> dict[str, tuple[Carrier, ...]]:
    """The carriers of each clause; the parts of one object are told together."""
    return {clause: tuple(_told(law, names)) for clause, names in carriers(law).items()}


def _told(law: Edition, names: tuple[str, ...]) -> Iterator[Carrier]:
    together: dict[tuple[str, str, str], dict[str, None]] = {}
    for name in names:
        head, _dot, rest = name.partition(".")
        found = _HEADS[head](law, rest)
        details = together.setdefault((found.label, found.page, found.anchor), {})
        if found.detail:
            details[found.detail] = None
    for (label, page, anchor), details in together.items():
        yield Carrier(label, tuple(details), address(law, page, anchor))


def address(law: Edition, page: str, anchor: str) -> str:
    """The address of something on one of the edition's pages."""
    if not page:
        return f"{reverse('applications:rulebook', args=(law.key,))}#{anchor}"
    return f"{reverse('applications:rulebook_part', args=(law.key, page))}#{anchor}"


def _condition(law: Edition, place: str) -> _Found:
    nodes = {node.place: node for node in law.conditions.walk()}
    node = nodes[place]
    label = said(node) if hasattr(node, "zh") else said(node.question)  # type: ignore[attr-defined]
    first = next(leaf for leaf in node.walk() if isinstance(leaf, Leaf))
    return _Found(label, "", "conditions", first.id)


def _relaxation(law: Edition, fact: str) -> _Found:
    label = _("Relaxation: %(class)s") % {"class": said(CATALOGUE[fact])}
    return _Found(label, "", "conditions", f"relaxation-{fact}")


def _procedure(law: Edition, rest: str) -> _Found:
    key, _dot, part = rest.partition(".")
    procedure = law.plan(key)
    return _Found(said(procedure), _part(procedure, part), "procedures", key)


def _part(procedure: Procedure, part: str) -> str:
    kind, _dot, key = part.partition(".")
    named: Mapping[str, Mapping[str, object]] = {
        "stages": {each.key: each for each in procedure.stages},
        "materials": {each.key: each for each in procedure.materials},
        "applicant": {each.key: each for each in procedure.applicant.titles},
        "committed": {each.fact.key: each.fact for each in procedure.committed},
        "after": {each.key: each for each in procedure.after},
    }
    if kind in named:
        return said(named[kind][key])
    plain = {
        "": "",
        "hands": _("who is competent"),
        "notice": _("public notice"),
        "requires": _("what must stand before"),
        "conditions": _("conditions"),
        "outcome": _("what approval makes"),
    }
    return plain.get(kind, part)


def _form(law: Edition, rest: str) -> _Found:
    key, _dot, cell = rest.partition(".")
    one = form(key)
    fields = {field.key: said(field) for field in one.fields}
    whose = next((p.key for p in law.procedures.values() if p.form == key), "")
    return _Found(one.title, fields.get(cell, ""), "procedures", whose)


def _duty(law: Edition, key: str) -> _Found:
    return _Found(said(next(d for d in law.duties if d.key == key)), "", "duties", key)


def _standing(law: Edition, key: str) -> _Found:
    return _Found(said(next(s for s in law.standing if s.key == key)), "", "duties", key)


def _scheme(law: Edition, key: str) -> _Found:
    return _Found(said(law.scheme(key)), "", "money", key)


def _recorded(law: Edition, key: str) -> _Found:
    return _Found(said(next(r for r in law.money.recorded if r.key == key)), "", "money", key)


def _evaluation(law: Edition, rest: str) -> _Found:
    assert law.evaluation
    kind, _dot, key = rest.partition(".")
    rows = {
        "frame": law.evaluation.frame.dimensions,
        "steps": law.evaluation.steps,
        "materials": law.evaluation.materials,
    }[kind]
    detail = next((said(row) for row in rows if row.key == key), "")  # type: ignore[attr-defined]
    return _Found(_("Evaluation"), detail, "evaluation", "frame")


def _sheet(law: Edition, key: str) -> _Found:
    assert law.evaluation
    assert law.evaluation.sheet
    item = law.evaluation.sheet.items.get(key)
    detail = f"{key} {said(item)}" if item else ""
    return _Found(said(law.evaluation.sheet.title), detail, "evaluation", "sheet")


def _consequence(law: Edition, key: str) -> _Found:
    assert law.evaluation
    one = next(each for each in law.evaluation.consequences if each.key == key)
    return _Found(said(one), "", "evaluation", "consequences")


def _plain(label: Callable[[], str], page: str, anchor: str) -> Callable[[Edition, str], _Found]:
    return lambda _law, _rest: _Found(label(), "", page, anchor)


_HEADS: Mapping[str, Callable[[Edition, str], _Found]] = {
    "conditions": _condition,
    "relaxations": _relaxation,
    "procedures": _procedure,
    "filings": _procedure,
    "forms": _form,
    "duties": _duty,
    "standing": _standing,
    "schemes": _scheme,
    "recorded": _recorded,
    "evaluation": _evaluation,
    "sheet": _sheet,
    "consequences": _consequence,
    "grading": _plain(lambda: _("Grades by score"), "evaluation", "grading"),
    "uses": _plain(lambda: _("What the money may be spent on"), "money", "uses"),
    "no_double": _plain(lambda: _("Never twice for one matter"), "money", "no-double"),
    "admission": _plain(lambda: _("Who may move in"), "duties", "admission"),
    "name_use": _plain(lambda: _("Use of the park's name"), "duties", "name-use"),
    "instrument": _plain(lambda: _("Life of the regulation"), "", "validity"),
    "level": _plain(lambda: _("Which parks it is about"), "", "validity"),
}
