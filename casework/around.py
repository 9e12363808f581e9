"""Who owes what the law asks of a park: the operator, the office around it, the bureau above."""

from collections.abc import Sequence
from typing import NamedTuple

import rules
from accounts.holders import holders
from accounts.models import Organisation
from accounts.roles import Role
from casework.seats import nearest_office, offices_around
from parks.models import Park
from records.actor import Actor

#: Who acts for each of those that an edition names; a government's records its office keeps.
ROLES = {
    "park": Role.OPERATOR,
    "district": Role.OFFICER,
    "government": Role.OFFICER,
    "bureau": Role.REVIEWER,
}


class Seats(NamedTuple):
    """The organisations that a park's duties under one edition concern; None: there is none."""

    park: Organisation
    district: Organisation | None
    bureau: Organisation | None

    def of(self, who: str) -> Organisation | None:
        """The organisation of `who`: the office where the text names the government."""
        return {"park": self.park, "bureau": self.bureau}.get(who, self.district)

    def holds(self, actor: Actor, who: str) -> bool:
        """Whether the actor acts for `who`."""
        seat = self.of(who)
        return seat is not None and seat.pk == actor.organisation_id and actor.role == ROLES[who]

    def people(self, who: str) -> list[int]:
        """The users who act for `who`; where there is no such office, those of the bureau."""
        seat = self.of(who)
        return members(seat, ROLES[who]) if seat else members(self.bureau, Role.REVIEWER)

    def above(self, who: str) -> list[int]:
        """Who is told when `who` is late: the office, its director, the bureau's director."""
        if who == "park" and self.district:
            return members(self.district, Role.OFFICER)
        head = members(self.district, Role.DIRECTOR) if who == "district" else []
        return head or members(self.bureau, Role.DIRECTOR)


def seats_of(park: Park, edition: str, offices: Sequence[Organisation] | None = None) -> Seats:
    """Who sits around the park under the edition; of `offices` where they were read already."""
    law_area = rules.edition(edition).area_code
    offices = offices_around([park.area]) if offices is None else offices
    bureaus = [o for o in offices if o.kind == Organisation.Kind.BUREAU and o.area_id == law_area]
    office = nearest_office(park.area, law_area, offices)
    return Seats(park.operator, office, bureaus[0] if bureaus else None)


def members(organisation: Organisation | None, role: str) -> list[int]:
    """The users who hold the role there."""
    return holders(organisation=organisation, role=role) if organisation else []
