"""Papers from outside on which a case goes on, and their scans."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet

from accounts.scope import scoped
from casework.models import Case, OutsidePaper
from casework.queries.cases import reads_offices
from casework.seats import procedure_of, sits
from records.actor import Actor
from records.models import Attachment
from records.queries import attachments_of
from rules.procedure import Record

#: What the scans are kept under; their owner is the paper.
SCANS: Final = "casework.paper"


@dataclass(frozen=True)
class Recorded:
    """A paper with its scans, what the law calls it and who issues it."""

    about: Record
    paper: OutsidePaper
    scans: tuple[Attachment, ...]
    may_keep: bool


def papers_of(case: Case) -> list[OutsidePaper]:
    """The papers that stand: the last of each stage, in the order in which they were recorded."""
    standing = {paper.stage: paper for paper in sorted(case.papers.all(), key=lambda one: one.pk)}
    return sorted(standing.values(), key=lambda one: one.pk)


def recorded_of(case: Case, actor: Actor) -> list[Recorded]:
    """The same with their names and scans, for who reads what the offices have in hand."""
    papers = papers_of(case)
    if not papers or not reads_offices(case, actor):
        return []
    kept = list(scans_of(papers))
    named = [(record_of_paper(paper), paper) for paper in papers]
    return [
        Recorded(
            about,
            paper,
            tuple(scan for scan in kept if scan.owner_id == paper.pk),
            may_keep_scans(actor, paper),
        )
        for about, paper in named
        if about
    ]


def record_of_paper(paper: OutsidePaper) -> Record | None:
    """What the case's procedure says of the paper."""
    return procedure_of(paper.case).stage(paper.stage).record


def paper_of(actor: Actor, pk: int) -> OutsidePaper:
    """The paper of a case that the actor sees. Raises OutsidePaper.DoesNotExist."""
    return scoped(OutsidePaper.objects.select_related("case__area"), actor).get(pk=pk)


def scans_of(papers: Iterable[OutsidePaper]) -> QuerySet[Attachment]:
    """The scans kept with these papers, the oldest first."""
    return attachments_of(SCANS, *(paper.pk for paper in papers)).order_by("pk")


def may_keep_scans(actor: Actor, paper: OutsidePaper) -> bool:
    """Whether the actor is the hand that records such a paper, whatever became of the case."""
    return sits(paper.case, actor, procedure_of(paper.case).stage(paper.stage).hand)


def may_read_scan(actor: Actor, paper_id: int) -> bool:
    """Who reads what the offices have in hand reads the paper."""
    paper = scoped(OutsidePaper.objects.select_related("case"), actor).filter(pk=paper_id).first()
    return paper is not None and reads_offices(paper.case, actor)


def may_read_former_scan(actor: Actor, scan: Attachment) -> bool:
    """What was taken off is for the hand that keeps the scans."""
    paper = scoped(OutsidePaper.objects.select_related("case"), actor).filter(pk=scan.owner_id)
    return any(may_keep_scans(actor, each) for each in paper)
