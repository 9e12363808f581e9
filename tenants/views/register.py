"""The register: who is in which park on a day, and how their licences stand."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.roles import AREA_ROLES
from accounts.scope import scoped
from parks.acts import KEEPERS
from parks.models import Park
from records import policy
from records.actor import Actor
from records.keyset import page_of
from records.views.requests import actor_of
from records.views.workbooks import workbook
from tenants.forms import RegisterForm
from tenants.queries import RegisterFilter, light, register
from tenants.queries.conduct import bars_over
from tenants.resources import export_register


@policy.signed_in
@require_GET
def register_page(request: HttpRequest) -> HttpResponse:
    """The tenants that the visitor sees, on any day."""
    actor = actor_of(request)
    asked = RegisterFilter.of(request.GET, timezone.localdate())
    page = page_of(register(actor, asked), "agency__name", request.GET)
    for tenancy in page.rows:
        tenancy.light = light(tenancy.licensed_until, asked.day)  # type: ignore[attr-defined]
    park, kept = _parks(actor, asked.park)
    context = {
        "page": page,
        "asked": asked,
        "year": asked.day.year - 1,
        "park": park,
        "kept": kept,
        "filter": RegisterForm(actor, {"day": asked.day, **request.GET.dict()}),
        "knows_bars": actor.role in AREA_ROLES and bool(bars_over(actor.area_path, asked.day)),
    }
    return render(request, "tenants/register.html", context)


def _parks(actor: Actor, asked: int | None) -> tuple[Park | None, list[Park]]:
    """The park that one asked for, and those whose register the actor may fill from here."""
    parks = scoped(Park.objects.all(), actor)
    park = parks.filter(pk=asked).first() if asked else None
    if actor.role not in KEEPERS:
        return park, []
    return park, [park] if park else list(parks)


@policy.signed_in
@require_POST
def export(request: HttpRequest) -> FileResponse:
    """The register as the page shows it, as xlsx."""
    asked = RegisterFilter.of(request.GET, timezone.localdate())
    content = export_register(actor_of(request), asked)
    return workbook(content, f"入驻机构-{asked.day.isoformat()}.xlsx")
