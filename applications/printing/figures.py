"""The figures of a form, condition by condition: asked, declared, verified, found."""

from collections.abc import Iterator
from dataclasses import dataclass

from applications.explain import shown_fact
from applications.models import Judgement, Waiver
from applications.printing.conditions import finding
from applications.queries.content import Content
from applications.queries.facts import FactRow
from applications.queries.tree import Node, tree_of
from records.templatetags.said import clause
from rules.conditions import ForInformation, Measured

FOR_INFORMATION = "供参考"
JUDGED = "由人评判"


@dataclass(frozen=True)
class Figure:
    """One condition; `basis` says whether the declared figure is actual or committed."""

    clause: str
    label: str
    wanted: str
    declared: str = ""
    basis: str = ""
    verified: str = ""
    outcome: str = ""
    notes: tuple[str, ...] = ()


def figures_of(content: Content, *, reviewed: bool) -> tuple[Figure, ...]:
    """All conditions of the procedure in its order; what the offices found only if `reviewed`.

    Of a condition that does not decide here the outcome is left out, and it says so.
    """
    facts = {row.fact.key: row for row in content.facts}
    aside = set(_for_information(content))
    lines = []
    for node in tree_of(content, reviewed=reviewed).root.leaves():
        test = content.law.tests.get(node.id)
        if test is None:
            continue
        row = facts[test.fact.key] if isinstance(test, Measured) else None
        lines.append(_figure(node, row, reviewed=reviewed, aside=node.id in aside))
    return tuple(lines)


def _for_information(content: Content) -> Iterator[str]:
    for group in content.law.conditions.walk():
        if isinstance(group, ForInformation):
            yield from (each.place for each in group.walk())


def _figure(node: Node, row: FactRow | None, *, reviewed: bool, aside: bool) -> Figure:
    declared, basis, verified = _three_ways(row, reviewed=reviewed) if row else ("", "", "")
    return Figure(
        clause=clause(node.id),
        label=node.label,
        wanted=node.wanted if row else JUDGED,
        declared=declared,
        basis=basis,
        verified=verified if row else "".join(_judgements(node)),
        outcome=FOR_INFORMATION if aside else node.outcome_label,
        notes=tuple(finding(one) for one in node.answers if isinstance(one, Waiver)),
    )


def _three_ways(row: FactRow, *, reviewed: bool) -> tuple[str, str, str]:
    given = row.given
    basis = "" if given is None else str(row.stored.get_basis_display())
    verified = row.verified if reviewed else None
    return shown_fact(row.fact, given), basis, shown_fact(row.fact, verified)


def _judgements(node: Node) -> Iterator[str]:
    for one in node.answers:
        if isinstance(one, Judgement):
            yield finding(one).removeprefix("评判：")
