"""What is read of returns, targets and standing duties, each from a scoped queryset."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import Q, QuerySet, Sum
from django.urls import reverse
from django.utils import timezone

import rules
from accounts.scope import scoped
from casework.around import ROLES, Seats, seats_of
from casework.errands import Waiting
from casework.seats import offices_around
from parks.models import Park, Recognition
from parks.queries import OnRecord, Row
from records.actor import Actor
from records.models import Attachment
from returns.models import MonthlyReturn, Obligation, StandingRecord, Target
from returns.periods import is_monthly
from rules.duties import Duty
from rules.standing import Standing
from tenants.models import Tenancy
from tenants.queries import staying

#: The key of the duty to set targets for the year after its period.
TARGETS: Final = "targets"
#: What the list is asked for to show what waits for its reader.
MINE: Final = "mine"
#: Per cent.
CENT = Decimal(100)


@dataclass(frozen=True)
class Owed:
    """One line of the list: the obligation with its duty and what stands of it."""

    obligation: Obligation
    duty: Duty
    month: MonthlyReturn | None
    late: bool

    @property
    def is_monthly(self) -> bool:
        return is_monthly(self.duty)


def obligations(actor: Actor) -> QuerySet[Obligation]:
    rows = Obligation.objects.select_related("park__area", "park__operator", "monthly_return")
    return scoped(rows, actor)


def obligations_asked(actor: Actor, asked: Mapping[str, str]) -> QuerySet[Obligation]:
    """What is owed, narrowed by `name`, part of a park's name.

    With `done` = 1 it is what was done, with "mine" what waits for the actor.
    """
    rows, done = obligations(actor), asked.get("done")
    rows = rows.exclude(done_on=None) if done == "1" else rows.filter(done_on=None)
    if done == MINE:
        rows = rows.filter(pk__in=[row.pk for row in _waiting(actor)])
    name = asked.get("name", "").strip()
    named = Q(park__name__contains=name) | Q(park__operator__name__contains=name)
    return rows.filter(named) if name else rows


def returns(actor: Actor) -> QuerySet[MonthlyReturn]:
    rows = MonthlyReturn.objects.select_related(
        "obligation__park__area", "obligation__park__operator", "handed_in_by"
    )
    return scoped(rows, actor)


def owed(row: Obligation, today: date) -> Owed:
    """The obligation as a page shows it. Late: not done by its day, or done after it."""
    month = getattr(row, "monthly_return", None)
    late = row.due_on < (row.done_on or today)
    return Owed(row, rules.edition(row.edition).duty(row.duty), month, late)


def whose_turn(row: Obligation) -> str:
    """Who must act now: a return goes from the park over the office to the bureau."""
    duty = rules.edition(row.edition).duty(row.duty)
    if not is_monthly(duty):
        return duty.who
    return (getattr(row, "monthly_return", None) or MonthlyReturn()).holder


def waiting(actor: Actor) -> Waiting:
    """The duties that are owed and wait for the actor."""
    found, today = _waiting(actor), timezone.localdate()
    return Waiting(len(found), sum(row.due_on < today for row in found))


def _waiting(actor: Actor) -> list[Obligation]:
    owed = obligations(actor).filter(done_on=None) if actor.role in ROLES.values() else ()
    offices = offices_around({row.park.area for row in owed})
    return [
        row
        for row in owed
        if seats_of(row.park, row.edition, offices).holds(actor, whose_turn(row))
    ]


def tenants_in(row: Obligation) -> list[Tenancy]:
    """The agencies that were in the park at the end of the obligation's month."""
    rows = row.park.tenancies.filter(staying(row.period_end)).select_related("agency")
    return list(rows.order_by("agency__name", "pk"))


def month_before(month: MonthlyReturn) -> MonthlyReturn | None:
    """The park's return before this one under the same edition, if it was handed in."""
    own = month.obligation
    rows = MonthlyReturn.objects.filter(
        obligation__park=own.park_id, obligation__edition=own.edition,
        obligation__period_end__lt=own.period_end, handed_in_at__isnull=False,
    )  # fmt: skip
    return rows.order_by("-obligation__period_end").first()


def proofs(owner_kind: str, keys: Iterable[int]) -> dict[int, list[Attachment]]:
    """The files kept with each of these rows."""
    found: dict[int, list[Attachment]] = {}
    rows = Attachment.objects.filter(
        owner_kind=owner_kind, owner_id__in=list(keys), detached_at=None
    )
    for each in rows.order_by("pk"):
        found.setdefault(each.owner_id, []).append(each)
    return found


# Targets


def editions_of(park: Park) -> list[str]:
    """The editions under which the park stands recognised."""
    rows = park.recognitions.filter(revoked_on__isnull=True).exclude(edition="")
    return sorted(set(rows.values_list("edition", flat=True)))


def setters(edition: str) -> set[str]:
    """Who sets targets under the edition: "park", "bureau"."""
    law = rules.edition(edition)
    kept = {str(each.who) for each in law.standing if each.kept == "targets"}
    return kept | {str(each.who) for each in law.duties if each.key == TARGETS}


def may_set_targets(actor: Actor, park: Park) -> bool:
    """Whether the actor acts for one whom a law of the park lets set them."""
    return any(
        seats_of(park, edition).holds(actor, who)
        for edition in editions_of(park)
        for who in setters(edition)
    )


