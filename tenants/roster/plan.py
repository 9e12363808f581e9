"""What a checked roster would do to the register: foreseen for the preview, then carried out."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from typing import Any, Final

from django.db.models import prefetch_related_objects

from parks.models import Park, Site
from parks.queries import standing
from records.batches import Written
from records.bulk import Draft, model_of
from records.fields import half_width
from records.workbooks.checking import Row
from records.workbooks.reasons import Fault, Reason
from records.workbooks.shown import plain
from rules.standing import Admission
from tenants.admission import objections
from tenants.law import admission_on
from tenants.models import AdverseRecord, Agency, AnnualFigure, Licence, Tenancy, Transfer
from tenants.stays import faults as stay_faults
from tenants.stays import overlap

#: Of so many changed rows the values are kept for the preview: nobody reads 20,000 of them.
PREVIEWED: Final = 500
AGENCY_FIELDS: Final = ("name", "kind")
STAY_FIELDS: Final = ("prospective", "entered_on", "left_on", "site", "floor_area")
LICENCE_FIELDS: Final = ("issued_on", "expires_on")
FIGURE_FIELDS: Final = ("gross_revenue", "net_revenue")
#: What an import may write, by model.
WRITTEN: Final[dict[type, tuple[str, ...]]] = {
    Agency: (*AGENCY_FIELDS, "version"),
    Tenancy: (*STAY_FIELDS, "version"),
    Licence: LICENCE_FIELDS,
    AnnualFigure: FIGURE_FIELDS,
}
#: By what of them one knows that nobody touched the rows since.
TRACED: Final[dict[type, tuple[str, ...]]] = WRITTEN | {
    Agency: (*WRITTEN[Agency], "credit_code", "organisation"),
    Licence: (*LICENCE_FIELDS, "kind", "number"),
}
#: Roster columns whose name on the register's row is another.
ATTRIBUTES: Final = {"licence_kind": "kind", "licence_number": "number"}


@dataclass
class Register:
    """What the register holds of the park, and of the agencies that some rows name."""

    park: Park
    year: int
    today: date
    sites: dict[str, Site]
    renamable: set[int]
    admission: Callable[[date], Admission | None]
    agencies: dict[str, Agency] = field(default_factory=dict)
    stays: dict[int, list[Tenancy]] = field(default_factory=dict)
    moves: dict[int, list[date]] = field(default_factory=dict)
    licences: dict[tuple[int, str, str], Licence] = field(default_factory=dict)
    figures: dict[int, AnnualFigure] = field(default_factory=dict)
    held: dict[int, list[Licence]] = field(default_factory=dict)
    records: dict[int, list[AdverseRecord]] = field(default_factory=dict)


@dataclass
class Plan:
    """Rows to create and to change by model, and the first roster rows' values before and after.

    `was` holds what the rows to change have now, by model and key. `added`, `altered` and
    `unchanged` count the roster's rows: with a new stay, with another change, with none. A long
    roster is planned some rows at a time, for all of them need too much memory; `traces` are of
    those that were written.
    """

    new: dict[type, list[Any]] = field(default_factory=lambda: defaultdict(list))
    changed: dict[type, list[Any]] = field(default_factory=lambda: defaultdict(list))
    was: dict[tuple[type, int], dict[str, Any]] = field(default_factory=dict)
    changes: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    traces: list[Written] = field(default_factory=list)
    added: int = 0
    altered: int = 0
    unchanged: int = 0

    def forget(self) -> None:
        """Keep no row of the register, but what is told of them all."""
        for each in (self.new, self.changed, self.was):
            each.clear()


def load(park: Park, year: int, today: date, renamable: Iterable[int]) -> Register:
    """The park's part of the register, the same for all rows."""
    prefetch_related_objects([park], standing())
    return Register(
        park=park,
        year=year,
        today=today,
        sites={half_width(site.name): site for site in park.sites.order_by("-closed_on")},
        renamable=set(renamable),
        admission=cache(partial(admission_on, park)),
    )


