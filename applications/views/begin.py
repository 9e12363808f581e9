"""Where an application begins: the regulation, the procedure, the park, who applies."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.scope import scoped
from applications import acts
from applications.forms import BeginForm
from applications.queries import Offer, offers
from casework.models import Case
from casework.views.common import status_of
from parks.models import Park
from records import policy
from records.acts import record_refusal
from records.errors import Refused
from records.fields import number_of
from records.views.requests import actor_of


@policy.roles("operator", "officer", "reviewer")
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Choose what to apply for, or go on with what was begun."""
    if request.method != "POST":
        return _page(request)
    park = _park(request)
    try:
        case = _begun(request, park)
    except Refused as refused:
        record_refusal(actor_of(request), "applications.begin", park, refused.reason)
        return _page(request, refused)
    return redirect("applications:tasks", pk=case.pk)


def _begun(request: HttpRequest, park: Park | None) -> Case:
    typed = request.POST
    return acts.begin(
        actor_of(request),
        park,
        typed.get("edition", ""),
        typed.get("procedure", ""),
        title=typed.get("title", ""),
        name=typed.get("park_name", ""),
        follows=number_of(typed.get("follows", "")) or None,
        under=number_of(typed.get("under", "")) or None,
    )


def _page(request: HttpRequest, refused: Refused | None = None) -> HttpResponse:
    """All that can be begun; a refusal stands in the form that was sent, with what was typed."""
    rows = [(offer, _form(request, offer, refused)) for offer in offers(actor_of(request))]
    shown = any(form.is_bound for _offer, form in rows)
    context = {"rows": rows, "refused": None if shown else refused}
    status = status_of(refused) if refused else 200
    return render(request, "applications/begin.html", context, status=status)


def _form(request: HttpRequest, offer: Offer, refused: Refused | None) -> BeginForm:
    sent = (request.POST.get("edition"), request.POST.get("procedure"))
    if refused is None or sent != (offer.law.key, offer.procedure.key):
        return BeginForm(offer=offer)
    form = BeginForm(request.POST, offer=offer)
    form.full_clean()
    # The act says what is wrong, once.
    form.errors.clear()
    form.add_error(None, str(refused))
    return form


def _park(request: HttpRequest) -> Park | None:
    """The chosen park, None where none was; Http404 for one that is not to be seen."""
    chosen = request.POST.get("park", "")
    if not chosen:
        return None
    park = scoped(Park.objects.filter(pk=number_of(chosen)), actor_of(request)).first()
    if park is None:
        raise Http404
    return park
