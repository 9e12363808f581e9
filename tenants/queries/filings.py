"""What must be filed of the tenants' entries and exits, and what was."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from accounts.roles import Role
from accounts.scope import scoped
from casework.errands import Waiting
from casework.models import Case
from casework.queries.rows import SOON_DAYS
from casework.words import left_in_words
from parks.models import Park
from parks.queries import standing
from records.actor import Actor
from records.queries import calendar
from rules.terms import Deadline
from rules.workdays import Calendar
from tenants.law import deadline, filed_since, filing_law
from tenants.models import Agency, EarlierFiling, Event, Filing, Tenancy
from tenants.punctual import Supplement, days_late

#: The register's column that tells the day of each event.
DAY_OF: Final = {Event.ENTRY: "entered_on", Event.EXIT: "left_on"}
#: So many lines stand on a page; the most urgent come first.
SHOWN: Final = 200
#: So many events of a kind are looked through for a page, the oldest first.
READ: Final = 2_000
#: The number of a stay, as a form names it.
NUMBER: Final = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class Owed:
    """An event on record for which nothing has been filed yet."""

    tenancy: Tenancy
    event: Event
    on: date
    deadline: Deadline
    today: date

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.tenancy.pk}-{self.event}"

    @property
    def left(self) -> int:
        """Days to the last day, negative when it is past."""
        return (self.deadline.due - self.today).days

    @property
    def words(self) -> str:
        return left_in_words(self.left)

    @property
    def shape(self) -> str:
        """The kind of the status component that shows the time left."""
        return "late" if self.is_late else "wait" if self.left <= SOON_DAYS else "none"

    @property
    def is_late(self) -> bool:
        return self.left < 0


@dataclass(frozen=True)
class Line:
    """A filing in a list: `late` in days, 0 = in time."""

    filing: Filing
    late: int


def owed(actor: Actor, today: date) -> list[Owed]:
    """What is to be filed of the parks that the actor sees, the most urgent first.

    Of HR agencies only: the law's period runs for them (A-SH-08).
    """
    return _urgent(actor, scoped(Tenancy.objects.all(), actor), today, READ)[:SHOWN]


def all_owed(actor: Actor, today: date) -> list[Owed]:
    """The same, with all for which a page has no room."""
    return _urgent(actor, scoped(Tenancy.objects.all(), actor), today)


def waiting(actor: Actor) -> Waiting:
    """The events that the officer has still to file."""
    found = owed(actor, timezone.localdate()) if actor.role == Role.OFFICER else []
    return Waiting(len(found), sum(one.is_late for one in found))


def owing(
    parks: Iterable[Park], stays: QuerySet[Tenancy], today: date, read: int | None = None
) -> Iterator[Owed]:
    """What of these stays is to be filed under the laws of these parks.

    Of each event, the first `read` that have not been filed are looked at, the oldest first.
    """
    under_law = {park.pk: (park, day) for park in parks if (day := filed_since(park))}
    if not under_law:
        return
    agencies = stays.filter(
        park__in=under_law, prospective=False, agency__kind=Agency.Kind.AGENCY
    ).select_related("agency")
    workdays = calendar()
    for event in Event:
        begun = _since(event, {pk: day for pk, (_park, day) in under_law.items()})
        come = Q(**{f"{DAY_OF[event]}__lte": today})
        for stay in _unfiled(agencies.filter(begun, come), event)[:read]:
            one = _owed(stay, under_law[stay.park_id][0], event, today, workdays)
            if one:
                yield one


def _since(event: Event, days: Mapping[int, date]) -> Q:
    """The stays of these parks whose event lies on their park's day or later."""
    found = Q(pk__in=[])
    for day in set(days.values()):
        parks = [pk for pk, first in days.items() if first == day]
        found |= Q(**{"park__in": parks, f"{DAY_OF[event]}__gte": day})
    return found


def _urgent(
    actor: Actor, stays: QuerySet[Tenancy], today: date, read: int | None = None
) -> list[Owed]:
    parks = scoped(Park.objects.all(), actor).select_related("area").prefetch_related(standing())
    found = owing(parks, stays, today, read)
    return sorted(found, key=lambda one: (one.deadline.due, one.tenancy.pk))


@dataclass(frozen=True)
class Told:
    """What became of one event of a stay: filed, filed on paper once, or still owed."""

    event: Event
    on: date
    filing: Filing | None
    earlier: EarlierFiling | None
    owed: Owed | None


