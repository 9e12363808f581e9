"""Where an application begins: the regulation, the procedure, the park, who applies."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.scope import scoped
from applications import acts
from applications.queries import offers
from parks.models import Park
from records import policy
from records.acts import record_refusal
from records.errors import Refused
from records.views.requests import actor_of


@policy.roles("operator", "officer", "reviewer")
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Choose what to apply for, or go on with what was begun."""
    actor = actor_of(request)
    if request.method != "POST":
        return render(request, "applications/begin.html", {"offers": offers(actor)})
    typed = request.POST
    park = _park(request)
    try:
        case = acts.begin(
            actor,
            park,
            typed.get("edition", ""),
            typed.get("procedure", ""),
            title=typed.get("title", ""),
            name=typed.get("park_name", ""),
            follows=_number(typed.get("follows", "")) or None,
        )
    except Refused as refused:
        record_refusal(actor, "applications.begin", park, refused.reason)
        messages.error(request, str(refused))
        return redirect("applications:begin")
    return redirect("applications:tasks", pk=case.pk)


def _park(request: HttpRequest) -> Park | None:
    """The chosen park, None where none was; Http404 for one that is not to be seen."""
    chosen = request.POST.get("park", "")
    if not chosen:
        return None
    park = scoped(Park.objects.filter(pk=_number(chosen)), actor_of(request)).first()
    if park is None:
        raise Http404
    return park


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 19 else 0
