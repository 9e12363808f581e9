"""What a checked workbook would add to the archive: foreseen for the preview, then carried out.

A take-over only adds: what is on record stays as it is, and where the file says otherwise the
row is named as one to look at.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import rules
from accounts.models import Area, Organisation
from parks.models import Park, Recognition, Site
from parks.takeover.columns import PARKS, RECOGNITIONS, SITES
from parks.takeover.register import Key, Register, key_of
from records import credit_code
from records.fields import half_width
from records.workbooks.checking import Row
from records.workbooks.reasons import Fault, Reason

#: Columns that say which row is meant, or what stands in another row.
OF_PARK: Final = frozenset({"name", "area", "operator", "credit_code", "parent"})
OF_SITE: Final = frozenset({"park", "area", "name"})
OF_RECOGNITION: Final = frozenset({"park", "area", "level", "document_number", "edition"})
#: How an edition stands on a day on which parks were recognised under it.
IN_FORCE: Final = ("in_force", "no_printed_term")

#: What ends after it began, by the keys of its days.
SPANS: Final = (
    ("opened_on", "closed_on", "closes_before_opens"),
    ("decided_on", "revoked_on", "revoked_before_decided"),
)

Made = Organisation | Park | Site | Recognition


@dataclass
class Plan:
    """New rows in the order in which they are written, with what the file states of each."""

    made: list[tuple[Row, Made]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    unchanged: int = 0


def make(rows: Iterable[Row], register: Register) -> Plan:
    """What the rows add to the archive; nothing is written."""
    return _Planner(register).make(list(rows))


class _Planner:
    """One workbook against the register, sheet by sheet: parks, their sites, recognitions."""

    def __init__(self, register: Register) -> None:
        self.register, self.plan = register, Plan()
        self.seen: dict[tuple[object, ...], Row] = {}
        self.objected: set[str] = set()

    def make(self, rows: list[Row]) -> Plan:
        for layout, plan in (
            (PARKS, self._park),
            (SITES, self._site),
            (RECOGNITIONS, self._recognition),
        ):
            mine = [row for row in rows if row.layout is layout]
            for row in mine:
                self._days(row)
                plan(row)
            if layout is PARKS:
                self._parents(mine)
        self.plan.made.sort(key=lambda each: _order(each[1]))
        return self.plan

    def _days(self, row: Row) -> None:
        """What was before the system has happened by now, and ended after it began."""
        days = {k: v for k, v in row.values.items() if row.layout.by_key[k].kind == "date"}
        for key, day in days.items():
            if day > self.register.today:
                self._object(row, key, "future_day")
        for first, last, code in SPANS:
            if first in days and last in days and days[last] < days[first]:
                self._object(row, last, code)

    # parks and their operators

    def _park(self, row: Row) -> None:
        said, area = row.values, self._area(row)
        if area is None or not _is_whole(row):
            self.objected.add(half_width(row.written("name")))
            return None
        key = (area.pk, half_width(said["name"]))
        if self._is_second(row, "name", "park_twice", PARKS.title, *key):
            return None
        known = self.register.parks.get(key)
        if known:
            if _differs(known.operator.name, said["operator"]):
                self._warn(row, "operator", "stays_as_it_is", value=known.operator.name)
            return self._keep(row, known, OF_PARK)
        park = Park(area=area, name=said["name"], operator=self._operator(row, area))
        self._add(row, park, OF_PARK)
        self.register.parks[key] = park
        return None

    def _area(self, row: Row) -> Area | None:
        found = self.register.areas.get(row.values.get("area", ""))
        if found is None and "area" in row.values:
            self._object(row, "area", "unknown_area")
        return found

    def _operator(self, row: Row, area: Area) -> Organisation:
        name, code = row.values["operator"], row.values["credit_code"]
        if not credit_code.body_is_valid(code):
            self._warn(row, "credit_code", "code_body")
        key = (area.pk, half_width(name))
        found = next(iter(self.register.operators(area, code)), None)
        if found and half_width(found.name) != half_width(name):
            self._object(row, "operator", "operator_name_differs")
        found = found or self._of_that_name(row, key, code)
        if found is None:
            found = Organisation(
                area=area, kind=Organisation.Kind.OPERATOR, name=name, credit_code=code
            )
            self.plan.made.append((row, found))
            self.register.by_name[key] = found
            self.register.by_code.setdefault(code, []).append(found)
        return found

    def _of_that_name(self, row: Row, key: Key, code: str) -> Organisation | None:
        found = self.register.by_name.get(key)
        if found is None:
            return None
        if found.kind != Organisation.Kind.OPERATOR or found.credit_code:
            self._object(row, "operator", "operator_name_taken")
        else:
            self._warn(row, "credit_code", "operator_without_code")
        return found

    def _parents(self, rows: list[Row]) -> None:
        """Set the national parks of the new branches, now that all parks are known."""
        new = {id(row): made for row, made in self.plan.made if isinstance(made, Park)}
        for row in rows:
            name, park = row.values.get("parent"), new.get(id(row))
            if name is None or park is None:
                continue
            found = self.register.named(name)
            if len(found) != 1 or found[0] is park:
                self._object(row, "parent", "ambiguous_park" if found[1:] else "unknown_parent")
            else:
                park.parent = found[0]
        for row in rows:
            park = new.get(id(row))
            if park and park.parent and park.parent.parent:
                self._object(row, "parent", "parent_is_branch")

    # sites

    def _site(self, row: Row) -> None:
        park = self._park_of(row)
        if park is None or not _is_whole(row):
            return None
        key, name = key_of(park), half_width(row.values["name"])
        if self._is_second(row, "name", "site_twice", SITES.title, *key, name):
            return None
        sites = self.register.sites.setdefault(key, [])
        known = next((site for site in sites if half_width(site.name) == name), None)
        if known:
            return self._keep(row, known, OF_SITE)
        site = Site(park=park, name=row.values["name"])
        self._add(row, site, OF_SITE)
        if _is_open_core(site) and any(_is_open_core(other) for other in sites):
            self._object(row, "is_core", "second_core")
        sites.append(site)
        return None

    # recognitions

    def _recognition(self, row: Row) -> None:
        park = self._park_of(row)
        if park is None or not _is_whole(row):
            return None
        said, key = row.values, key_of(park)
        level = _level(park.area, said["level"])
        number = half_width(said["document_number"])
        if self._is_second(row, "level", "recognised_twice", RECOGNITIONS.title, *key, level,
                           number):  # fmt: skip
            return None
        others = self.register.recognitions.setdefault(key, [])
        known = [o for o in others if (o.level, half_width(o.document_number)) == (level, number)]
        if known:
            return self._keep(row, known[0], OF_RECOGNITION)
        made = Recognition(park=park, level=level, document_number=said["document_number"])
        self._add(row, made, OF_RECOGNITION)
        made.edition = self._edition(row, park.area, level)
        if made.revoked_on is None and any(_stands(other, level) for other in others):
            self._object(row, "level", "recognised_already")
        others.append(made)
        return None

    def _edition(self, row: Row, area: Area, level: str) -> str:
        here = {each.key: each for each in rules.editions() if _is_of(each, area, level)}
        said = row.values.get("edition")
        if said:
            if said not in here:
                self._object(row, "edition", "edition_not_here")
            return str(said)
        day: date = row.values["decided_on"]
        held = [key for key, each in here.items() if each.force_on(day) in IN_FORCE]
        if len(held) != 1:
            self._warn(row, "edition", "no_edition")
            return ""
        return held[0]

    # what the sheets share

    def _park_of(self, row: Row) -> Park | None:
        name = row.values.get("park", "")
        if not name or half_width(name) in self.objected:
            return None  # what is wrong is named where it stands
        found = self.register.named(name, row.values.get("area", ""))
        if len(found) == 1:
            return found[0]
        self._object(row, "park", "ambiguous_park" if found else "unknown_park")
        return None

    def _is_second(self, row: Row, key: str, code: str, *identity: object) -> bool:
        first = self.seen.setdefault(identity, row)
        if first is not row:
            self._object(row, key, code, row=first.number)
        return first is not row

    def _add(self, row: Row, made: Any, apart: frozenset[str]) -> None:
        made.before_system = True
        for key in row.values.keys() - apart:
            setattr(made, key, row.values[key])
        self.plan.made.append((row, made))

    def _keep(self, row: Row, known: Any, apart: frozenset[str]) -> None:
        """What is on record stays; the cells that say otherwise are named."""
        self.plan.unchanged += 1
        for key in sorted(row.values.keys() - apart):
            value = getattr(known, key)
            if _differs(value, row.values[key]):
                shown = "—" if value in (None, "") else str(value)
                self._warn(row, key, "stays_as_it_is", value=shown)

    def _object(self, row: Row, key: str, code: str, /, **params: Any) -> None:
        self.plan.faults.append(row.fault(key, Reason(code, params)))

    def _warn(self, row: Row, key: str, code: str, /, **params: Any) -> None:
        self.plan.warnings.append(row.fault(key, Reason(code, params)))


def _differs(known: Any, said: Any) -> bool:
    if isinstance(known, str) and isinstance(said, str):
        return half_width(known) != half_width(said)
    return bool(known != said)


def _order(made: Made) -> int:
    """Operators before parks, national parks before their branches, parks before the rest."""
    if isinstance(made, Organisation):
        return 0
    if isinstance(made, Park):
        return 1 if made.parent is None else 2
    return 3


def _is_whole(row: Row) -> bool:
    """Whether all cells that a row must have could be read."""
    return row.layout.required <= row.values.keys()


def _is_open_core(site: Site) -> bool:
    return site.is_core and site.closed_on is None


def _stands(recognition: Recognition, level: str) -> bool:
    return recognition.level == level and recognition.revoked_on is None


def _is_of(edition: rules.Edition, area: Area, level: str) -> bool:
    return edition.level == level and edition.area_code in area.path.split("/")


def _level(area: Area, said: str) -> str:
    """市级 means the municipality's own level where a rulebook of the area has it, and no city's.

    Elsewhere the word is taken as it stands.
    """
    levels = {each.level for each in rules.editions() if each.area_code in area.path.split("/")}
    is_municipality = Recognition.Level.MUNICIPAL in levels and Recognition.Level.CITY not in levels
    if said == Recognition.Level.CITY and is_municipality:
        return Recognition.Level.MUNICIPAL
    return said
