"""The one way out for lists: any of them as xlsx or csv, as its page shows it."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from records import acts, policy
from records.acts.exports import KIND, Exported
from records.errors import Refused
from records.views.requests import actor_of


@policy.signed_in
@require_POST
def export(request: HttpRequest, key: str) -> HttpResponse | FileResponse:
    """The list under the address's query string; a long one leads to its job."""
    actor = actor_of(request)
    try:
        made = acts.export(actor, key, request.GET.urlencode(), request.POST.get("form", ""))
    except KeyError as unknown:
        raise Http404 from unknown
    except Refused as refusal:
        acts.record_refusal(actor, KIND, None, refusal)
        return render(request, "403.html", status=403)
    if isinstance(made, Exported):
        return FileResponse(
            made.file,
            as_attachment=True,
            filename=made.name,
            content_type=made.content_type,
            headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"},
        )
    return redirect("records:job", pk=made.pk)
