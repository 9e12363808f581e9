"""The receipt of a filing, to print."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from accounts.scope import scoped
from casework import acts
from casework.models import Receipt
from records import policy
from records.errors import Refused
from records.views.requests import actor_of


@policy.signed_in
@require_safe
def receipt(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The receipt as PDF, for everybody who sees its case."""
    rows = Receipt.objects.select_related(
        "case__park", "case__applicant", "case__bureau", "replaces", "replaced_by"
    )
    actor = actor_of(request)
    found = get_object_or_404(scoped(rows, actor), case=pk)
    try:
        made = acts.print_receipt(actor, found)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("casework:case", pk=pk)
    name = f"{found.number}_备案回执.pdf"
    response = FileResponse(
        BytesIO(made), as_attachment=True, filename=name, content_type="application/pdf"
    )
    response["Cache-Control"] = "private, no-store"
    return response
