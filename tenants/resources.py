"""The register as a workbook, in the form of the roster's template."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet

from records.actor import Actor
from records.acts import record
from tenants.models import Agency, Licence, Tenancy
from tenants.queries import COUNTED, RegisterFilter, register
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


@transaction.atomic
def export_register(actor: Actor, asked: RegisterFilter) -> bytes:
    """The rows that the page shows, as xlsx; who took how many is recorded."""
    shown: QuerySet[Tenancy] = register(actor, asked).prefetch_related("agency__licences")
    rows = [_row(tenancy) for tenancy in shown.order_by("park", "agency__name")[:LIMIT]]
    after = {"rows": len(rows), "park": asked.park, "day": asked.day}
    record(actor, "tenants.export_register", after=after)
    return filled(rows, [])


def _row(tenancy: Tenancy) -> dict[str, Any]:
    agency = tenancy.agency
    figure = next(iter(tenancy.year_figures), None)  # type: ignore[attr-defined]
    return {
        "name": agency.name,
        "credit_code": agency.credit_code,
        "kind": KIND_WORDS[Agency.Kind(agency.kind)],
        **_licence(agency.licences.all()),
        "entered_on": tenancy.entered_on,
        "left_on": tenancy.left_on,
        "site": tenancy.site.name if tenancy.site else None,
        "floor_area": tenancy.floor_area,
        "gross_revenue": figure and figure.gross_revenue,
        "net_revenue": figure and figure.net_revenue,
        "prospective": "是" if tenancy.prospective else "否",
    }


def _licence(licences: Iterable[Licence]) -> Mapping[str, Any]:
    """The licence that counts, the one that runs longest; a row has room for one."""
    held = sorted(
        licences,
        key=lambda each: (each.kind in COUNTED, each.expires_on is None, each.expires_on or 0),
    )
    if not held:
        return {}
    best = held[-1]
    return {
        "licence_number": best.number,
        "licence_kind": LICENCE_WORDS[Licence.Kind(best.kind)],
        "issued_on": best.issued_on,
        "expires_on": best.expires_on or "长期",
    }
