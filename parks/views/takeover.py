"""Taking over parks from a workbook: template, upload, preview, carrying out, undoing."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.scope import scoped
from parks.acts import takeover as acts
from parks.forms import TakeOverForm
from parks.models import TakeOver
from parks.takeover.columns import LAYOUTS
from parks.takeover.template import template as blank
from parks.views.previews import sheets_of
from records import policy
from records.actor import Actor
from records.models import Attachment
from records.views.attempt import attempt, attempt_bare
from records.views.requests import actor_of
from records.views.workbooks import workbook
from records.workbooks.reasons import said
from records.workbooks.writing import with_reasons

#: Rows of each table on the page; the file with the reasons has them all.
SHOWN = 500


@policy.roles(*acts.TAKERS)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Upload a workbook; the uploads before stand below."""
    actor = actor_of(request)
    form = TakeOverForm(request.POST or None, request.FILES or None)
    found = attempt(
        request,
        form,
        "parks.check_take_over",
        None,
        lambda: acts.check_take_over(actor, form.cleaned_data["file"]),
    )
    if found:
        return redirect("parks:take_over", found.pk)
    before = scoped(TakeOver.objects.select_related("uploaded_by"), actor)[:20]
    return render(request, "parks/take_overs.html", {"form": form, "batches": before})


@policy.roles(*acts.TAKERS)
@require_GET
def template(request: HttpRequest) -> FileResponse:
    """The empty workbook."""
    return workbook(blank(), "已有园区转入表.xlsx")


@policy.roles(*acts.TAKERS)
@require_GET
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What a workbook holds: all its errors, or what it adds, and what may be done with it."""
    found = _batch(request, pk)
    context: dict[str, Any] = {
        "batch": found,
        "faults": [said(fault) for fault in found.errors[:SHOWN]],
        "warnings": [said(fault) for fault in found.warnings[:SHOWN]],
        "sheets": sheets_of(found.changes[:SHOWN]),
        "shown": SHOWN,
    }
    return render(request, "parks/take_over.html", context)


@policy.roles(*acts.TAKERS)
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry the take-over out."""
    done = _("The parks are in the archive, marked as from before the system.")
    return _do(request, pk, "parks.apply_take_over", acts.apply_take_over, done)


@policy.roles(*acts.TAKERS)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the rows off again."""
    done = _("The take-over is undone.")
    return _do(request, pk, "parks.undo_take_over", acts.undo_take_over, done)


@policy.roles(*acts.TAKERS)
@require_GET
def errors(request: HttpRequest, pk: int) -> FileResponse:
    """The same file back, with the column 错误原因."""
    found = _batch(request, pk)
    kept = get_object_or_404(Attachment, pk=found.attachment_id)
    with kept.file.open("rb") as file:
        content = with_reasons(file, LAYOUTS, found.errors)
    return workbook(content, f"错误-{found.file_name}")


def _do(
    request: HttpRequest,
    pk: int,
    action: str,
    act: Callable[[Actor, TakeOver], TakeOver],
    done: str,
) -> HttpResponse:
    actor, found = actor_of(request), _batch(request, pk)
    refused = attempt_bare(request, action, found, lambda: act(actor, found))
    if refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect("parks:take_over", pk)


def _batch(request: HttpRequest, pk: int) -> TakeOver:
    rows = TakeOver.objects.select_related("uploaded_by", "area")
    return get_object_or_404(scoped(rows, actor_of(request)), pk=pk)
