"""A case as a line of a list: its stage, its time and its last sender in the reader's words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils import timezone

import rules
from casework.clocks import days_left
from casework.models import Case, Step
from casework.queries.cases import is_outside
from casework.seats import procedure_of, whose_turn
from casework.words import left_in_words
from records.actor import Actor
from records.templatetags.said import said, tongue

#: So many days before its date a case is shown as late soon [the system's own default].
SOON_DAYS: Final = 3

SHAPES: Final[Mapping[str, str]] = {
    Case.Status.DRAFT: "none",
    Case.Status.OPEN: "run",
    Case.Status.RETURNED: "back",
    Case.Status.APPROVED: "ok",
    Case.Status.REFUSED: "stop",
    Case.Status.WITHDRAWN: "none",
    Case.Status.LAPSED: "stop",
}


@dataclass(frozen=True)
class Left:
    """The time that is left: in words, with the full date and a shape for the status mark."""

    words: str
    shape: str
    day: date


@dataclass(frozen=True)
class Row:
    case: Case
    stage: str
    shape: str
    left: Left | None
    sender: str

    @property
    def law(self) -> str:
        """The instrument under which the case runs, by its jurisdiction."""
        return said(rules.edition(self.case.edition))

    @property
    def turn(self) -> str:
        """The organisation that has to act now; of a case at its end nobody."""
        return whose_turn(self.case)[0]


def with_senders(found: QuerySet[Case]) -> QuerySet[Case]:
    """Adds who sent the case to where it is now: the last step between two stages."""
    moves = Step.objects.filter(case=OuterRef("pk")).exclude(from_stage=F("to_stage"))
    last = moves.order_by("-number")
    return found.annotate(
        sender_name=Subquery(last.values("actor_name")[:1]),
        sender_office=Subquery(last.values("organisation")[:1]),
    )


def rows(cases: Iterable[Case], actor: Actor) -> list[Row]:
    """Lines of cases that came through `with_senders`."""
    return [row_of(case, actor) for case in cases]


def row_of(case: Case, actor: Actor) -> Row:
    return Row(
        case, stage_in_words(case, actor), SHAPES[case.status], left_of(case), _sender(case, actor)
    )


def stage_in_words(case: Case, actor: Actor) -> str:
    """Where the case stands; the applicant's side reads the stage's plainer name."""
    if case.is_final or case.status == Case.Status.RETURNED:
        return str(case.get_status_display())
    return stage_name(case, case.stage, actor)


def stage_name(case: Case, key: str, actor: Actor) -> str:
    stage = procedure_of(case).stage(key)
    if is_outside(case, actor):
        return str(getattr(stage, f"applicant_{tongue()}"))
    return said(stage)


def left_of(case: Case) -> Left | None:
    """None where no clock runs."""
    return left_until(None if case.is_final else case.due_on)


def left_until(day: date | None) -> Left | None:
    days = days_left(day, timezone.localdate())
    if days is None or day is None:
        return None
    shape = "late" if days < 0 else "wait" if days <= SOON_DAYS else "none"
    return Left(left_in_words(days), shape, day)


def _sender(case: Case, actor: Actor) -> str:
    office = getattr(case, "sender_office", None) or ""
    if is_outside(case, actor):
        return office
    name = getattr(case, "sender_name", None) or ""
    return " ".join(part for part in (office, name) if part)
