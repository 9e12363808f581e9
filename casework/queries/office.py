"""What an office arranges for itself: who holds which cases, and its own review periods."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

import rules
from accounts.holders import holding
from accounts.models import Membership, Organisation, User
from accounts.roles import Role
from accounts.scope import scoped
from casework.clocks import sets_own_period
from casework.models import Case, StagePeriod
from casework.queries.cases import cases
from records.actor import Actor
from records.templatetags.said import said

#: The roles whose turn it can be in an office.
HOLDERS: Final = (Role.OFFICER, Role.REVIEWER, Role.DIRECTOR)


@dataclass(frozen=True)
class Colleague:
    """A person of the actor's organisation, and what they hold."""

    user: User
    roles: tuple[str, ...]
    held: int

    @property
    def words(self) -> str:
        return _("%(name)s (%(roles)s), open cases: %(held)s") % {
            "name": self.user.name,
            "roles": ", ".join(self.roles),
            "held": self.held,
        }


@dataclass(frozen=True)
class OwnPeriod:
    """A stage for which the bureau may set working days of its own; None where none runs."""

    edition: str
    procedure: str
    stage: str
    label: str
    workdays: int | None

    @property
    def key(self) -> str:
        return f"{self.edition}__{self.procedure}__{self.stage}"


def colleagues(actor: Actor) -> list[Colleague]:
    """Everybody with a role in the actor's organisation today."""
    held = scoped(Membership.objects.select_related("user"), actor).filter(
        holding(timezone.localdate()), organisation_id=actor.organisation_id or -1
    )
    roles: dict[User, list[str]] = {}
    for membership in held:
        roles.setdefault(membership.user, []).append(str(membership.get_role_display()))
    counts = _held(actor)
    return [Colleague(user, tuple(own), counts.get(user.pk, 0)) for user, own in roles.items()]


def _held(actor: Actor) -> dict[int, int]:
    open_ones = cases(actor).exclude(status__in=Case.FINAL).filter(holder__isnull=False)
    counted = open_ones.order_by().values_list("holder").annotate(Count("pk"))
    return dict(counted)


def givers(actor: Actor) -> list[Colleague]:
    """Whose cases the actor may hand over: the own ones, or anybody's for who runs the office."""
    everybody = colleagues(actor)
    if actor.role in (Role.DIRECTOR, Role.ADMINISTRATOR):
        return everybody
    return [one for one in everybody if one.user.pk in actor.persons]


def takers(actor: Actor) -> list[Colleague]:
    """Who could take cases over from a giver: another person with one of the giver's roles."""
    holding = {str(Role(role).label) for role in HOLDERS}
    giving = [(one.user, holding & set(one.roles)) for one in givers(actor)]
    return [
        one
        for one in colleagues(actor)
        if any(giver != one.user and roles & set(one.roles) for giver, roles in giving)
    ]


def own_periods(actor: Actor) -> list[OwnPeriod]:
    """The stages of the laws under which the actor's bureau decides, with what it has set."""
    bureau = scoped(Organisation.objects.all(), actor).get(pk=actor.organisation_id or -1)
    set_ones = {
        (one.edition, one.procedure, one.stage): one.workdays
        for one in scoped(StagePeriod.objects.filter(bureau=bureau), actor)
    }
    return [
        OwnPeriod(
            law.key,
            procedure.key,
            stage.key,
            f"{said(procedure)} · {said(stage)}",
            set_ones.get((law.key, procedure.key, stage.key)),
        )
        for law in rules.editions()
        if law.area_code == bureau.area_id and bureau.kind == Organisation.Kind.BUREAU
        for procedure in law.plans()
        for stage in procedure.stages
        if sets_own_period(stage)
    ]
