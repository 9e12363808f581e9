"""What is read of tenants: the register on a day, one agency, and the facts the register gives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import (
    DateField,
    Exists,
    F,
    Max,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.roles import Role
from accounts.scope import scoped
from parks.models import Park
from parks.queries import OnRecord, Row
from records.actor import Actor
from records.fields import half_width, number_of, read_date
from records.models import AuditEntry
from tenants.models import Agency, AnnualFigure, Licence, RosterImport, Tenancy, Transfer
from tenants.words import Light

#: The kinds of licence that make an agency an HR service agency; a dispatch licence alone does not.
COUNTED = (Licence.Kind.PERMIT, Licence.Kind.FILING)
#: The system's own default: how long before its end a licence is shown as expiring.
WARN_DAYS = 90


@dataclass(frozen=True)
class RegisterFilter:
    """What the register is narrowed to; `day` is the day on which one looks at it."""

    day: date
    park: int | None = None
    text: str = ""
    light: str = ""
    prospective: bool = False
    counted: bool = False

    @property
    def is_narrowed(self) -> bool:
        """Whether more than the park and the day was asked for."""
        return bool(self.text or self.light or self.prospective or self.counted)

    @classmethod
    def of(cls, asked: Mapping[str, str], today: date) -> "RegisterFilter":
        """Read a query string; what cannot be read is left out."""
        light = asked.get("light", "")
        return cls(
            day=_day(asked.get("day", ""), today),
            park=number_of(asked.get("park", "")) or None,
            text=asked.get("q", "").strip(),
            light=light if light in Light.values else "",
            prospective=bool(asked.get("prospective")),
            counted=bool(asked.get("counted")),
        )


def _day(written: str, today: date) -> date:
    try:
        return read_date(written)
    except ValueError:
        return today


def staying(day: date) -> Q:
    """The tenancies that run on `day`, first and last day included."""
    return Q(prospective=False, entered_on__lte=day) & (
        Q(left_on__isnull=True) | Q(left_on__gte=day)
    )


def with_licence(rows: QuerySet[Tenancy], day: date) -> QuerySet[Any]:
    """Add `licensed_until`: the last day of the agency's best licence, 9999-12-31 without end.

    And `permitted`: whether it holds a licence on the day, not a filing only (A-SH-07).
    """
    issued = Q(issued_on__isnull=True) | Q(issued_on__lte=day)
    held = Licence.objects.filter(issued, agency=OuterRef("agency"), kind__in=COUNTED)
    runs = Q(expires_on__isnull=True) | Q(expires_on__gte=day)
    permit = held.filter(runs, kind=Licence.Kind.PERMIT).order_by()
    until = Coalesce("expires_on", Value(date.max), output_field=DateField())
    best = held.order_by().values("agency").annotate(until=Max(until)).values("until")
    until_then = Subquery(best, output_field=DateField())
    return rows.annotate(licensed_until=until_then, permitted=Exists(permit))


def counted(rows: QuerySet[Tenancy], day: date) -> QuerySet[Tenancy]:
    """The tenancies that count as operating HR agencies: staying, and licensed on `day`."""
    return with_licence(rows, day).filter(
        staying(day), agency__kind=Agency.Kind.AGENCY, licensed_until__gte=day
    )


def to_come(park: Park) -> QuerySet[Tenancy]:
    """The park's prospective tenancies: they count for committed figures only."""
    return park.tenancies.filter(prospective=True)


def light(licensed_until: date | None, day: date) -> Light:
    """How the licence stands on `day`."""
    if licensed_until is None:
        return Light.NONE
    if licensed_until < day:
        return Light.EXPIRED
    return Light.SOON if licensed_until <= day + timedelta(WARN_DAYS) else Light.VALID


def _lit(wanted: str, day: date) -> Q:
    soon = day + timedelta(WARN_DAYS)
    return {
        Light.NONE: Q(licensed_until__isnull=True),
        Light.EXPIRED: Q(licensed_until__lt=day),
        Light.SOON: Q(licensed_until__gte=day, licensed_until__lte=soon),
        Light.VALID: Q(licensed_until__gt=soon),
    }[Light(wanted)]


def register(actor: Actor | None, asked: RegisterFilter) -> QuerySet[Tenancy]:
    """The tenancies that the actor sees, as `asked`; last year's figures as `year_figures`."""
    rows = scoped(Tenancy.objects.all(), actor).select_related("agency", "park", "site")
    rows = (counted if asked.counted else with_licence)(rows, asked.day)
    rows = rows.filter(Q(prospective=True) if asked.prospective else staying(asked.day))
    if asked.park is not None:
        rows = rows.filter(park=asked.park)
    if asked.text:
        text = half_width(asked.text)
        rows = rows.filter(
            Q(agency__name__contains=asked.text) | Q(agency__credit_code__startswith=text.upper())
        )
    if asked.light:
        rows = rows.filter(_lit(asked.light, asked.day))
    return _placed(rows, asked.day).prefetch_related(_figures(asked.day.year - 1))