@dataclass(frozen=True)
class Reached:
    """A target, what the returns taken in add up to, and how much of it that is in per cent."""

    target: Target
    value: Decimal | None
    months: int

    @property
    def share(self) -> Decimal | None:
        if self.value is None or not self.target.value:
            return None
        return (self.value / self.target.value * CENT).quantize(Decimal("0.01"))


def reached(actor: Actor, park: Park) -> list[Reached]:
    """The park's targets, the newest year first, each beside what its returns give."""
    rows = list(scoped(Target.objects.filter(park=park), actor).select_related("set_by"))
    return [_reached(row) for row in rows]


def _reached(row: Target) -> Reached:
    name = row.figure.removesuffix("_growth")
    now, months = _year(row.park_id, row.year, name)
    if name == row.figure:
        return Reached(row, now, months)
    base, months_before = _year(row.park_id, row.year - 1, name)
    if not base or now is None or months != months_before:
        return Reached(row, None, months)
    value = ((now - base) / base * CENT).quantize(Decimal("0.01"))
    return Reached(row, value, months)


def _year(park: int, year: int, name: str) -> tuple[Decimal | None, int]:
    """The sum of the year's returns that the bureau took in, and how many months they are."""
    rows = MonthlyReturn.objects.filter(
        obligation__park=park, obligation__period_end__year=year, state=MonthlyReturn.State.KEPT
    )
    total = rows.aggregate(total=Sum(name))["total"]
    return (None if total is None else Decimal(total), rows.count())


# Facts

#: What a whole year of returns says, by the fact, and the figure that adds up to it.
GIVEN: Final = {
    "gross_revenue": "gross_revenue",
    "annual_revenue": "net_revenue",
    "placements": "person_times",
    "scarce_talent_moves": "scarce_talent",
}
#: Those that nothing else on record says.
ALONE: Final = ("placements", "scarce_talent_moves")


def facts_on_record(park: Park, year: int) -> dict[str, OnRecord]:
    """The facts that the year's returns taken in add up to: money in yuan as a decimal string.

    A year that lacks a month says nothing of revenues, which the register knows as well; of the
    others it names the months that lack. A park without returns in that year gives none.
    """
    rows = list(
        MonthlyReturn.objects.filter(obligation__park=park, obligation__period_end__year=year)
        .select_related("obligation")
        .order_by("obligation__period_end")
    )
    kept = [row for row in rows if row.state == MonthlyReturn.State.KEPT]
    months = {row.obligation.period_end.month for row in kept}
    lacking = tuple(f"{year}-{number:02}" for number in range(1, 13) if number not in months)
    told = (ALONE if lacking else GIVEN) if rows else ()
    return {key: _added(kept, GIVEN[key], lacking) for key in told}


def _added(kept: list[MonthlyReturn], name: str, lacking: tuple[str, ...]) -> OnRecord:
    values = [getattr(row, name) for row in kept]
    rows = tuple(
        Row(f"{row.obligation.period_end:%Y-%m}", str(value), _page_of(row))
        for row, value in zip(kept, values, strict=True)
    )
    total = sum(values)
    whole = total if isinstance(total, int) else str(total)
    return OnRecord(
        None if lacking else whole, rows, f"{reverse('returns:obligations')}?done=1", lacking
    )


def _page_of(month: MonthlyReturn) -> str:
    return reverse("returns:obligation", args=[month.obligation_id])


# Standing duties


@dataclass(frozen=True)
class Kept:
    """A standing duty with its records, the newest first, and whether the actor keeps it."""

    edition: str
    law: Any
    duty: Standing
    records: list[StandingRecord]
    may_record: bool


def standing(actor: Actor, park: Park) -> list[Kept]:
    """All standing duties that concern the park, by edition in the law's order."""
    found = []
    for edition in editions_of(park):
        seats = seats_of(park, edition)
        kept = _records(actor, edition, seats)
        for duty in rules.edition(edition).standing:
            keeper = seats.of(duty.who)
            rows = [r for r in kept if keeper and (r.key, r.keeper_id) == (duty.key, keeper.pk)]
            may = seats.holds(actor, duty.who)
            found.append(Kept(edition, rules.edition(edition), duty, rows, may))
    return found


def _records(actor: Actor, edition: str, seats: Seats) -> list[StandingRecord]:
    """The keepers' records: the actor's own by scope, an office's are shown to its parks."""
    keepers = [seat.pk for seat in seats if seat is not None]
    rows = StandingRecord.objects.filter(edition=edition, keeper__in=keepers)
    own = scoped(StandingRecord.objects.all(), actor).values("pk")
    return list(rows.filter(Q(pk__in=own) | ~Q(keeper=seats.park)).select_related("keeper"))


def parks_with_duties(actor: Actor) -> QuerySet[Park]:
    """The recognised parks that the actor sees."""
    recognised = Recognition.objects.filter(revoked_on__isnull=True).exclude(edition="")
    return scoped(Park.objects.filter(pk__in=recognised.values("park")), actor)


def of_park(park: Park, _actor: Actor) -> dict[str, Any]:
    """What a park's page links to: nothing for a park that no edition binds."""
    return {"bound": park if editions_of(park) else None}
