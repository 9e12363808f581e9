"""审计日志: reading the audit trail, verifying and exporting it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from records import acts, audit_jobs, policy, queries, words
from records.forms import AuditFilter
from records.models import AuditEntry
from records.views.requests import actor_of


@policy.roles(queries.AUDITOR)
@require_safe
def entries(request: HttpRequest) -> HttpResponse:
    """The trail, newest first; the URL is the filter."""
    visible = queries.audit_entries(actor_of(request))
    form = _filter(request)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = queries.filtered(visible, wanted)
    rows, more = queries.slice_of(found, queries.cursor(request.GET))
    context = {
        "form": form,
        "rows": [_row(entry) for entry in rows],
        "older": _with(request, before=rows[-1].seq) if more else "",
        "count": queries.capped_count(found),
        "count_limit": queries.COUNT_LIMIT - 1,
        "chain": queries.chain_status(visible),
        "is_filtered": any(wanted.values()),
    }
    return render(request, "records/audit.html", context)


@policy.roles(queries.AUDITOR)
@require_safe
def entry(request: HttpRequest, seq: int) -> HttpResponse:
    """One act with the values before and after it."""
    found = get_object_or_404(queries.audit_entries(actor_of(request)), seq=seq)
    context = {
        **_row(found),
        "differences": [
            (words.label_of_field(found.object_kind, row.name, (row.before, row.after)), row)
            for row in queries.differences(found)
        ],
    }
    return render(request, "records/audit_entry.html", context)


@policy.roles(queries.AUDITOR)
@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    job = acts.start_job(actor_of(request), audit_jobs.VERIFY)
    return redirect("records:job", pk=job.pk)


def _filter(request: HttpRequest) -> AuditFilter:
    return AuditFilter(request.GET, actions=words.actions())


def _with(request: HttpRequest, **values: Any) -> str:
    query = request.GET.copy()
    for name, value in values.items():
        query[name] = str(value)
    return query.urlencode()


def _row(entry: AuditEntry) -> dict[str, Any]:
    return {
        "entry": entry,
        "action": words.word(entry.action),
        "role": words.word(f"role.{entry.role}"),
        "kind": words.kind_of_object(entry.object_kind),
    }
