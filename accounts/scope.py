"""The one scope function: what of a table an actor may see.

A model says by its `scope` how its rows hang on areas, organisations and people; `scoped`
narrows any queryset of it to what the actor may see. Every read that reaches a person starts
here; what lies outside answers 404, as if it were not there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from accounts.roles import AREA_ROLES, ASSIGNED_ROLES, OWN_ROLES, Role
from records.actor import Actor


@dataclass(frozen=True)
class Scope:
    """How the rows of a model hang on the tree. Values are lookup paths from the model.

    area: the path of the row's area. own: organisations that the row belongs to.
    expert, consultee: the expert's user and the consulted organisation it is assigned to.
    private: rows that match it are seen by their own organisations alone (drafts), or, where
    `keepers` names some of these, by the keepers alone.
    many: the lookups pass through a relation that can match a row several times.
    """

    area: str = ""
    own: tuple[str, ...] = ()
    expert: str = ""
    consultee: str = ""
    private: Mapping[str, object] = field(default_factory=dict)
    keepers: tuple[str, ...] = ()
    many: bool = False

    def condition(self, actor: Actor) -> Q | None:
        """The rows that the actor may see, or None where there can be none."""
        if actor.role in AREA_ROLES:
            return self._of_area(actor)
        if actor.role in OWN_ROLES:
            return self._of_own(actor)
        if actor.role == Role.EXPERT and self.expert:
            return Q(**{self.expert: actor.user_id})
        if actor.role == Role.CONSULTEE and self.consultee:
            return Q(**{self.consultee: actor.organisation_id})
        return None

    def _of_own(self, actor: Actor) -> Q | None:
        if not self.own or actor.organisation_id is None:
            return None
        mine = _belongs(self.own, actor)
        return mine & self._handed_in(actor) if self.private else mine

    def _of_area(self, actor: Actor) -> Q | None:
        if not self.area or not actor.area_path:
            return None
        seen = Q(**{f"{self.area}__startswith": actor.area_path})
        return seen & self._handed_in(actor) if self.private else seen

    def _handed_in(self, actor: Actor) -> Q:
        return ~Q(**self.private) | _belongs(self.keepers or self.own, actor)


def _belongs(paths: tuple[str, ...], actor: Actor) -> Q:
    """The rows that hang on the actor's organisation by one of the paths."""
    mine = Q(pk__in=[])
    for path in paths if actor.organisation_id else ():
        mine |= Q(**{path: actor.organisation_id})
    return mine


M = TypeVar("M", bound=Model)


def scoped(queryset: QuerySet[M], actor: Actor | None) -> QuerySet[M]:
    """Narrow `queryset` to what `actor` may see; nobody signed in sees nothing."""
    rule: Scope = queryset.model.scope  # type: ignore[attr-defined]
    condition = rule.condition(actor) if actor else None
    if actor is None or condition is None:
        return queryset.none()
    if not rule.many and actor.role not in ASSIGNED_ROLES:
        return queryset.filter(condition)
    # A subquery, so that a join over several memberships or seats never doubles a row.
    visible = queryset.model._base_manager.filter(condition).values("pk")
    return queryset.filter(pk__in=visible)
