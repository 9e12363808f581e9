"""Papers of cases as PDF: one from its case, the forms of many as a job."""

from collections.abc import Callable
from io import BytesIO

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.roles import ASSIGNED_ROLES, Role
from applications.acts.printing import MOST, export_forms, print_conditions, print_form
from applications.printing.documents import conditions_name, form_name
from applications.queries.printable import printable
from applications.views.common import content_or_404
from casework import queries
from casework.forms import BoxFilter
from casework.models import Case
from records import policy
from records.actor import Actor
from records.errors import Refused
from records.fields import number_of
from records.views.requests import actor_of


@policy.signed_in
@require_safe
def form(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The official form, for everybody who sees the case."""
    case = get_object_or_404(printable(actor_of(request)), pk=pk)
    return _printed(request, case, print_form, form_name(case))


@policy.signed_in
@require_safe
def conditions(request: HttpRequest, pk: int) -> HttpResponseBase:
    """条件对照表; experts get no verdict, so that nobody's answer leads theirs."""
    if actor_of(request).role in ASSIGNED_ROLES:
        raise Http404
    case = content_or_404(request, pk).case
    return _printed(request, case, print_conditions, conditions_name(case))


@policy.roles(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest) -> HttpResponse:
    """Cases to choose from; POST begins the job with the chosen ones, or with all that match."""
    actor = actor_of(request)
    filters = BoxFilter(request.GET, areas=queries.areas(actor))
    wanted = filters.cleaned_data if filters.is_valid() else {}
    found = queries.narrowed(printable(actor), wanted)
    if request.method == "POST":
        try:
            job = export_forms(actor, _chosen(request, found))
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            return redirect("records:job", pk=job.pk)
    page = queries.page_of(queries.with_senders(found), "-since", request.GET)
    context = {
        "form": filters,
        "is_filtered": any(wanted.values()),
        "rows": queries.rows(page.cases, actor),
        "newer": page.newer and _with(request, before=page.newer),
        "older": page.older and _with(request, after=page.older),
        "most": MOST,
    }
    return render(request, "applications/form_export.html", context)


def _printed(
    request: HttpRequest, case: Case, printer: Callable[[Actor, Case], bytes], name: str
) -> HttpResponseBase:
    try:
        pdf = printer(actor_of(request), case)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("casework:case", pk=case.pk)
    response = FileResponse(
        BytesIO(pdf), as_attachment=True, filename=name, content_type="application/pdf"
    )
    response["Cache-Control"] = "private, no-store"
    return response


def _chosen(request: HttpRequest, found: QuerySet[Case]) -> list[int]:
    if "all" in request.POST:
        return list(found.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    return [number_of(pk) for pk in request.POST.getlist("case")]


def _with(request: HttpRequest, **ends: str) -> str:
    query = request.GET.copy()
    for name in ("after", "before"):
        query.pop(name, None)
    query.update(ends)
    return query.urlencode()
