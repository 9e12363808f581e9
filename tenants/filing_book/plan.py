"""What a filled sheet would file, checked against the register as it stands now."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from accounts.scope import scoped
from parks.models import Park
from parks.queries import standing
from records.actor import Actor
from records.fields import half_width
from records.workbooks.checking import Checked, Row
from records.workbooks.reasons import Fault, Reason
from tenants.filing_book.columns import LAYOUT
from tenants.law import filing_law
from tenants.models import Agency, Event, Tenancy
from tenants.queries import Owed
from tenants.queries.filings import DAY_OF, owing

#: Why the actor's office files nothing in a park under an edition; "" where it does.
Refusal = Callable[[Park, str], str]
MARK: Final = LAYOUT.by_key["file"].heading


@dataclass(frozen=True)
class Line:
    """A row without errors whose event the register has; `owed` is None once it is filed."""

    row: Row
    tenancy: Tenancy
    event: Event
    owed: Owed | None


@dataclass
class Plan:
    """The marked rows of a sheet: what each would file, what was filed before, what is wrong.

    `unmarked` counts the rows that nobody asked to file; nothing is said of them.
    """

    checked: Checked
    lines: list[Line] = field(default_factory=list)
    unmarked: int = 0

    @property
    def to_file(self) -> list[Owed]:
        return [line.owed for line in self.lines if line.owed]

    @property
    def filed(self) -> int:
        return sum(line.owed is None for line in self.lines)


@dataclass(frozen=True)
class _Register:
    """What the actor sees of the parks and agencies that the rows name, names at half width."""

    parks: set[str]
    agencies: dict[str, Agency]
    stays: dict[tuple[str, str], list[Tenancy]]
    owed: dict[str, Owed]
    today: date


def make(actor: Actor, checked: Checked, today: date, refusal: Refusal) -> Plan:
    """What the marked rows would file; nothing is written. Objections join `checked`."""
    plan = Plan(checked)
    _leave_unmarked(plan)
    register = _load(actor, checked.rows, today)
    faults: list[Fault] = []
    planner = _Planner(register, refusal, faults)
    lines = [line for row in checked.rows if (line := planner.line(row))]
    checked.object_to(faults)
    bad = {(fault.sheet, fault.row) for fault in checked.faults}
    if not checked.of_headings():
        plan.lines = [line for line in lines if line.row.place not in bad]
    return plan


def _leave_unmarked(plan: Plan) -> None:
    """Take the rows without a mark out, with all that is wrong in them but the mark itself."""
    checked = plan.checked
    doubtful = {(f.sheet, f.row) for f in checked.faults if f.heading == MARK}
    out = {
        row.place
        for row in checked.rows
        if not row.values.get("file") and row.place not in doubtful
    }
    plan.unmarked = len(out)
    checked.rows = [row for row in checked.rows if row.place not in out]
    checked.faults = [fault for fault in checked.faults if (fault.sheet, fault.row) not in out]


def _load(actor: Actor, rows: Iterable[Row], today: date) -> _Register:
    """All that the rows can name, in a handful of queries however many rows there are."""
    codes = {row.values["credit_code"] for row in rows if "credit_code" in row.values}
    parks = scoped(Park.objects.select_related("area"), actor).prefetch_related(standing())
    known = {park.pk: park for park in parks}
    seen = scoped(Tenancy.objects.filter(agency__credit_code__in=codes, park__in=known), actor)
    stays: dict[tuple[str, str], list[Tenancy]] = defaultdict(list)
    agencies = {}
    for stay in seen.select_related("agency"):
        stay.park = known[stay.park_id]
        agencies[stay.agency.credit_code] = stay.agency
        if not stay.prospective:
            stays[half_width(stay.park.name), stay.agency.credit_code].append(stay)
    owed = {one.key: one for one in owing(known.values(), seen, today)}
    names = {half_width(park.name) for park in known.values()}
    return _Register(names, agencies, stays, owed, today)


class _Planner:
    """The rows of one sheet against the register, and against each other."""

    def __init__(self, register: _Register, refusal: Refusal, faults: list[Fault]) -> None:
        self.register, self.refusal, self.faults = register, refusal, faults
        self.seen: dict[tuple[int, Event], Row] = {}

    def line(self, row: Row) -> Line | None:
        """The row's event as the register has it; None where it is not there."""
        self._names(row)
        stay = self._stay(row)
        if stay is None:
            return None
        event = Event(row.values["event"])
        first = self.seen.setdefault((stay.pk, event), row)
        if first is not row:
            self._object(row, "event", "filing_twice", row=first.number, sheet=first.sheet)
        line = Line(row, stay, event, self.register.owed.get(f"{stay.pk}-{event}"))
        self._may_be_filed(line)
        return line

    def _names(self, row: Row) -> None:
        """Ask whether the actor sees such a park, and such an agency under this name."""
        said, register = row.values, self.register
        if "park" in said and half_width(said["park"]) not in register.parks:
            self._object(row, "park", "filing_park")
        if "credit_code" not in said:
            return
        agency = register.agencies.get(said["credit_code"])
        if agency is None:
            self._object(row, "credit_code", "filing_agency")
        elif "name" in said and half_width(said["name"]) != half_width(agency.name):
            self._object(row, "name", "name_differs")

    def _stay(self, row: Row) -> Tenancy | None:
        """The stay that has this event on this day."""
        if not LAYOUT.required <= row.values.keys():
            return None
        said, register = row.values, self.register
        park, code = half_width(said["park"]), said["credit_code"]
        if park not in register.parks or code not in register.agencies:
            return None
        column = DAY_OF[Event(said["event"])]
        days = {day: s for s in register.stays[park, code] if (day := getattr(s, column))}
        if not days:
            self._object(row, "event", "filing_no_event")
        elif said["event_on"] not in days:
            known = "、".join(day.isoformat() for day in sorted(days))
            self._object(row, "event_on", "filing_other_day", days=known)
        return days.get(said["event_on"])

    def _may_be_filed(self, line: Line) -> None:
        row, stay, day = line.row, line.tenancy, line.row.values["event_on"]
        law = filing_law(stay.park, day)
        if stay.agency.kind != Agency.Kind.AGENCY:
            self._object(row, "credit_code", "filing_supporting")
        elif day > self.register.today:
            self._object(row, "event_on", "filing_to_come")
        elif law is None:
            self._object(row, "park", "filing_no_law")
        elif line.owed and (reason := self.refusal(stay.park, law.key)):
            self._object(row, "park", "refused", reason=reason)
        elif line.owed and line.owed.is_late and not row.values.get("late_reason"):
            day_past = line.owed.deadline.due.isoformat()
            self._object(row, "late_reason", "filing_late", day=day_past)

    def _object(self, row: Row, key: str, code: str, /, **params: Any) -> None:
        self.faults.append(row.fault(key, Reason(code, params)))
