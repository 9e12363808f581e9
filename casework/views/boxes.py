"""办件箱: 待办 已办 我发起的 草稿."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework import queries
from casework.forms import BoxFilter
from casework.resources import LABELS, box_of, sort_of
from records import policy
from records.views.requests import actor_of


@policy.signed_in
@require_safe
def box(request: HttpRequest, name: str) -> HttpResponse:
    """One box; filter, order and page stand in the address."""
    actor = actor_of(request)
    if name not in queries.BOXES:
        raise Http404
    form = BoxFilter(request.GET, areas=queries.areas(actor))
    found = box_of(name, actor, form)
    page = queries.page_of(found, sort_of(name, request.GET), request.GET)
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
        "listing": f"casework.{name}",
    }
    return render(request, "casework/box.html", context)


def _with(request: HttpRequest, **ends: str) -> str:
    query = request.GET.copy()
    for name in ("after", "before"):
        query.pop(name, None)
    query.update(ends)
    return query.urlencode()
