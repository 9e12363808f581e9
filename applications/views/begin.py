"""Where an application begins: the park, the regulation, the procedure."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.scope import scoped
from applications import acts
from applications.queries import choices
from parks.models import Park
from records import policy
from records.acts import record_refusal
from records.errors import Refused
from records.views.requests import actor_of


@policy.roles("operator", "officer")
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Choose what to apply for, or go on with what was begun."""
    actor = actor_of(request)
    if request.method != "POST":
        return render(request, "applications/begin.html", {"choices": choices(actor)})
    park = scoped(Park.objects.filter(pk=_number(request.POST.get("park", ""))), actor).first()
    if park is None:
        raise Http404
    edition, procedure = request.POST.get("edition", ""), request.POST.get("procedure", "")
    try:
        case = acts.begin(actor, park, edition, procedure)
    except Refused as refused:
        record_refusal(actor, "applications.begin", park, refused.reason)
        messages.error(request, str(refused))
        return redirect("applications:begin")
    return redirect("applications:tasks", pk=case.pk)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 19 else 0
