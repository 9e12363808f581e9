"""Which object carries each clause of each instrument, or why none does.

A clause counts as carried only when an object cites it and nothing of it is left to build.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from rules.edition import Edition
from rules.source import Clause, Inert, Text, clause_of

Kind = Literal["rule", "record", "inert", "to_come"]

_INERT: dict[Inert, Text] = {
    "purpose": Text("仅述目的或依据", "states a purpose or its basis only"),
    "goal": Text("仅述目标或原则", "states a goal or a principle only"),
    "permits": Text("仅为许可，不设义务", "permits, and binds nobody"),
    "encourages": Text("仅为鼓励，不设义务", "encourages, and binds nobody"),
}
_TO_COME = Text("尚未实现", "not yet built")
_STANDING = "standing."
_PARTLY = Text("仅部分实现", "built in part only")


class Carried(NamedTuple):
    """What the system does about one clause."""

    id: str
    kind: Kind
    rule: str | None
    reason: Text | None
    numerals: tuple[str, ...]


def carriers(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The objects that cite each clause."""
    found: dict[str, list[str]] = {}
    for clause, name in _citations(edition):
        if clause and name not in found.setdefault(clause, []):
            found[clause].append(name)
    return {clause: tuple(names) for clause, names in found.items()}


def covered(edition: Edition) -> tuple[Carried, ...]:
    """Every clause of the edition, in the instrument's order."""
    found = carriers(edition)
    return tuple(_carried(clause, found.get(clause.id, ())) for clause in edition.clauses)


def unaccounted(edition: Edition) -> int:
    """How many clauses that bind are not yet carried in full."""
    return sum(each.kind == "to_come" for each in covered(edition))


def _carried(clause: Clause, names: tuple[str, ...]) -> Carried:
    if clause.inert:
        return Carried(clause.id, "inert", None, _INERT[clause.inert], clause.numerals)
    if names and not clause.partly:
        kept = all(name.startswith(_STANDING) for name in names)
        kind: Kind = "record" if kept else "rule"
        return Carried(clause.id, kind, ", ".join(names), None, clause.numerals)
    return Carried(
        clause.id,
        "to_come",
        ", ".join(names) or None,
        _PARTLY if names else _TO_COME,
        clause.numerals,
    )


def _citations(edition: Edition) -> Iterator[tuple[str, str]]:
    yield edition.commencement, "instrument"
    yield edition.scope, "level"
    for node in edition.conditions.walk():
        yield clause_of(node.place), f"conditions.{node.place}"
    for relaxation in edition.relaxations:
        yield relaxation.ground.clause, f"relaxations.{relaxation.fact.key}"
    for procedure in edition.procedures.values():
        yield from ((clause, f"procedures.{name}") for clause, name in procedure.clauses())
    for procedure in edition.filings.values():
        yield from ((clause, f"filings.{name}") for clause, name in procedure.clauses())
    for duty in edition.duties:
        yield duty.clause, f"duties.{duty.key}"
    for form in edition.forms:
        yield form.clause, f"forms.{form.key}"
        yield from ((field.clause, f"forms.{form.key}.{field.key}") for field in form.fields)
    yield from ((clause, name) for clause, name, _ in _of_money_and_supervision(edition))


def _of_money_and_supervision(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Each clause, the object that carries it, and its operative words."""
    yield from edition.money.cites()
    if edition.evaluation:
        yield from edition.evaluation.cites()
    for kept in edition.standing:
        yield kept.clause, f"{_STANDING}{kept.key}", kept.words
    if edition.admission:
        yield from ((edition.admission.clause, "admission", w) for w in edition.admission.words())
    if edition.name_use:
        yield edition.name_use.clause, "name_use", edition.name_use.words
        yield edition.name_use.protects, "name_use.protected", ""
        stem = edition.name_use.stem
        yield from [(stem.clause, "name_use.stem", stem.words)] if stem else ()
