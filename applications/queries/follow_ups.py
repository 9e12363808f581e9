"""The bureau's duties after an approval: which there are, and what was committed and is actual."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.roles import Role
from accounts.scope import scoped
from applications.explain import shown_fact
from applications.models import FollowUp
from applications.queries.content import Content
from applications.queries.facts import on_record
from casework.errands import Waiting
from casework.seats import procedure_of, sits
from parks.queries import OnRecord
from records.actor import Actor
from records.keyset import PAGE_SIZE
from records.queries import calendar
from rules.duties import Duty
from rules.facts import CATALOGUE, Fact
from rules.stations import DIRECTOR, REVIEWER
from rules.verdict import plain_value
from rules.workdays import Due

DOERS = (Role.REVIEWER, Role.DIRECTOR)


@dataclass(frozen=True)
class Line:
    """A committed figure beside the one on record; values have the JSON shape of `rules.facts`."""

    fact: Fact
    committed: Any
    recorded: Any
    found: Any = None
    url: str = ""

    @property
    def committed_text(self) -> str:
        return shown_fact(self.fact, self.committed)

    @property
    def recorded_text(self) -> str:
        return shown_fact(self.fact, self.recorded)

    @property
    def found_text(self) -> str:
        return shown_fact(self.fact, self.found)


def follow_ups(actor: Actor) -> QuerySet[FollowUp]:
    """The duties that the actor sees, those due first before the others."""
    related = ("case__area", "case__park", "case__bureau", "made_by", "confirmed_by")
    return scoped(FollowUp.objects.select_related(*related), actor)


def of_own_bureau(actor: Actor) -> QuerySet[FollowUp]:
    """The duties of the actor's own bureau."""
    return follow_ups(actor).filter(case__bureau=actor.organisation_id)


def open_and_done(actor: Actor) -> tuple[list[FollowUp], list[FollowUp]]:
    """What the bureau still has to do, what is due first before all; and what it did last."""
    own = of_own_bureau(actor)
    done = own.filter(done_on__isnull=False).order_by("-done_on", "-pk")
    return list(own.filter(done_on__isnull=True)), list(done[:PAGE_SIZE])


def waiting(actor: Actor) -> Waiting:
    """What waits for the actor: findings whose day has come, or those of others to confirm."""
    owed = of_own_bureau(actor).filter(done_on__isnull=True)
    if actor.role == REVIEWER.role:
        return Waiting(owed.filter(result="", due_on__lte=timezone.localdate()).count())
    if actor.role == DIRECTOR.role:
        found = owed.exclude(result="").exclude(made_by__in=actor.persons)
        return Waiting(found.exclude(made_for__in=actor.persons).count())
    return Waiting(0)


def duty_of(follow_up: FollowUp) -> Duty:
    """The duty in the law of the case."""
    return next(d for d in procedure_of(follow_up.case).after if d.key == follow_up.duty)


def due_of(follow_up: FollowUp) -> Due:
    """Its day by the calendar as it stands."""
    return duty_of(follow_up).due(follow_up.begun_on, calendar())


def committed(content: Content) -> dict[str, Any]:
    """The figures that the application committed itself to, as the verdict took them."""
    rows = [row for row in content.facts if row.is_committed and row.value is not None]
    return {row.fact.key: row.value for row in rows}


def lines(follow_up: FollowUp) -> list[Line]:
    """The committed figures with the finding; until there is one, with what is on record today."""
    if not follow_up.result:
        return live_lines(follow_up)
    return [
        Line(CATALOGUE[one["key"]], one["committed"], one["recorded"], found=one["found"])
        for one in follow_up.findings
    ]


def live_lines(follow_up: FollowUp) -> list[Line]:
    """The committed figures with what is on record today."""
    park = follow_up.case.park
    live = on_record(park, timezone.localdate()) if park else {}
    return [
        _live(CATALOGUE[one["key"]], one["committed"], live.get(one["key"]))
        for one in follow_up.findings
    ]


def _live(fact: Fact, committed: Any, found: OnRecord | None) -> Line:
    if found is None or found.value is None:
        return Line(fact, committed, None)
    return Line(fact, committed, plain_value(fact.parse(found.value)), url=found.url)


def finding_refusal(follow_up: FollowUp, actor: Actor, day: date) -> str:
    """Why the actor cannot record a finding on `day`; "" when they can."""
    if follow_up.done_on:
        return _("This was confirmed already.")
    if not sits(follow_up.case, actor, REVIEWER):
        return _("Only the bureau's reviewer compares committed with actual figures.")
    if day < due_of(follow_up).nominal:
        return _("The period is not over yet: actual figures are compared when it is.")
    return ""


def confirming_refusal(follow_up: FollowUp, actor: Actor) -> str:
    """Why the actor cannot confirm the finding; "" when they can."""
    if follow_up.done_on:
        return _("This was confirmed already.")
    if not sits(follow_up.case, actor, DIRECTOR):
        return _("Only the bureau's director confirms the finding.")
    if not follow_up.result:
        return _("There is no finding yet.")
    if actor.persons & {follow_up.made_by_id, follow_up.made_for_id}:
        return _("You made this yourself; somebody else must confirm it.")
    return ""
