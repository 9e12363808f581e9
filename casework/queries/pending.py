"""待决定: what waits for a director's signature, and what would stop it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import OuterRef, QuerySet, Subquery

from casework.guards import basis_recorded, basis_refusal, meeting_refusal
from casework.kinds import Attempt, Digest, all_kinds
from casework.models import Case, Step
from casework.moves import find_move, refusal_of
from casework.queries.boxes import todo, urgent
from casework.queries.rows import Row, row_of, with_senders
from casework.seats import procedure_of, stage_of
from casework.words import PREPARING, proposal_label
from records.actor import Actor
from records.errors import Refused

#: So many cases are listed to be decided at one meeting [the system's own limit].
MOST: Final = 100


@dataclass(frozen=True)
class Pending:
    """A case that waits for a signature: who prepared it, what is proposed, what it rests on.

    `decides` is true where the signature ends the case, so that it may be taken with others.
    """

    row: Row
    prepared_by: str
    proposal: str
    digest: Digest | None
    decides: bool


def pending(actor: Actor) -> list[Pending]:
    """What waits for the actor, most urgent first, in as many queries for one as for hundred."""
    found = list(urgent(with_senders(_with_preparers(todo(actor))))[:MOST])
    digests = _digests(found)
    return [_pending(case, actor, digests.get(case.pk)) for case in found]


def _with_preparers(found: QuerySet[Case]) -> QuerySet[Case]:
    prepared = Step.objects.filter(case=OuterRef("pk"), action__in=PREPARING).order_by("-number")
    return found.annotate(
        preparer=Subquery(prepared.values("actor_name")[:1]),
        preparer_office=Subquery(prepared.values("organisation")[:1]),
    )


def _digests(cases: list[Case]) -> dict[int, Digest]:
    found: dict[int, Digest] = {}
    for kind in all_kinds():
        own = [case for case in cases if case.kind == kind.key]
        if own:
            found |= kind.digests(own)
    return found


def _pending(case: Case, actor: Actor, digest: Digest | None) -> Pending:
    names = (getattr(case, "preparer_office", None), getattr(case, "preparer", None))
    return Pending(
        row_of(case, actor),
        " ".join(name for name in names if name),
        str(proposal_label(case.proposal, procedure_of(case))),
        digest,
        any(move.final for move in stage_of(case).moves) and not meeting_refusal(case),
    )


@dataclass(frozen=True)
class Chosen:
    """A case of a meeting, what stands against it, and whether a basis would settle that."""

    case: Case
    reason: str
    lacks_basis: bool


def chosen(
    cases: list[Case], reasons: Mapping[int, str], action: str, actor: Actor
) -> list[Chosen]:
    """The cases of a meeting, with `reasons` as `previews` gave them."""
    return [
        Chosen(
            case,
            reasons[case.pk],
            bool(reasons[case.pk]) and _lacks_basis(case, action, actor),
        )
        for case in cases
    ]


def _lacks_basis(case: Case, action: str, actor: Actor) -> bool:
    """Whether the basis for going on is what the decision waits for, and the actor records it."""
    move = stage_of(case).move(action)
    if move is None or "basis_recorded" not in move.guards or basis_refusal(case, actor):
        return False
    return basis_recorded(Attempt(case, move, actor)) is not None


def previews(cases: Iterable[Case], action: str, actor: Actor) -> Mapping[int, str]:
    """Why each case could not be decided so right now, "" where nothing stands against it."""
    return {case.pk: _reason(case, action, actor) for case in cases}


def _reason(case: Case, action: str, actor: Actor) -> str:
    try:
        move = find_move(case, action, actor)
    except Refused as refused:
        return str(refused)
    return meeting_refusal(case) or refusal_of(Attempt(case, move, actor), late=False)
