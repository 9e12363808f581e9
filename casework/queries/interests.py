"""Interests of experts, and what one can be recorded in."""

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from accounts.holders import holding
from accounts.models import Membership, Organisation, User
from accounts.roles import Role
from accounts.scope import scoped
from casework.models import ExpertInterest
from parks.models import Park
from records.actor import Actor

#: Whose cases experts judge, and who has a hand in them.
KINDS = (
    Organisation.Kind.OPERATOR,
    Organisation.Kind.TENANT,
    Organisation.Kind.DISTRICT_OFFICE,
)


def experts_of(actor: Actor) -> QuerySet[User]:
    """The experts whose interests the actor records: the bureau's pool, or the expert alone."""
    held = Membership.objects.filter(
        holding(timezone.localdate()),
        organisation_id=actor.organisation_id or -1,
        role=Role.EXPERT,
    )
    pool = User.objects.filter(pk__in=held.values("user")).order_by("name", "username")
    if actor.role == Role.REVIEWER:
        return pool
    return pool.filter(pk=actor.user_id or -1) if actor.role == Role.EXPERT else pool.none()


def interests(actor: Actor) -> QuerySet[ExpertInterest]:
    """The interests of the actor's experts: those that last first."""
    found = scoped(ExpertInterest.objects.all(), actor).filter(expert__in=experts_of(actor))
    named = found.select_related("expert", "organisation", "park")
    return named.order_by(F("until").desc(nulls_first=True), "expert__name", "-since", "pk")


def interest_of(actor: Actor, pk: int) -> ExpertInterest:
    """One of them. Raises ExpertInterest.DoesNotExist."""
    return interests(actor).get(pk=pk)


def concerns(actor: Actor) -> tuple[QuerySet[Park], QuerySet[Organisation]]:
    """The parks and organisations in the actor's scope that an interest can be in."""
    parks = scoped(Park.objects.all(), actor).order_by("name")
    organisations = scoped(Organisation.objects.filter(kind__in=KINDS), actor)
    return parks, organisations.order_by("name")


def concern_named(actor: Actor, text: str) -> Organisation | Park | None:
    """The park or organisation of the bureau's area with that very name or credit code.

    Experts see no register: they declare what they know by its full name, and learn nothing more.
    """
    if not (text and actor.area_path):
        return None
    here = {"area__path__startswith": actor.area_path}
    named = Organisation.objects.filter(Q(name=text) | Q(credit_code=text), kind__in=KINDS, **here)
    return named.first() or Park.objects.filter(name=text, **here).first()