def _placed(rows: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Add `site_then`: the name of the site where the tenant sat on `day`, None without one."""
    later = Transfer.objects.filter(tenancy=OuterRef("pk"), moved_on__gt=day)
    left = later.order_by("moved_on", "pk").values("from_site__name")[:1]
    return rows.annotate(site_then=Coalesce(Subquery(left), F("site__name")))


def _figures(year: int) -> "Prefetch[str, QuerySet[AnnualFigure], str]":
    return Prefetch(
        "annual_figures", AnnualFigure.objects.filter(year=year).order_by(), to_attr="year_figures"
    )


def agency_tenancies(actor: Actor, agency: Agency) -> QuerySet[Tenancy]:
    """The agency's stays in the parks that the actor sees; what it does elsewhere stays there."""
    rows = scoped(agency.tenancies.all(), actor).select_related("park", "site")
    return rows.prefetch_related("annual_figures").order_by("-prospective", F("entered_on").desc())


def lit_licences(agency: Agency, day: date) -> list[tuple[Licence, Light]]:
    """The agency's licences, each with how it stands on `day`."""
    return [
        (licence, light(licence.expires_on or date.max, day)) for licence in agency.licences.all()
    ]


def history(
    row: Agency | Tenancy, uploads: Iterable[int] = (), limit: int = 50
) -> QuerySet[AuditEntry]:
    """The row's last changes, the newest first, with what became of these uploads."""
    own = Q(object_kind=row._meta.label_lower, object_id=str(row.pk))
    imports = Q(
        object_kind=RosterImport._meta.label_lower, object_id__in=[str(pk) for pk in uploads]
    )
    return AuditEntry.objects.filter(own | imports).order_by("-seq")[:limit]


def editable_agencies(actor: Actor, today: date) -> QuerySet[Agency]:
    """The agencies whose identity the actor may change.

    An office: those that have a tenancy in its area now. An operator: those that have one in
    its park now and none elsewhere, since the register is one for all.
    """
    now = Tenancy.objects.filter(Q(left_on__isnull=True) | Q(left_on__gte=today))
    mine = scoped(now, actor)
    rows = Agency.objects.filter(pk__in=mine.values("agency"))
    if actor.role == Role.OFFICER:
        return rows
    if actor.role == Role.OPERATOR:
        elsewhere = now.exclude(pk__in=mine.values("pk"))
        return rows.exclude(pk__in=elsewhere.values("agency"))
    return rows.none()


def facts_on_record(park: Park, day: date, year: int) -> dict[str, OnRecord]:
    """The facts that the register gives of `park` on `day`, with the revenues of `year`.

    Counted are operating HR agencies, each credit code once. Money in yuan as decimal strings.
    An agency without a figure makes the sums unknown and is named in `missing`; supporting
    firms and agencies without a licence valid on `day` are left out of all figures.
    """
    rows = counted(park.tenancies.select_related("agency"), day).prefetch_related(_figures(year))
    stays = list(rows.order_by("agency__name", "pk"))
    url = _register_url(park, day, "counted")
    # A register that nobody ever filled says nothing; one without operating agencies says 0.
    empty = () if stays or park.tenancies.exists() else (_("the tenant register"),)
    gross = _revenue(stays, "gross_revenue", url)
    amounts = [row.value for row in gross.rows]
    return {
        "operating_agencies": _agencies(stays, url, empty),
        "agency_gross_revenues": OnRecord(
            None if gross.missing else amounts, gross.rows, url, gross.missing
        ),
        "gross_revenue": gross,
        "annual_revenue": _revenue(stays, "net_revenue", url),
    }


def committed_on_record(park: Park, day: date) -> dict[str, OnRecord]:
    """What prospective HR agencies (拟入驻) add; a figure of its own, never part of the others."""
    stays = park.tenancies.filter(prospective=True, agency__kind=Agency.Kind.AGENCY)
    found = list(stays.select_related("agency").order_by("agency__name", "pk"))
    return {"operating_agencies": _agencies(found, _register_url(park, day, "prospective"))}


def _agencies(stays: Iterable[Tenancy], url: str, missing: tuple[str, ...] = ()) -> OnRecord:
    rows = {stay.agency_id: Row(_marked(stay), "1", _stay_url(stay)) for stay in stays}
    return OnRecord(None if missing else len(rows), tuple(rows.values()), url, missing)


def _marked(stay: Tenancy) -> str:
    """The agency's name, with a mark where it counts by a filing only."""
    if getattr(stay, "permitted", True):
        return stay.agency.name
    return _("%(agency)s (filed only)") % {"agency": stay.agency.name}


def _revenue(stays: list[Tenancy], field: str, url: str) -> OnRecord:
    parts = [(stay, _figure(stay, field)) for stay in stays]
    missing = tuple(stay.agency.name for stay, value in parts if value is None)
    rows = tuple(Row(s.agency.name, "" if v is None else str(v), _stay_url(s)) for s, v in parts)
    if not stays:
        missing = (_("operating HR agencies"),)
    total = None if missing else str(sum((v for _s, v in parts if v is not None), Decimal(0)))
    return OnRecord(total, rows, url, missing)


def _figure(stay: Tenancy, field: str) -> Decimal | None:
    figures: list[Any] = stay.year_figures  # type: ignore[attr-defined]
    return getattr(figures[0], field) if figures else None


def _stay_url(stay: Tenancy) -> str:
    return reverse("tenants:tenancy", args=[stay.pk])


def _register_url(park: Park, day: date, mark: str) -> str:
    return f"{reverse('tenants:register')}?park={park.pk}&day={day.isoformat()}&{mark}=1"
