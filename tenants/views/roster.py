"""The roster upload: template, upload, preview, confirmation, and the errors as a file."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.scope import scoped
from parks.acts import KEEPERS
from parks.models import Park
from parks.queries import open_sites
from records import Refused, policy
from records.actor import Actor
from records.acts import record_refusal
from records.models import Attachment
from records.queries import jobs
from records.views.attempt import attempt
from records.views.jobs import shown
from records.views.requests import actor_of
from records.views.workbooks import workbook
from records.workbooks.reasons import said
from records.workbooks.writing import with_reasons
from tenants import acts
from tenants.forms import RosterForm
from tenants.models import RosterImport
from tenants.roster.columns import LAYOUT
from tenants.roster.template import blank_template
from tenants.views.previews import preview_rows

#: Rows of each table on the page; the file with the reasons has them all.
SHOWN = 500


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Upload a roster of a park; the uploads before stand below."""
    actor, park = actor_of(request), _park(request, pk)
    form = RosterForm(request.POST or None, request.FILES or None)
    found = attempt(
        request,
        form,
        "tenants.check_roster",
        park,
        lambda: acts.check_roster(
            actor, park, form.cleaned_data["file"], form.cleaned_data["year"]
        ),
    )
    if found:
        return redirect("tenants:roster", found.pk)
    before = scoped(park.roster_imports.select_related("uploaded_by"), actor)[:20]
    return render(request, "tenants/upload.html", {"form": form, "park": park, "batches": before})


@policy.roles(*KEEPERS)
@require_GET
def template(request: HttpRequest, pk: int) -> FileResponse:
    """The empty workbook, with the park's own sites to choose from."""
    park = _park(request, pk)
    sites = [site.name for site in open_sites(park, timezone.localdate())]
    return workbook(blank_template(sites), f"入驻机构名册-{park.name}.xlsx")


@policy.roles(*KEEPERS)
@require_GET
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What a roster holds: all its errors, or what it changes and the button to do so."""
    found = _import(request, pk)
    job = jobs(actor_of(request)).filter(pk=found.job or 0).first()
    context: dict[str, Any] = {
        "roster": found,
        "park": found.park,
        "faults": [said(fault) for fault in found.errors[:SHOWN]],
        "warnings": [said(fault) for fault in found.warnings[:SHOWN]],
        "rows": preview_rows(found.changes),
        "changed": found.summary.get("new", 0) + found.summary.get("changed", 0),
    }
    if job and (job.is_open or job.state == job.State.FAILED):
        context |= shown(job)
    return render(request, "tenants/roster.html", context)


@policy.roles(*KEEPERS)
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry the roster out, or its good rows."""

    def act(actor: Actor, found: RosterImport) -> RosterImport:
        return acts.apply_roster(actor, found, good_only="good_only" in request.POST)

    return _do(request, pk, "tenants.apply_roster", act, _("The roster is in the register."))


@policy.roles(*KEEPERS)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what it wrote."""
    done = _("The import is undone; the register is as it was.")
    return _do(request, pk, "tenants.undo_roster", acts.undo_roster, done)


@policy.roles(*KEEPERS)
@require_GET
def errors(request: HttpRequest, pk: int) -> FileResponse:
    """The same file back, with the column 错误原因."""
    found = _import(request, pk)
    kept = get_object_or_404(Attachment, pk=found.attachment_id)
    with kept.file.open("rb") as file:
        content = with_reasons(file, (LAYOUT,), found.errors)
    return workbook(content, f"错误-{found.file_name}")


def _do(
    request: HttpRequest,
    pk: int,
    action: str,
    act: Callable[[Actor, RosterImport], RosterImport],
    done: str,
) -> HttpResponse:
    actor, found = actor_of(request), _import(request, pk)
    try:
        after = act(actor, found)
    except Refused as refusal:
        record_refusal(actor, action, found, refusal.reason)
        messages.error(request, str(refusal.reason))
    else:
        messages.success(request, done if after.applied_at else _("The job has begun."))
    return redirect("tenants:roster", pk)


def _park(request: HttpRequest, pk: int) -> Park:
    return get_object_or_404(scoped(Park.objects.all(), actor_of(request)), pk=pk)


def _import(request: HttpRequest, pk: int) -> RosterImport:
    rows = RosterImport.objects.select_related("park", "uploaded_by")
    return get_object_or_404(scoped(rows, actor_of(request)), pk=pk)
