"""What is read of parks: lists, one park's page, and the facts that its sites give."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, F, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import gettext as _

import rules
from accounts.models import Area
from accounts.scope import scoped
from parks.models import Park, Recognition, Site
from records.actor import Actor
from records.models import AuditEntry
from rules.fields import Option


@dataclass(frozen=True)
class Row:
    """One row that a figure comes from, with the figure's part in it."""

    label: str
    value: str
    url: str


@dataclass(frozen=True)
class OnRecord:
    """A fact as the register knows it, in the shape of `rules.facts`; None = unknown.

    `rows` are what it was made of, `url` shows them, `missing` names what lacks: then the
    value is None, never a part passed off as the whole.
    """

    value: Any
    rows: tuple[Row, ...]
    url: str
    missing: tuple[str, ...] = ()


def standing() -> "Prefetch[str, QuerySet[Recognition], str]":
    """The recognitions that stand, as `park.standing`."""
    rows = Recognition.objects.filter(revoked_on__isnull=True).prefetch_related("corrections")
    return Prefetch("recognitions", rows, to_attr="standing")


def parks_seen(actor: Actor | None, filters: Mapping[str, str]) -> QuerySet[Park]:
    """The parks that the actor sees, narrowed by `area` (a code) and `name` (a part of it)."""
    rows = scoped(Park.objects.all(), actor).select_related("area", "operator")
    return _narrowed(rows, filters).prefetch_related(standing())


def recognised_parks(filters: Mapping[str, str]) -> QuerySet[Park]:
    """The parks of the public list: those with a recognition that stands.

    `listed_as` orders them, each branch after its own park.
    """
    recognised = Recognition.objects.filter(revoked_on__isnull=True).values("park")
    rows = Park.objects.filter(pk__in=recognised).select_related("area", "operator", "parent")
    # A branch comes right after the park that it belongs to.
    listed = Concat(F("parent__name"), Value(" "), F("name"))
    listed_as = Case(When(parent__isnull=True, then=F("name")), default=listed)
    return _narrowed(rows.annotate(listed_as=listed_as), filters).prefetch_related(standing())


def possible_parents(level: str, area_code: str) -> QuerySet[Park]:
    """The parks in the area that hold the level themselves and are no branches."""
    found = recognised_parks({"area": area_code}).filter(parent__isnull=True)
    standing = Recognition.objects.filter(level=level, revoked_on__isnull=True)
    return found.filter(pk__in=standing.values("park")).order_by("name", "pk")


def _narrowed(rows: QuerySet[Park], filters: Mapping[str, str]) -> QuerySet[Park]:
    name, code = filters.get("name", "").strip(), filters.get("area", "")
    if name:
        rows = rows.filter(Q(name__contains=name) | Q(operator__name__contains=name))
    if code:
        rows = rows.filter(area__path__contains=f"{code}/")
    return rows


def areas_seen(actor: Actor) -> QuerySet[Area]:
    """The areas to filter by: those in which the actor sees a park."""
    return Area.objects.filter(pk__in=scoped(Park.objects.all(), actor).values("area"))


def areas_with_recognition() -> QuerySet[Area]:
    """The areas that the public list can be narrowed to."""
    standing_parks = Recognition.objects.filter(revoked_on__isnull=True).values("park__area")
    return Area.objects.filter(pk__in=standing_parks)


def history(park: Park, limit: int = 50) -> QuerySet[AuditEntry]:
    """The park's last changes, those of its sites and recognitions included, the newest first."""
    found = Q(object_kind="parks.park", object_id=str(park.pk))
    for rows in (park.sites, park.recognitions, park.recommendations):
        keys = [str(pk) for pk in rows.values_list("pk", flat=True)]
        found |= Q(object_kind=rows.model._meta.label_lower, object_id__in=keys)
    return AuditEntry.objects.filter(found).order_by("-seq")[:limit]


def service_options() -> tuple[Option, ...]:
    """The services a park can offer, as the official forms of all editions name them."""
    fields = (f for e in rules.editions() for form in e.forms for f in form.fields)
    options = (o for field in fields if field.key == "services" for o in field.options)
    return tuple({option.key: option for option in options}.values())


def open_sites(park: Park, day: date) -> QuerySet[Site]:
    """The sites that are open on `day`, its last day included; the core first."""
    return park.sites.filter(opened_on__lte=day).filter(
        Q(closed_on__isnull=True) | Q(closed_on__gte=day)
    )


def sites_on_record(park: Park, day: date, planned: Sequence[Site] = ()) -> dict[str, OnRecord]:
    """The facts that the sites give on `day`: areas in m² as decimal strings, sites as a count.

    `branch_sites` counts what is not the core; a single site is the park itself, and 0.
    `planned` sites, which are not saved yet, count as if they stood.
    """
    sites = [*open_sites(park, day), *planned]
    core = sites if len(sites) == 1 else [site for site in sites if site.is_core]
    branches = [site for site in sites if site not in core]
    none = () if sites else (_("open sites"),)
    no_core = () if core or not sites else (_("which site is the core park"),)
    return {
        "floor_area": _area(park, sites, "floor_area", none),
        "core_floor_area": _area(park, core, "floor_area", none + no_core),
        "branch_sites": _count(park, branches, none + no_core),
        "public_service_area": _area(park, sites, "public_service_area", none),
    }


def _area(park: Park, sites: Iterable[Site], field: str, missing: tuple[str, ...]) -> OnRecord:
    parts = [(site, getattr(site, field)) for site in sites]
    missing += tuple(site.name for site, value in parts if value is None)
    rows = tuple(Row(site.name, str(value or ""), _sites_url(park)) for site, value in parts)
    total = None if missing else str(sum((value for _site, value in parts), Decimal(0)))
    return OnRecord(total, rows, _sites_url(park), missing)


def _count(park: Park, sites: list[Site], missing: tuple[str, ...]) -> OnRecord:
    rows = tuple(Row(site.name, "1", _sites_url(park)) for site in sites)
    return OnRecord(None if missing else len(sites), rows, _sites_url(park), missing)


def _sites_url(park: Park) -> str:
    return reverse("parks:park", args=[park.pk]) + "#sites"
