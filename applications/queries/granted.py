"""What an approval left to watch, as pages show it: a running period, duties to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from accounts.roles import Role
from accounts.scope import scoped
from applications.models import Application, FollowUp, Preparation
from applications.queries import follow_ups as after
from applications.queries.available import has_choice
from applications.queries.content import Content
from applications.queries.periods import due_of, period_of, preparations
from casework.models import Case, Receipt
from casework.queries.rows import Left, left_until
from parks.models import Park
from records.actor import Actor
from rules.duties import Duty
from rules.workdays import Due

SHAPES = {
    Preparation.State.RUNNING: "run",
    Preparation.State.APPLIED: "ok",
    Preparation.State.LAPSED: "stop",
}


@dataclass(frozen=True)
class Warned:
    """A warning: so many days before, on which day, and whether it was sent."""

    days: int
    day: date
    sent: bool


@dataclass(frozen=True)
class PeriodShown:
    """A period of preparation; `left`, and warnings to come, only while it runs.

    `followers` are the cases after it.
    """

    preparation: Preparation
    due: Due
    clause: str
    shape: str
    left: Left | None
    warnings: tuple[Warned, ...]
    followers: tuple[Case, ...]


@dataclass(frozen=True)
class DutyShown:
    """A duty after an approval; `is_mine`: the reader is of those who do it."""

    follow_up: FollowUp
    duty: Duty
    left: Left | None
    is_mine: bool


def granted(content: Content, actor: Actor) -> dict[str, Any]:
    """For the case's page: what its approval opened. No query where it can have opened nothing."""
    case, procedure = content.case, content.procedure
    periods = preparations(actor).filter(case=case) if procedure.outcome.period else ()
    duties = after.follow_ups(actor).filter(case=case) if procedure.after else ()
    return {
        "periods": [period_shown(each, actor) for each in periods],
        "duties": [duty_shown(each, actor) for each in duties],
        "receipt": _receipt(case, actor) if procedure.is_filed else None,
    }


def _receipt(case: Case, actor: Actor) -> Receipt | None:
    return scoped(Receipt.objects.filter(case=case), actor).first()


def granted_to(park: Park, actor: Actor) -> dict[str, Any]:
    """For the park's page: the periods in which its cases were prepared, and its duties."""
    followed = _applications(actor).filter(case__park=park, follows__isnull=False)
    periods = preparations(actor).filter(case__in=followed.values("follows"))
    duties = after.follow_ups(actor).filter(case__park=park)
    return {
        "periods": [period_shown(each, actor) for each in periods],
        "duties": [duty_shown(each, actor) for each in duties],
        "may_apply": actor.role == Role.OPERATOR and has_choice(actor, park),
    }


def period_shown(preparation: Preparation, actor: Actor) -> PeriodShown:
    due, period = due_of(preparation), period_of(preparation)
    runs = preparation.state == Preparation.State.RUNNING
    warnings = (
        Warned(days, due.due - timedelta(days=days), days in preparation.warned)
        for days in period.warnings
        if runs or days in preparation.warned
    )
    return PeriodShown(
        preparation=preparation,
        due=due,
        clause=period.clause,
        shape=SHAPES[Preparation.State(preparation.state)],
        left=left_until(due.due) if runs else None,
        warnings=tuple(warnings),
        followers=tuple(_followers(preparation, actor)),
    )


def _followers(preparation: Preparation, actor: Actor) -> Iterable[Case]:
    rows = _applications(actor).filter(follows=preparation.case).select_related("case")
    return (each.case for each in rows.exclude(case__status=Case.Status.DRAFT))


def _applications(actor: Actor) -> QuerySet[Application]:
    return scoped(Application.objects.all(), actor)


def duty_shown(follow_up: FollowUp, actor: Actor) -> DutyShown:
    left = None if follow_up.done_on else left_until(follow_up.due_on)
    mine = actor.role in after.DOERS and actor.organisation_id == follow_up.case.bureau_id
    return DutyShown(follow_up, after.duty_of(follow_up), left, mine)
