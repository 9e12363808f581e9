"""The register as a file, as its page shows it and in the form of the roster's template.

`RegisterResource` says which field of the register stands in which column of the template.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.widgets import Widget

from accounts.scope import scoped
from parks.acts import KEEPERS
from records.actor import Actor
from records.acts import record
from records.acts.exports import exporter
from records.listings import Column, Listing
from tenants.models import Agency, AnnualFigure, Licence, RosterImport, Tenancy
from tenants.queries import COUNTED, RegisterFilter, light, register
from tenants.roster.columns import LAYOUT
from tenants.roster.template import filled

KIND_WORDS: Final = {
    Agency.Kind.AGENCY: "人力资源服务机构",
    Agency.Kind.SUPPORTING: "配套服务机构",
}
LICENCE_WORDS: Final = {
    Licence.Kind.PERMIT: "人力资源服务许可证",
    Licence.Kind.FILING: "备案凭证",
    Licence.Kind.DISPATCH: "劳务派遣经营许可证",
}
#: More rows than this are cut: a roster takes no more either.
LIMIT: Final = 20_000
ENDLESS: Final = "长期"


class AsItIs(Widget):
    """Numbers stay numbers and dates dates: how a cell looks is the writer's business."""

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        return value


def _field(key: str, attribute: str | None = None) -> Field:
    """The template's column of this key, filled from the stay's attribute or by `dehydrate_…`."""
    return Field(attribute or key, LAYOUT.by_key[key].headed, AsItIs())


class RegisterResource(ModelResource):
    """A stay as a row of the template: each column of the layout, in its order."""

    name = _field("name", "agency__name")
    credit_code = _field("credit_code", "agency__credit_code")
    kind = _field("kind")
    licence_number = _field("licence_number")
    licence_kind = _field("licence_kind")
    issued_on = _field("issued_on")
    expires_on = _field("expires_on")
    entered_on = _field("entered_on")
    left_on = _field("left_on")
    site = _field("site", "site__name")
    floor_area = _field("floor_area")
    gross_revenue = _field("gross_revenue")
    net_revenue = _field("net_revenue")
    prospective = _field("prospective")

    class Meta:
        model = Tenancy
        fields = export_order = tuple(LAYOUT.by_key)

    def dehydrate_kind(self, stay: Tenancy) -> str:
        return KIND_WORDS[Agency.Kind(stay.agency.kind)]

    def dehydrate_licence_number(self, stay: Tenancy) -> str | None:
        licence = best_licence(stay)
        return licence.number if licence else None

    def dehydrate_licence_kind(self, stay: Tenancy) -> str | None:
        licence = best_licence(stay)
        return LICENCE_WORDS[Licence.Kind(licence.kind)] if licence else None

    def dehydrate_issued_on(self, stay: Tenancy) -> Any:
        licence = best_licence(stay)
        return licence and licence.issued_on

    def dehydrate_expires_on(self, stay: Tenancy) -> Any:
        licence = best_licence(stay)
        return licence and (licence.expires_on or ENDLESS)

    def dehydrate_gross_revenue(self, stay: Tenancy) -> Any:
        figure = _figure(stay)
        return figure and figure.gross_revenue

    def dehydrate_net_revenue(self, stay: Tenancy) -> Any:
        figure = _figure(stay)
        return figure and figure.net_revenue

    def dehydrate_prospective(self, stay: Tenancy) -> str:
        return "是" if stay.prospective else "否"

    def rows(self, stays: Iterable[Tenancy]) -> Iterator[dict[str, Any]]:
        """Each stay by the keys of the template's columns."""
        for stay in stays:
            yield dict(zip(LAYOUT.by_key, self.export_resource(stay), strict=True))


def best_licence(stay: Tenancy) -> Licence | None:
    """The licence that counts, the one that runs longest: a row has room for one."""
    return max(
        stay.agency.licences.all(),
        key=lambda each: (each.kind in COUNTED, each.expires_on or date.max),
        default=None,
    )


def _figure(stay: Tenancy) -> AnnualFigure | None:
    return next(iter(stay.year_figures), None)  # type: ignore[attr-defined]


@transaction.atomic
def export_register(actor: Actor, asked: RegisterFilter) -> bytes:
    """The rows that the page shows, as the template has them; who took how many is recorded."""
    shown = register(actor, asked).prefetch_related("agency__licences")
    stays = list(shown.order_by("park", "agency__name")[:LIMIT])
    after = {"rows": len(stays), "park": asked.park, "day": asked.day}
    record(actor, "tenants.export_register", after=after)
    return filled(RegisterResource().rows(stays), exporter(actor))


def _register(actor: Actor, asked: QueryDict) -> QuerySet[Tenancy]:
    wanted = RegisterFilter.of(asked, timezone.localdate())
    return register(actor, wanted).order_by("agency__name", "pk")


def _lit(stays: Sequence[Any], _actor: Actor, asked: QueryDict) -> Sequence[Any]:
    day = RegisterFilter.of(asked, timezone.localdate()).day
    for stay in stays:
        stay.light = light(stay.licensed_until, day)
    return stays


def _revenue(stay: Any) -> Any:
    figure = _figure(stay)
    return figure and figure.gross_revenue


def _revenue_of_year(asked: QueryDict) -> str:
    day = RegisterFilter.of(asked, timezone.localdate()).day
    return _("Gross revenue %(year)s (yuan)") % {"year": day.year - 1}


REGISTER: Final = Listing(
    _("Tenants"),
    (
        Column(_("Agency"), lambda stay: stay.agency),
        Column(_("Kind"), lambda stay: stay.agency.get_kind_display()),
        Column(_("Credit code"), lambda stay: stay.agency.credit_code),
        Column(_("Park"), lambda stay: stay.park),
        Column(_("Site"), lambda stay: stay.site_then),
        Column(_("Licence"), lambda stay: stay.light.label),
        Column(_("Entered on"), lambda stay: stay.entered_on),
        Column(_("Left on"), lambda stay: stay.left_on),
        Column(_("Floor area (m²)"), lambda stay: stay.floor_area),
        Column(_revenue_of_year, _revenue),
    ),
    _register,
    dress=_lit,
)


def _rosters(actor: Actor, asked: QueryDict) -> QuerySet[RosterImport]:
    rows = scoped(RosterImport.objects.select_related("park", "uploaded_by"), actor)
    wanted = RegisterFilter.of(asked, timezone.localdate()).park
    return rows.filter(park=wanted) if wanted else rows


ROSTERS: Final = Listing(
    _("Rosters"),
    (
        Column(_("Park"), lambda roster: roster.park),
        Column(_("File"), lambda roster: roster.file_name),
        Column(_("Uploaded"), lambda roster: roster.uploaded_at),
        Column(_("By"), lambda roster: roster.uploaded_by),
        Column(_("State"), lambda roster: roster.get_state_display()),
    ),
    _rosters,
    frozenset(KEEPERS),
)
