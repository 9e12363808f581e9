"""Who sits where: the organisation and the role whose turn it is in a case."""

from collections.abc import Iterable

import rules
from accounts.holders import holders
from accounts.models import Area, Organisation
from accounts.roles import Role
from casework.models import Case
from records.actor import Actor
from rules.procedure import Hand, Move, Procedure, Stage

#: The kinds that sit as a district's office: a bureau does so under the law of the level above.
OFFICES = (Organisation.Kind.DISTRICT_OFFICE, Organisation.Kind.BUREAU)


def procedure_of(case: Case) -> Procedure:
    """The procedure of the edition that the case is pinned to."""
    return rules.edition(case.edition).plan(case.procedure)


def stage_of(case: Case) -> Stage:
    return procedure_of(case).stage(case.stage)


def hand_of(stage: Stage, move: Move) -> Hand:
    return move.hand or stage.hand


def organisation_in(case: Case, seat: str) -> Organisation | None:
    """The organisation of the case that sits in `seat`: "applicant", "district" or "bureau"."""
    organisation: Organisation | None = getattr(case, seat)
    return organisation


def seat_id(case: Case, hand: Hand) -> int | None:
    """The id of the organisation in the hand's seat; None where nobody sits there."""
    pk: int | None = getattr(case, f"{hand.seat}_id")
    return pk


def sits(case: Case, actor: Actor, hand: Hand) -> bool:
    """Whether the actor is that hand of the case: the role, held in the seat's organisation."""
    return actor.role == hand.role and seat_id(case, hand) == actor.organisation_id


def person(actor: Actor) -> int:
    """The id of the person who signs. Raises ValueError for a job, which signs nothing."""
    if actor.user_id is None:
        raise ValueError(f"{actor.name} is no person")
    return actor.user_id


def whose_turn(case: Case) -> tuple[str, str]:
    """The organisation and the role that act next, as names; empty for a final case."""
    if case.is_final:
        return "", ""
    hand = stage_of(case).hand
    organisation = organisation_in(case, hand.seat)
    return (organisation.name if organisation else "", str(Role(hand.role).label))


def people_of(case: Case, hand: Hand) -> list[int]:
    """The users who hold the hand's role in its organisation: whom to tell."""
    return holders(organisation_id=seat_id(case, hand), role=hand.role)


def offices_around(areas: Iterable[Area]) -> list[Organisation]:
    """The offices of these areas and of all areas above them, in one query."""
    codes = {code for area in areas for code in area.path.strip("/").split("/")}
    found = Organisation.objects.filter(kind__in=OFFICES, area_id__in=codes)
    return list(found.order_by("kind", "pk"))


def nearest_office(
    area: Area, law_area: str, offices: Iterable[Organisation]
) -> Organisation | None:
    """Of these offices the one of the area, or of the nearest area above it.

    Only offices below the law's own area: who decides under a law is nobody's district office.
    """
    by_area: dict[str, Organisation] = {}
    for office in offices:
        by_area.setdefault(office.area_id, office)
    _above, below, path = area.path.partition(f"{law_area}/")
    codes = path.strip("/").split("/") if below else []
    return next((by_area[code] for code in reversed(codes) if code in by_area), None)