def events_of(stay: Tenancy, today: date) -> list[Told]:
    """The stay's entry and exit, as far as the law has them filed."""
    found = []
    for event in Event:
        day = getattr(stay, DAY_OF[event])
        if day is None or filing_law(stay.park, day) is None:
            continue
        filing = live_filing(stay, event)
        earlier = stay.earlier_filings.filter(event=event).first()
        is_owed = stay.agency.kind == Agency.Kind.AGENCY and not is_filed(stay, event)
        owing = _owed(stay, stay.park, event, today, calendar()) if is_owed else None
        found.append(Told(event, day, filing, earlier, owing))
    return found


def owed_of(actor: Actor, keys: Iterable[str], today: date) -> list[Owed]:
    """Those that a form named and that are owed still, in the order of their last days."""
    wanted = set(keys)
    named = [int(stay) for key in wanted if NUMBER.fullmatch(stay := key.partition("-")[0])]
    stays = scoped(Tenancy.objects.filter(pk__in=named), actor)
    return [one for one in _urgent(actor, stays, today) if one.key in wanted]


def _unfiled(stays: QuerySet[Tenancy], event: Event) -> QuerySet[Tenancy]:
    """The stays whose event is on record and was filed neither here nor on paper."""
    filed = _settling(event)
    before = EarlierFiling.objects.filter(event=event)
    return (
        stays.exclude(pk__in=filed.values("tenancy"))
        .exclude(pk__in=before.values("tenancy"))
        .order_by(DAY_OF[event], "pk")
    )


def _owed(stay: Tenancy, park: Park, event: Event, today: date, workdays: Calendar) -> Owed | None:
    day: date = getattr(stay, DAY_OF[event])
    law = filing_law(park, day)
    if law is None or day > today:
        return None
    stay.park = park
    return Owed(stay, event, day, deadline(law, day, workdays), today)


#: A filing that ended so is as if it had never been.
GIVEN_UP: Final = (Case.Status.WITHDRAWN, Case.Status.LAPSED)


def _settling(event: Event) -> QuerySet[Filing]:
    """The filings that leave nothing of the event to file.

    One that was acknowledged for a day which the register has no longer is kept, but what the
    register has now is to be filed as well.
    """
    same_day = Q(event_on=F(f"tenancy__{DAY_OF[event]}"))
    live = Filing.objects.filter(event=event).exclude(case__status__in=GIVEN_UP)
    return live.filter(same_day | ~Q(case__status=Case.Status.APPROVED))


def is_filed(tenancy: Tenancy, event: Event) -> bool:
    """Whether the event was filed, here with the register's day, or on paper once."""
    on_paper = tenancy.earlier_filings.filter(event=event)
    return _settling(event).filter(tenancy=tenancy).exists() or on_paper.exists()


def live_filing(tenancy: Tenancy, event: str) -> Filing | None:
    """The last filing of that event that was not withdrawn."""
    found = tenancy.filings.filter(event=event).exclude(case__status__in=GIVEN_UP)
    return found.select_related("case").order_by("-pk").first()


def filings_seen(actor: Actor, *, closed: bool) -> QuerySet[Filing]:
    """The filings that the actor sees, the latest first: those under way, or those that ended."""
    rows = scoped(Filing.objects.all(), actor).select_related(
        "case__receipt", "case__applicant", "tenancy__agency", "tenancy__park"
    )
    ended = {"case__status__in": Case.FINAL}
    rows = rows.filter(**ended) if closed else rows.exclude(**ended)
    return rows.prefetch_related("case__steps").order_by("-pk")


def lines(rows: Sequence[Filing]) -> list[Line]:
    """The filings with their delays."""
    return [Line(filing, late_days(filing)) for filing in rows]


def late_days(filing: Filing) -> int:
    """Days that the filing came late, 0 = in time. A correction is measured by no period."""
    if filing.corrects_id:
        return 0
    steps = sorted(filing.case.steps.all(), key=lambda step: step.number)
    handed_in = [timezone.localdate(step.at) for step in steps if step.action == "submit"]
    supplements = []
    for step in steps:
        if step.action == "return_for_supplement" and step.data.get("answer_by"):
            later = [s for s in steps if s.action == "submit" and s.number > step.number]
            done = timezone.localdate(later[0].at) if later else None
            supplements.append(Supplement(date.fromisoformat(step.data["answer_by"]), done))
    first = handed_in[0] if handed_in else None
    return days_late(filing.due_on, first, supplements, timezone.localdate())
