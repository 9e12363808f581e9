"""The one way out for private files."""

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from records import acts, attachments, policy
from records.models import Attachment
from records.views.requests import actor_of


@policy.signed_in
@require_safe
def download(request: HttpRequest, pk: int) -> FileResponse:
    """Send a file to whom its owner's rule lets read it; to others it does not exist."""
    attachment = get_object_or_404(Attachment, pk=pk)
    actor = actor_of(request)
    if not attachments.may_read(actor, attachment):
        raise Http404
    acts.record_download(actor, attachment)
    response = FileResponse(
        attachment.file.open("rb"),
        as_attachment=True,
        filename=attachment.name,
        content_type=attachment.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
