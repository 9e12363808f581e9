"""What the pages share: finding the application that an address names."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from applications.models import Application
from applications.queries import Content, content_for
from casework.seats import sits
from records.views.requests import actor_of


def content_or_404(request: HttpRequest, pk: int) -> Content:
    """The application of the case, where the actor may see it."""
    try:
        return content_for(actor_of(request), pk)
    except Application.DoesNotExist as error:
        raise Http404 from error


def own_content(request: HttpRequest, pk: int) -> Content:
    """The application as its applicant opens it; the offices read it on the case page."""
    content = content_or_404(request, pk)
    if not sits(content.case, actor_of(request), content.procedure.first.hand):
        raise PermissionDenied
    return content
