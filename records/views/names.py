"""Whether a name that is being typed bears a protected one: a fragment for htmx."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from records import policy


@policy.signed_in
@require_GET
def check(request: HttpRequest) -> HttpResponse:
    """The notice about the typed name, or nothing."""
    return render(request, "components/name_checked.html", {"name": request.GET.get("name", "")})
