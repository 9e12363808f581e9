"""Filing from a sheet: take it, upload it filled, look through what it would file, file it."""

from typing import Any, Final

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from records import policy
from records.models import Attachment
from records.queries import attachments_of, jobs
from records.views.attempt import attempt, attempt_bare
from records.views.jobs import shown
from records.views.requests import actor_of
from records.views.workbooks import workbook
from records.workbooks.reasons import said
from records.workbooks.writing import with_reasons
from tenants import acts
from tenants.acts.filing_book import BOOKS, FILE, FILERS
from tenants.acts.filings import Outcome
from tenants.filing_book.columns import LAYOUT
from tenants.filing_book.plan import Plan
from tenants.forms import FilingBookForm
from tenants.queries.conduct import misgivings_of, with_conduct

#: Rows of each table on the page; the file with the reasons has them all.
SHOWN: Final = 500


@policy.roles(*FILERS)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take the sheet, or upload it filled; the uploads before stand below."""
    actor = actor_of(request)
    form = FilingBookForm(request.POST or None, request.FILES or None)
    kept = attempt(
        request,
        form,
        "tenants.file_book",
        None,
        lambda: acts.keep_book(actor, form.cleaned_data["file"]),
    )
    if kept:
        return redirect("tenants:filing_sheet", kept.pk)
    before = attachments_of(BOOKS, actor.organisation_id or 0).order_by("-pk")[:20]
    return render(request, "tenants/file_sheets.html", {"form": form, "before": before})


@policy.roles(*FILERS)
@require_POST
def template(request: HttpRequest) -> FileResponse:
    """The sheet with all that is to be filed, to be marked and uploaded."""
    name = f"待备案事项-{timezone.localdate().isoformat()}.xlsx"
    return workbook(acts.take_sheet(actor_of(request)), name)


@policy.roles(*FILERS)
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """What an uploaded sheet would file, checked anew each time; filed, each row's result."""
    actor, book = actor_of(request), _book(request, pk)
    outcomes: list[Outcome] = []
    refused = None
    if request.method == "POST":
        good_only = "good_only" in request.POST
        refused = attempt_bare(
            request, FILE, book, lambda: outcomes.extend(acts.file_book(actor, book, good_only))
        )
        if not refused and not outcomes:  # a job has it
            return redirect("tenants:filing_sheet", pk)
    job = jobs(actor).filter(kind=FILE, params__book=pk).first()
    context = {"book": book, "outcomes": outcomes, "refused": refused}
    context |= _shown(acts.foresee_book(actor, book)) | (shown(job) if job else {})
    return render(request, "tenants/file_sheet.html", context)


@policy.roles(*FILERS)
@require_GET
def errors(request: HttpRequest, pk: int) -> FileResponse:
    """The same file back, with the column 错误原因."""
    book = _book(request, pk)
    faults = acts.foresee_book(actor_of(request), book).checked.faults
    with book.file.open("rb") as file:
        content = with_reasons(file, (LAYOUT,), [fault.plain() for fault in faults])
    return workbook(content, f"错误-{book.name}")


def _shown(plan: Plan) -> dict[str, Any]:
    events, faults = plan.to_file, plan.checked.faults
    with_conduct([one.tenancy for one in events[:SHOWN]])
    return {
        "plan": plan,
        "events": events[:SHOWN],
        "faults": [said(fault.plain()) for fault in faults[:SHOWN]],
        "misgivings": [(one, words) for one in events[:SHOWN] for words in misgivings_of(one)],
    }


def _book(request: HttpRequest, pk: int) -> Attachment:
    """An upload of the officer's own office."""
    office = actor_of(request).organisation_id or 0
    return get_object_or_404(attachments_of(BOOKS, office), pk=pk)
