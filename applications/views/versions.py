"""The frozen versions of an application."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from applications.queries import version_rows
from applications.views.common import content_or_404
from records import policy


@policy.signed_in
@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Every version with its difference to the one before."""
    content = content_or_404(request, pk)
    context = {"case": content.case, "versions": version_rows(content)}
    return render(request, "applications/versions.html", context)
