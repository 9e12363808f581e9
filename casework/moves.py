"""Which moves a case allows to whom, and why the others are refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.roles import Role
from casework.guards import GUARDS
from casework.kinds import Attempt, Guard, kind_of
from casework.models import Case
from casework.seats import hand_of, organisation_in, procedure_of, sits, stage_of
from casework.words import action_label
from records.actor import Actor
from records.errors import Refused
from records.templatetags.said import said
from rules.procedure import Move


@dataclass(frozen=True)
class Offer:
    """A move the actor's hand holds at this stage; `refusal` says why it is not open now."""

    move: Move
    label: str | Promise
    refusal: str = ""


def find_move(case: Case, action: str, actor: Actor) -> Move:
    """The stage's move of that name, for that hand. Raises Refused with the reason."""
    if case.is_final:
        raise Refused(_("This case is closed; nothing can be done in it any more."), "closed")
    stage = stage_of(case)
    moves = [move for move in stage.moves if move.action == action]
    if not moves:
        raise Refused(
            _("“%(action)s” is not possible at the stage “%(stage)s”.")
            % {"action": action_label(action, procedure_of(case)), "stage": said(stage)},
            "stage",
        )
    for move in moves:
        if sits(case, actor, hand_of(stage, move)):
            return move
    raise Refused(_wrong_hand(case, moves[0]), "role")


def refusal_of(attempt: Attempt, *, late: bool) -> str:
    """The first reason against the attempt, "" when it may pass.

    late=False asks only the guards that need nothing from the person's form.
    """
    move = attempt.move
    if late and move.opinion and not attempt.opinion:
        return _("Write the opinion first: this step needs one.")
    return first_refusal(attempt, (*implied_guards(move), *move.guards), late=late)


def early_refusals(attempt: Attempt) -> list[str]:
    """Every reason against the attempt that needs nothing from the person's form."""
    names = (*implied_guards(attempt.move), *attempt.move.guards)
    return list(_refusals(attempt, names, late=False))


def first_refusal(attempt: Attempt, names: Iterable[str], *, late: bool) -> str:
    """What the first of these guards has against the attempt, "" where all let it pass."""
    return next(_refusals(attempt, names, late=late), "")


def _refusals(attempt: Attempt, names: Iterable[str], *, late: bool) -> Iterator[str]:
    for name in names:
        guard = guard_named(attempt.case, name)
        reason = guard.check(attempt) if guard.early or late else None
        if reason:
            yield str(reason)


def implied_guards(move: Move) -> tuple[str, ...]:
    """What an action word means in every procedure, whoever wrote it down."""
    return {
        "save": ("content_saved_in_place",),
        "submit": ("defects_answered",),
        "withdraw": ("unopened",),
        "accept": ("not_accepted",),
        "return_for_supplement": ("second_return_reasoned", "answer_by_ahead"),
        "approve": ("objections_settled",),
        "refuse": ("objections_settled",),
    }.get(move.action, ())


def guard_named(case: Case, name: str) -> Guard:
    return kind_of(case).guards.get(name) or GUARDS[name]


def offers(case: Case, actor: Actor) -> list[Offer]:
    """What the actor's hand could do at this stage, each with the reason where it is shut."""
    if case.is_final:
        return []
    stage = stage_of(case)
    held = [move for move in stage.moves if sits(case, actor, hand_of(stage, move))]
    return [
        Offer(
            move,
            action_label(move.action, procedure_of(case)),
            refusal_of(Attempt(case, move, actor), late=False),
        )
        for move in held
    ]


def _wrong_hand(case: Case, move: Move) -> str:
    hand = hand_of(stage_of(case), move)
    organisation = organisation_in(case, hand.seat)
    return _("This step is for %(role)s of %(organisation)s.") % {
        "role": Role(hand.role).label,
        "organisation": organisation.name if organisation else "—",
    }
