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

    def seat(self, who: str) -> tuple[Organisation | None, str]:
        """The organisation of `who` and the role that acts there.

        It is the office where the text names the government, and the bureau where no office lies
        between the park and it.
        """
        found = {"park": self.park, "bureau": self.bureau}.get(who, self.district)
        return (found, ROLES[who]) if found else (self.bureau, Role.REVIEWER)

    def of(self, who: str) -> Organisation | None:
        """The organisation of `who`."""
        return self.seat(who)[0]

    def holds(self, actor: Actor, who: str) -> bool:
        """Whether the actor acts for `who`."""
        organisation, role = self.seat(who)
        there = organisation is not None and organisation.pk == actor.organisation_id
        return there and actor.role == role

    def people(self, who: str) -> list[int]:
        """The users who act for `who`."""
        return members(*self.seat(who))

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