def holding(register: Register, rows: Iterable[Row]) -> Register:
    """The register with all that the rows can touch, in a handful of queries however many."""
    codes = [row.values["credit_code"] for row in rows if "credit_code" in row.values]
    agencies = {each.credit_code: each for each in Agency.objects.filter(credit_code__in=codes)}
    ids = [agency.pk for agency in agencies.values()]
    stays = list(register.park.tenancies.filter(agency__in=ids).select_related("site"))
    own = [stay.pk for stay in stays]
    licences = list(Licence.objects.filter(agency__in=ids))
    records = AdverseRecord.objects.filter(agency__in=ids).select_related("office")
    moves: dict[int, list[date]] = defaultdict(list)
    for move in Transfer.objects.filter(tenancy__in=own):
        moves[move.tenancy_id].append(move.moved_on)
    figures = AnnualFigure.objects.filter(tenancy__in=own, year=register.year)
    return replace(
        register,
        agencies=agencies,
        stays=_by_agency(stays),
        moves=moves,
        licences={(each.agency_id, each.kind, each.number): each for each in licences},
        figures={each.tenancy_id: each for each in figures},
        held=_by_agency(licences),
        records=_by_agency(records),
    )


def _by_agency(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.agency_id].append(row)
    return found


def make(rows: Iterable[Row], register: Register, plan: Plan) -> None:
    """Add to the plan what the rows change in the register; nothing is written."""
    for row in rows:
        if "credit_code" in row.values and "name" in row.values:
            _RowPlan(row, register, plan).make()


