"""The scans kept with a paper from outside."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casework.acts.scans import keep_scan, take_scan_off
from casework.models import OutsidePaper
from casework.queries import papers
from casework.views.common import found, say
from parks.forms import DocumentForm
from records import policy
from records.views.attempt import attempt
from records.views.requests import actor_of


@policy.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The scans of one paper, and the form to add another."""
    actor, shown = actor_of(request), _paper(request, pk)
    form = DocumentForm(request.POST or None, request.FILES or None)
    kept = attempt(
        request,
        form,
        "records.attach",
        shown,
        lambda: keep_scan(actor, shown, form.cleaned_data["file"]),
    )
    if kept:
        say(request, _("The document is kept."))
        return redirect("casework:paper", pk)
    context = {
        "paper": shown,
        "case": shown.case,
        "about": papers.record_of_paper(shown),
        "documents": papers.scans_of([shown]),
        "form": form,
    }
    return render(request, "casework/paper.html", context)


@policy.signed_in
@require_POST
def take_off(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    """Take a scan off; the bytes and the trace stay."""
    found(take_scan_off, actor_of(request), _paper(request, pk), document)
    say(request, _("The document is taken off."))
    return redirect("casework:paper", pk)


def _paper(request: HttpRequest, pk: int) -> OutsidePaper:
    """The paper, for whose scans the person cares."""
    actor = actor_of(request)
    shown = found(papers.paper_of, actor, pk)
    if not papers.may_keep_scans(actor, shown):
        raise PermissionDenied
    return shown
