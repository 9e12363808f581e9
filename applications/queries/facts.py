"""An application's facts three ways: on record, declared by the applicant, verified."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

import rules
from applications.models import Application, DeclaredFact
from casework.seats import procedure_of, stage_of
from parks.models import Park, Site
from parks.queries import OnRecord, Row, open_sites, sites_on_record
from returns.periods import is_monthly, periodic
from returns.queries import facts_on_record as returned
from rules.facts import CATALOGUE, Fact, Value
from rules.verdict import plain_value
from tenants.queries import facts_on_record

#: Where the house finds what nobody has to declare.
SOURCES = ("sites", "register", "returns")


@dataclass(frozen=True)
class FactRow:
    """One fact in its three ways; values have the JSON shape of `rules.facts`, None = unknown.

    `lacking` says what the register misses of a figure that it would know.
    """

    fact: Fact
    stored: DeclaredFact
    recorded: Any
    url: str = ""
    lacking: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def declared(self) -> Any:
        return self.stored.declared

    @property
    def is_committed(self) -> bool:
        """Whether the applicant commits itself to the figure, which is not actual yet."""
        return self.stored.basis == DeclaredFact.FactBasis.COMMITTED

    @property
    def verified(self) -> Any:
        return self.stored.verified

    @property
    def given(self) -> Any:
        """What the applicant stands by: the own figure, else the register's."""
        return self.recorded if self.declared is None else self.declared

    @property
    def value(self) -> Any:
        """What the verdict takes: verified, else declared, else on record."""
        return self.given if self.verified is None else self.verified

    @property
    def differs(self) -> bool:
        """Whether two of the three ways say different things."""
        ways = (self.recorded, self.declared, self.verified)
        return len({self._read(way) for way in ways if way is not None}) > 1

    def _read(self, value: Any) -> Value:
        read = self.fact.parse(value)
        return tuple(sorted(read)) if isinstance(read, tuple) else read


def on_record(
    park: Park, day: date, sources: Collection[str] = SOURCES, planned: Sequence[Site] = ()
) -> dict[str, OnRecord]:
    """What sites, register and returns say on `day`, of the calendar year before where of a year.

    Where the park's returns cover that year, its revenues are theirs.
    Only the `sources` of facts that are asked are read. `planned` sites do not stand yet, and
    count as if they did.
    """
    found: dict[str, OnRecord] = {}
    if "sites" in sources:
        found |= sites_on_record(park, day, planned)
    if {"register", "returns"} & set(sources):
        found |= facts_on_record(park, day, day.year - 1)
    if "returns" in sources:
        found |= returned(park, day.year - 1)
    return found


def sites_of(application: Application) -> list[Site]:
    """The park's open sites of today, then the one that is applied for."""
    park = application.case.park
    open_ones = open_sites(park, timezone.localdate()) if park else ()
    return [*open_ones, *planned_sites(application)]


def planned_sites(application: Application) -> list[Site]:
    """The site that approval would add, as the form describes it so far; never saved."""
    case = application.case
    if procedure_of(case).grants != "site":
        return []
    told = application.form
    values: dict[str, Any] = {
        "name": told.get("site_name") or _("the site applied for"),
        "floor_area": _amount(told.get("site_floor_area")),
        "public_service_area": _amount(told.get("site_public_service_area")),
    }
    return [Site(park=case.park, **values)]


def _amount(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def record_is_live(application: Application) -> bool:
    """Whether the register is read as it stands; once handed in, the frozen figures count."""
    case = application.case
    return not case.is_final and stage_of(case).hand.seat == "applicant"


def fact_rows(application: Application) -> list[FactRow]:
    """All facts that the edition asks, in its order."""
    if record_is_live(application):
        return live_rows(application)
    return [_frozen_row(fact) for fact in _stored(application)]


def live_rows(application: Application) -> list[FactRow]:
    """The facts with what stands on record today, a site that is applied for included."""
    park, stored = application.case.park, _stored(application)
    sources = _sources(application.case.edition, stored)
    planned = planned_sites(application)
    live = on_record(park, timezone.localdate(), sources, planned) if park else {}
    return [_live_row(fact, live.get(fact.key)) for fact in stored]


def _sources(edition: str, stored: list[DeclaredFact]) -> set[str]:
    """Where the facts are looked for: what monthly returns would say, the register says else."""
    sources: set[str] = {CATALOGUE[fact.key].source for fact in stored}
    if "returns" in sources and not any(map(is_monthly, periodic(edition))):
        sources = sources - {"returns"} | {"register"}
    return sources


def _stored(application: Application) -> list[DeclaredFact]:
    stored = {fact.key: fact for fact in application.facts.all()}
    case = application.case
    return [stored[key] for key in rules.law(case.edition, case.procedure).fact_keys()]


def _live_row(stored: DeclaredFact, found: OnRecord | None) -> FactRow:
    fact = CATALOGUE[stored.key]
    if found is None:
        return FactRow(fact, stored, None)
    value = None if found.value is None else plain_value(fact.parse(found.value))
    return FactRow(fact, stored, value, found.url, tuple(found.missing), tuple(found.rows))


def _frozen_row(stored: DeclaredFact) -> FactRow:
    return FactRow(CATALOGUE[stored.key], stored, stored.recorded, stored.recorded_url)


def values_of(rows: list[FactRow]) -> dict[str, Any]:
    """The facts as `Edition.assess` takes them; an unknown one is left out, never zero."""
    return {row.fact.key: row.value for row in rows if row.value is not None}
