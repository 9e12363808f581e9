"""One application walked through its hands, an act at a time."""

from collections.abc import Generator, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

import rules
from accounts.acting import actor_of
from accounts.models import User
from applications import acts as applications
from applications.queries.content import Content, fresh_content
from applications.samples.clock import office_hour, workdays_from
from applications.samples.people import OFFICE_AT
from applications.samples.plots import Plot
from casework import acts
from casework.models import Case
from casework.seats import stage_of
from parks.models import Park
from records.actor import Actor
from rules.procedure import Hand, Stage

Moments = Generator[datetime, None, None]


class Cast:
    """The people of the demonstration as actors, each looked up once."""

    def __init__(self) -> None:
        self._known: dict[str, Actor] = {}

    def __call__(self, username: str) -> Actor:
        if username not in self._known:
            actor = actor_of(User.objects.get(username=username))
            if actor is None:
                raise ValueError(f"{username} holds no role")
            self._known[username] = actor
        return self._known[username]


class Walk:
    """A case and its way. Each method is one act by its hand, done now.

    `wait(days)` yields the next moment of the story, that many working days on.
    """

    def __init__(self, plot: Plot, cast: Cast, starts: date) -> None:
        self.plot, self.cast, self.day = plot, cast, starts
        self.sample = plot.sample
        self.law = rules.law(plot.law, plot.procedure)
        self.procedure = self.law.procedures[plot.procedure]
        self.case = Case()

    @property
    def stage(self) -> Stage:
        return stage_of(self.case)

    @property
    def version(self) -> int:
        self.case.refresh_from_db()
        return self.case.version

    def content(self) -> Content:
        self.case.refresh_from_db()
        return fresh_content(self.case)

    def wait(self, days: int = 1, hour: int = 10, until: date | None = None) -> Iterator[datetime]:
        self.day = max(workdays_from(self.day, days), until or self.day)
        yield office_hour(self.day, hour, (self.case.pk or 7) * 7 % 60)

    def actor(self, hand: Hand) -> Actor:
        """Who is that hand of the case: an operator by the park's key, others by their office."""
        if hand.role == "operator":
            return self.cast(f"{self.sample.key}-operator")
        above = hand.seat == "bureau" or self.procedure.applicant.organisation == "bureau"
        role = "head" if hand.role == "director" and not above else hand.role
        area = self.law.area_code if above else self.sample.area
        return self.cast(f"{OFFICE_AT[area].key}-{role}")

    @property
    def turn(self) -> Actor:
        """Whose turn it is."""
        return self.actor(self.stage.hand)

    @property
    def bureau(self) -> str:
        """How the user names of the bureau begin."""
        return OFFICE_AT[self.law.area_code].key

    def begin(self, followed: Case | None = None) -> None:
        sample, park = self.sample, None
        if self.procedure.has_park:
            park = Park.objects.get(area_id=sample.area, name=sample.name)
        self.case = applications.begin(
            self.actor(self.procedure.first.hand),
            park,
            self.law.key,
            self.procedure.key,
            name=sample.name,
            follows=followed.pk if followed else None,
        )

    def do(self, action: str, opinion: str = "", **data: Any) -> None:
        """The action by whose turn it is."""
        acts.perform(self.case.pk, action, self.turn, self.version, opinion=opinion, data=data)
        self.case.refresh_from_db()

    def accept(self) -> Moments:
        if self.stage.move("accept"):
            yield from self.wait()
            self.do("accept")

    def in_days(self, days: int) -> date:
        return timezone.localdate() + timedelta(days=days)


#: Working days that no stage takes more of, its notice included.
LONGEST_STAGE = 8


def arrival(plot: Plot, today: date) -> date:
    """The day on which the case came to where the plot ends."""
    if plot.days:
        return workdays_from(today - timedelta(days=plot.days), 0)
    return workdays_from(today, -plot.since)


def beginning(plot: Plot, arrives: date) -> date:
    """A day early enough for the case to arrive in time, however it goes."""
    stages = rules.law(plot.law, plot.procedure).procedures[plot.procedure].stages
    return workdays_from(arrives, -LONGEST_STAGE * len(stages))
