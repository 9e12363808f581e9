"""The scans kept with a recognition."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.scope import scoped
from parks.acts import documents as acts
from parks.files import documents_of
from parks.forms import DocumentForm
from parks.models import Recognition
from records import policy
from records.views.attempt import attempt
from records.views.requests import actor_of


@policy.roles(*acts.FILERS)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The scans of one recognition, and the form to add another."""
    actor, recognition = actor_of(request), _recognition(request, pk)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if attempt(
        request,
        form,
        "parks.add_document",
        recognition,
        lambda: acts.add_document(actor, recognition, form.cleaned_data["file"]),
    ):
        messages.success(request, _("The document is kept."))
        return redirect("parks:documents", pk)
    context = {
        "recognition": recognition,
        "park": recognition.park,
        "documents": documents_of([recognition]),
        "form": form,
    }
    return render(request, "parks/documents.html", context)


@policy.roles(*acts.FILERS)
@require_POST
def take_off(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    """Take a scan off; the bytes and the trace stay."""
    recognition = _recognition(request, pk)
    kept = get_object_or_404(documents_of([recognition]), pk=document)
    acts.take_document_off(actor_of(request), recognition, kept)
    messages.success(request, _("The document is taken off."))
    return redirect("parks:documents", pk)


def _recognition(request: HttpRequest, pk: int) -> Recognition:
    rows = Recognition.objects.select_related("park")
    return get_object_or_404(scoped(rows, actor_of(request)), pk=pk)
