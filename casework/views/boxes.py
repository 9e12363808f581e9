"""办件箱: 待办 已办 我发起的 草稿, as lists and as xlsx."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from casework import queries, resources
from casework.forms import BoxFilter
from casework.models import Case
from records import policy
from records.actor import Actor
from records.acts import record
from records.views.requests import actor_of

LABELS = {
    "todo": _("To do"),
    "done": _("Handled"),
    "started": _("Begun by us"),
    "drafts": _("Drafts"),
}
#: What is most urgent comes first; of the rest, what moved last.
DEFAULT_SORT = {"todo": "due"}


@policy.signed_in
@require_safe
def box(request: HttpRequest, name: str) -> HttpResponse:
    """One box; filter, order and page stand in the address."""
    actor = actor_of(request)
    form = BoxFilter(request.GET, areas=queries.areas(actor))
    found = _found(actor, name, form)
    page = queries.page_of(queries.with_senders(found), _sort(request, name), request.GET)
    counts = queries.box_counts(actor)
    context = {
        "name": name,
        "label": LABELS[name],
        "tabs": [(key, label, counts[key]) for key, label in LABELS.items()],
        "form": form,
        "is_filtered": form.is_valid() and any(form.cleaned_data.values()),
        "rows": queries.rows(page.cases, actor),
        "newer": page.newer and _with(request, before=page.newer),
        "older": page.older and _with(request, after=page.older),
        "query": request.GET.urlencode(),
    }
    return render(request, "casework/box.html", context)


@policy.signed_in
@require_safe
def export(request: HttpRequest, name: str) -> HttpResponse | FileResponse:
    """What the list shows, as xlsx; that it left the house is recorded."""
    actor = actor_of(request)
    form = BoxFilter(request.GET, areas=queries.areas(actor))
    cases = list(queries.urgent(queries.with_senders(_found(actor, name, form)))[: resources.MOST])
    file = resources.workbook(str(LABELS[name]), queries.rows(cases, actor), actor)
    with transaction.atomic():
        filters = {key: str(value) for key, value in _wanted(form).items() if value}
        record(actor, "casework.export", after={"box": name, "rows": len(cases), **filters})
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx")


def _found(actor: Actor, name: str, form: BoxFilter) -> QuerySet[Case]:
    if name not in queries.BOXES:
        raise Http404
    return queries.narrowed(queries.box(actor, name), _wanted(form))


def _wanted(form: BoxFilter) -> dict[str, Any]:
    return form.cleaned_data if form.is_valid() else {}


def _sort(request: HttpRequest, name: str) -> str:
    wanted = request.GET.get("sort", "")
    known = wanted.removeprefix("-") in queries.SORTS
    return wanted if known else DEFAULT_SORT.get(name, "-since")


def _with(request: HttpRequest, **ends: str) -> str:
    query = request.GET.copy()
    for name in ("after", "before"):
        query.pop(name, None)
    query.update(ends)
    return query.urlencode()
