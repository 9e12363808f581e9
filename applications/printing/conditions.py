"""条件对照表: every condition beside what the park has. The system's own sheet, no printed form."""

from collections.abc import Iterator
from dataclasses import dataclass

import rules
from applications.models import Answer, Judgement, Waiver
from applications.printing.sheet import Sheet, park_name_of, sheet_of
from applications.queries.content import Content
from applications.queries.tree import Node, tree_of
from rules.citing import cited

TITLE = "条件对照表"


@dataclass(frozen=True)
class Line:
    """One condition; `depth` counts the groups above it, `answers` what people recorded."""

    depth: int
    clause: str
    node: Node
    answers: tuple[str, ...]


@dataclass(frozen=True)
class ConditionsPage:
    """The sheet ready to be set."""

    sheet: Sheet
    law: str
    park: str
    outcome: str
    lines: tuple[Line, ...]
    contested: tuple[tuple[str, str], ...]


def conditions_page(content: Content, *, reviewed: bool) -> ConditionsPage:
    """The verdict line by line in the active language.

    reviewed=False shows the applicant's own figures without what the offices found.
    """
    case = content.case
    tree = tree_of(content, reviewed=reviewed)
    return ConditionsPage(
        sheet=sheet_of(case, TITLE),
        law=rules.edition(case.edition).instrument.title,
        park=park_name_of(case),
        outcome=tree.root.outcome_label,
        lines=tuple(_lines(tree.root, 0)),
        contested=tree.contested,
    )


def _lines(node: Node, depth: int) -> Iterator[Line]:
    yield Line(depth, cited(node.id).zh, node, tuple(map(_told, node.answers)))
    for part in node.parts:
        yield from _lines(part, depth + 1)


def _told(answer: Answer) -> str:
    """A judgement or waiver as one sentence: what, by whom, why, under which document."""
    people = answer.made_by.name
    people += f"，复核{answer.confirmed_by.name}" if answer.confirmed_by else "，待复核"
    document = f"，{answer.document}" if answer.document else ""
    return f"{finding(answer)}（{people}）。{answer.reason}{document}"


def finding(answer: Answer) -> str:
    """What a judgement or a waiver says, in a few words."""
    if isinstance(answer, Waiver):
        return f"准予例外，放宽至{answer.value}" if answer.value else "准予例外"
    assert isinstance(answer, Judgement)
    return "评判：符合" if answer.met else "评判：不符合"
