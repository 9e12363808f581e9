"""A municipal park of Chongqing and those who have a hand in its duties."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import User
from accounts.roles import Role
from casework.seats import person
from parks.models import Park
from records.actor import Actor
from records.models import OutboxMessage
from returns import acts
from returns.models import MonthlyReturn, Obligation
from tests import factories as make

EDITION = "chongqing-2021"
GOOD = {
    "gross_revenue": 5_000_000, "net_revenue": 1_000_000, "tax": 60_000, "employers": 120,
    "persons": 900, "person_times": 1_000, "scarce_talent": 12, "trainings": 3, "hazards": 1,
    "incidents": 0, "complaints": 0,
}  # fmt: skip


@dataclass
class World:
    park: Park
    operator: Actor
    officer: Actor
    head: Actor
    reviewer: Actor
    director: Actor

    def open(self, day: date = date(2026, 10, 1)) -> Obligation:
        """The return of the month that ended before `day`."""
        acts.sweep_duties(day)
        return Obligation.objects.filter(duty="monthly-return").latest("period_end")

    def save(self, owed: Obligation, **values: Any) -> MonthlyReturn:
        month = acts.begin(self.operator, owed.pk)
        return acts.save(self.operator, month.pk, month.version, GOOD | values, {})

    def keep(self, owed: Obligation, **values: Any) -> MonthlyReturn:
        """The return's whole way."""
        month = self.save(owed, **values)
        month = acts.hand_in(self.operator, month.pk, month.version)
        month = acts.send_on(self.officer, month.pk, month.version)
        return acts.take_in(self.reviewer, month.pk, month.version)


def make_world(edition: str = EDITION, area: str = "500101", level: str = "municipal") -> World:
    bureau, office = make.make_bureau(area[:2] + "0000"), make.make_district_office(area)
    park = make.make_park(make.make_organisation("operator", area), area)
    make.make_recognition(
        park, edition=edition, level=level, decided_on=date(2024, 5, 20), name="样例市级产业园"
    )
    return World(
        park,
        make.make_actor(Role.OPERATOR, park.operator),
        make.make_actor(Role.OFFICER, office),
        make.make_actor(Role.DIRECTOR, office),
        make.make_actor(Role.REVIEWER, bureau),
        make.make_actor(Role.DIRECTOR, bureau),
    )


def told(actor: Actor, owed: Obligation | None = None) -> list[str]:
    """The events that the person was told of in the site, without their first two parts.

    Those of one duty alone where one is given.
    """
    rows = OutboxMessage.objects.filter(recipient_id=person(actor), channel="site").order_by("pk")
    if owed is not None:
        rows = rows.filter(event__startswith=f"duty:{owed.pk}:")
    return [event.split(":", 2)[2] for event in rows.values_list("event", flat=True)]


def user_of(actor: Actor) -> User:
    return User.objects.get(pk=person(actor))