class _RowPlan:
    """One roster row against the register: its agency, stay, licence and figure."""

    def __init__(self, row: Row, register: Register, plan: Plan) -> None:
        self.row, self.register, self.plan = row, register, plan
        self.before: dict[str, Any] = {}
        self.after: dict[str, Any] = {}

    def make(self) -> None:
        agency = self._agency()
        stay = self._stay(agency)
        self._admit(agency, stay, self._licence(agency))
        self._figure(stay)
        if not self.after:
            self.plan.unchanged += 1
            return
        if stay.pk is None:
            self.plan.added += 1
        else:
            self.plan.altered += 1
        if len(self.plan.changes) < PREVIEWED:
            self.plan.changes.append(self._change(stay))

    def _change(self, stay: Any) -> dict[str, Any]:
        return {
            "sheet": self.row.sheet,
            "row": self.row.number,
            "name": self.row.values["name"],
            "credit_code": self.row.values["credit_code"],
            "is_new": stay.pk is None,
            "before": self.before,
            "after": self.after,
        }

    def _agency(self) -> Any:
        code = self.row.values["credit_code"]
        agency = self.register.agencies.get(code) or Draft(Agency, credit_code=code)
        values = _said(self.row, AGENCY_FIELDS)
        if agency.pk and half_width(agency.name) == half_width(values["name"]):
            del values["name"]  # only the width of its brackets differs
        if agency.pk and agency.pk not in self.register.renamable:
            for name in [k for k, v in values.items() if getattr(agency, k) != v]:
                self._object(name, Reason(f"{name}_differs"))
        self._put(agency, values)
        return agency

    def _stay(self, agency: Any) -> Any:
        values = _said(self.row, STAY_FIELDS)
        if "site" in values:
            values["site"] = self._site()
        known = self.register.stays.get(agency.pk, []) if agency.pk else []
        found = _matching(values, known, self.register.today)
        stay: Any = found or Draft(Tenancy, agency=agency, park=self.register.park)
        if stay.prospective and values.get("entered_on"):
            values.setdefault("prospective", False)  # the tenant to be has come
        self._put(stay, values)
        others = [each for each in known if each is not stay]
        moves = self.register.moves.get(stay.pk, ()) if stay.pk else ()
        for key, reason in stay_faults(stay, others, self.register.today, moves):
            self._object(key, reason)
        return stay

    def _site(self) -> Site | None:
        site = self.register.sites.get(half_width(self.row.values["site"]))
        if site is None:
            names = [s.name for s in self.register.sites.values() if s.closed_on is None]
            self._object("site", Reason("unknown_site", {"sites": "、".join(names) or "—"}))
        return site

    def _admit(self, agency: Any, stay: Any, licence: Any) -> None:
        """Ask the park's law of who enters by this row, with the licence that it states."""
        if stay.pk and not {"entered_on", "prospective"} & self.after.keys():
            return
        day = stay.entered_on or self.register.today
        admission = self.register.admission(day)
        if admission is None:
            return
        held = [*self.register.held.get(agency.pk, ()), *([licence] if licence else ())]
        records = self.register.records.get(agency.pk, ())
        for key, reason in objections(agency.kind, admission, day, held, records):
            self._object(key, reason)

    def _licence(self, agency: Any) -> Any:
        """The licence that the row states, None where it states none."""
        number, kind = self.row.values.get("licence_number"), self.row.values.get("licence_kind")
        if not number or not kind:
            return None
        values = _said(self.row, LICENCE_FIELDS)
        known = self.register.licences.get((agency.pk, kind, number)) if agency.pk else None
        licence: Any = known
        if licence is None:
            licence = Draft(Licence, agency=agency)
            values = {"licence_kind": kind, "licence_number": number} | values
        self._put(licence, values)
        if licence.issued_on and licence.expires_on and licence.issued_on > licence.expires_on:
            self._object("expires_on", Reason("expiry_before_issue"))
        return licence

    def _figure(self, stay: Any) -> None:
        values = _said(self.row, FIGURE_FIELDS)
        if not values:
            return
        known = self.register.figures.get(stay.pk) if stay.pk else None
        figure = known or Draft(AnnualFigure, tenancy=stay, year=self.register.year)
        self._put(figure, values)
        net, gross = figure.net_revenue, figure.gross_revenue
        if net is not None and gross is not None and net > gross:
            self._object("net_revenue", Reason("net_above_gross"))

    def _put(self, target: Any, values: dict[str, Any]) -> None:
        """Set the values on a register row; note it for creation or change where they differ."""
        is_new = target.pk is None
        said = {ATTRIBUTES.get(key, key): (key, value) for key, value in values.items()}
        differs = {n: kv for n, kv in said.items() if is_new or getattr(target, n) != kv[1]}
        for name, (key, value) in differs.items():
            if not is_new:
                self.before[key] = plain(getattr(target, name))
                was = self.plan.was.setdefault((model_of(target), target.pk), {})
                was.setdefault(name, getattr(target, name))
            self.after[key] = plain(value)
            setattr(target, name, value)
        if is_new:
            self.plan.new[model_of(target)].append(target)
        elif differs:
            self.plan.changed[model_of(target)].append(target)

    def _object(self, key: str, reason: Reason) -> None:
        self.plan.faults.append(self.row.fault(key, reason))


def _matching(values: dict[str, Any], known: list[Tenancy], today: date) -> Tenancy | None:
    """The stay on record that a row speaks of: one it shares days with, or the open one."""
    if not values.get("entered_on"):
        return next((stay for stay in known if stay.left_on is None), None)
    if not known:
        return None
    asked = Draft(Tenancy, entered_on=values["entered_on"], left_on=values.get("left_on"))
    shared = [stay for stay in known if stay.prospective or overlap(asked, stay, today)]
    same = [stay for stay in shared if stay.entered_on == asked.entered_on]
    return next(iter(same + shared), None)


def _said(row: Row, fields: Iterable[str]) -> dict[str, Any]:
    """The values of those fields that the row states; a blank cell states nothing."""
    return {name: row.values[name] for name in fields if name in row.values}
