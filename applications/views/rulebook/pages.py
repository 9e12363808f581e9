"""The regulations: what each asks, and which clause the system carries how."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

import rules
from applications.queries.rulebook.procedures import rulebook
from records import policy


@policy.signed_in
@require_safe
def rulebooks(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    laws = [(law, law.force_on(today)) for law in rules.editions()]
    return render(request, "applications/rulebooks.html", {"laws": laws})


@policy.signed_in
@require_safe
def rulebook_page(request: HttpRequest, key: str) -> HttpResponse:
    """One regulation: conditions, procedures, materials, clauses, open questions."""
    try:
        law = rules.edition(key)
    except rules.UnknownKey as error:
        raise Http404 from error
    return render(request, "applications/rulebook.html", rulebook(law))
