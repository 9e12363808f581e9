"""The one door: every change of a case's stage or status goes through `perform`."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.acts.deadlines import due_of
from casework.acts.lock import append_step, done_before, locked, stale
from casework.acts.numbers import next_number
from casework.acts.tell import tell
from casework.effects import EFFECTS, end_panels
from casework.kinds import Attempt, kind_of
from casework.models import Case, Step
from casework.moves import find_move, refusal_of
from records.actor import Actor
from records.acts import record, record_refusal
from records.errors import Refused
from rules.procedure import Move

#: 终止: in no procedure, since no hand makes it.
LAPSE: Final = Move("lapse", final="lapsed")


def perform(
    case_id: int,
    action: str,
    actor: Actor,
    version: int,
    *,
    token: str = "",
    opinion: str = "",
    data: Mapping[str, Any] | None = None,
) -> Step:
    """Do `action` on the case, once for each `token`, and return the step it made.

    Raises Case.DoesNotExist out of scope, Stale when the case is no longer at `version`, and
    Refused with a reason when role, stage or a guard forbids it; a refusal is on the audit
    trail although nothing else of the attempt remains.
    """
    try:
        with transaction.atomic():
            return move_case(case_id, action, actor, version, token, opinion, data or {})
    except Refused as refused:
        case = Case.objects.select_related("area").get(pk=case_id)
        record_refusal(actor, f"casework.{action}", case, refused.reason)
        raise


def move_case(
    case_id: int,
    action: str,
    actor: Actor,
    version: int,
    token: str,
    opinion: str,
    data: Mapping[str, Any],
) -> Step:
    """`perform` without its own transaction, for acts that move several cases as one."""
    case = locked(case_id, actor)
    done = done_before(case, actor, action, token)
    if done:
        return done
    if case.version != version:
        raise stale(case, actor)
    move = find_move(case, action, actor)
    attempt = Attempt(case, move, actor, opinion.strip(), data)
    reason = refusal_of(attempt, late=True)
    if reason:
        raise Refused(reason)
    return _apply(attempt, token)


@transaction.atomic
def lapse(case_id: int, job: Actor, reason: str) -> Step:
    """End a case because its time ran out: a named job's act, without anybody's decision.

    An approval that the case had stays on its record. Raises Case.DoesNotExist, and Refused for
    a person, and for a case that has ended otherwise.
    """
    if not job.job:
        raise Refused(_("Nobody lets a case lapse: time does."), "role")
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    if case.is_final and case.status != Case.Status.APPROVED:
        raise Refused(_("This case has ended already."), "closed")
    return _apply(Attempt(case, LAPSE, job, reason), token="")


def _apply(attempt: Attempt, token: str) -> Step:
    case, move, actor = attempt.case, attempt.move, attempt.actor
    before = {"stage": case.stage, "status": case.status, "version": case.version}
    left = case.stage
    _change(case, move, actor)
    step = append_step(
        case,
        actor,
        move.action,
        from_stage=left,
        opinion=attempt.opinion,
        data=dict(attempt.data),
        token=token,
    )
    if case.is_final or case.stage != left:
        end_panels(case)
    case.save()  # effects read the case's row among others
    for effects in (EFFECTS, kind_of(case).effects):
        if move.action in effects:
            effects[move.action](attempt, step)
    case.due_on = due_of(case)
    case.save()
    after = {"stage": case.stage, "status": case.status, "version": case.version}
    record(actor, f"casework.{move.action}", case, before=before, after=after, note=step.opinion)
    tell(case, step)
    return step


def _change(case: Case, move: Move, actor: Actor) -> None:
    """Set stage and status as the move says. Nobody else writes these fields."""
    now = timezone.now()
    left = case.stage
    case.version += 1
    if move.action == "accept":
        case.holder_id = actor.user_id
        case.opened_at = case.opened_at or now
    if move.proposes:
        case.proposal = move.proposes
    target = _target(case, move)
    if target and target != left:
        case.stage, case.stage_since = target, now
        case.holder, case.opened_at = None, None
    if move.action == "submit":
        case.number = case.number or next_number(case)
        case.submitted_at, case.status, case.returned_by = now, Case.Status.OPEN, ""
    if move.action == "return_for_supplement":
        case.status, case.returned_by = Case.Status.RETURNED, left
    if move.final:
        case.status, case.closed_at = move.final, now


def _target(case: Case, move: Move) -> str | None:
    """Where the move leads; a supplemented case goes back to the stage that asked for it."""
    if move.action == "submit" and case.returned_by:
        return case.returned_by
    return move.to
