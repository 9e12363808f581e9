"""Papers from outside on which a case goes on."""

from dataclasses import dataclass

from casework.models import Case, OutsidePaper
from casework.queries.cases import reads_offices
from casework.seats import procedure_of
from records.actor import Actor
from rules.procedure import Record


@dataclass(frozen=True)
class Recorded:
    """A paper, with what the law calls it and who issues it."""

    about: Record
    paper: OutsidePaper


def papers_of(case: Case) -> list[OutsidePaper]:
    """The papers that stand: the last of each stage, in the order in which they were recorded."""
    standing = {paper.stage: paper for paper in sorted(case.papers.all(), key=lambda one: one.pk)}
    return sorted(standing.values(), key=lambda one: one.pk)


def recorded_of(case: Case, actor: Actor) -> list[Recorded]:
    """The same with their names, for who reads what the offices have in hand."""
    if not reads_offices(case, actor):
        return []
    named = [(procedure_of(case).stage(paper.stage).record, paper) for paper in papers_of(case)]
    return [Recorded(about, paper) for about, paper in named if about]
