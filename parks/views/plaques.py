"""The day on which a park got its plaque."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.scope import scoped
from parks import acts
from parks.forms import PlaqueForm
from parks.models import Recognition
from records import policy
from records.views.attempt import attempt
from records.views.requests import actor_of


@policy.roles(*acts.PLAQUE_KEEPERS)
@require_http_methods(["GET", "POST"])
def plaque(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the day of the plaque; the recognition and its words are shown above."""
    actor = actor_of(request)
    rows = scoped(Recognition.objects.select_related("park__area"), actor)
    recognition = get_object_or_404(rows.exclude(plaque=""), pk=pk)
    form = PlaqueForm(request.POST or None)
    if attempt(
        request,
        form,
        "parks.give_plaque",
        recognition,
        lambda: acts.give_plaque(actor, pk, form.cleaned_data["day"]),
    ):
        messages.success(request, _("Saved."))
        return redirect("parks:park", recognition.park_id)
    context = {
        "form": form,
        "recognition": recognition,
        "park": recognition.park,
        "title": _("The day of the plaque"),
        "submit": _("Save"),
        "back": reverse("parks:park", args=[recognition.park_id]),
    }
    return render(request, "parks/plaque.html", context)
