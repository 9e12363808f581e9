"""Use of parks' names: filed and authorised, borne by others, and what was found of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import Organisation
from accounts.scope import scoped
from applications.acts.names import record_name_finding
from applications.forms.names import NameFindingForm
from applications.queries import names as queries
from records import policy
from records.fields import number_of
from records.views.attempt import attempt
from records.views.requests import actor_of
from tenants.models import Agency

TABS = ("uses", "bearers", "findings")


@policy.roles(*queries.WATCHERS)
@require_safe
def names(request: HttpRequest) -> HttpResponse:
    """The uses that were filed and authorised; names that bear a protected one; the findings."""
    actor = actor_of(request)
    tab = request.GET.get("tab", TABS[0])
    if tab not in TABS:
        raise Http404
    found: dict[str, Any] = {
        "uses": lambda: queries.name_uses(actor)[: queries.MOST_LISTED],
        "bearers": lambda: queries.bearers(actor),
        "findings": lambda: queries.findings(actor)[: queries.MOST_LISTED],
    }
    context = {
        "tab": tab,
        "rows": list(found[tab]()),
        "law": queries.law_for(actor),
        "may_record": not queries.finding_refusal(actor),
        "to_begin": queries.to_begin(actor),
    }
    return render(request, "applications/names.html", context)


@policy.roles("reviewer", "director")
@require_http_methods(["GET", "HEAD", "POST"])
def record_finding(request: HttpRequest) -> HttpResponse:
    """Record what was found, of a row of the register where the address names one."""
    actor, about = actor_of(request), _about(request)
    row = next(iter(about.values()), None)
    first = queries.first_words(row, actor) if row else {}
    form = NameFindingForm(request.POST or None, actor=actor, initial=first)
    made = attempt(
        request,
        form,
        "applications.name_finding",
        row,
        lambda: record_name_finding(actor, form.found(**about)),
    )
    if made:
        messages.success(request, _("The finding is recorded."))
        return redirect(f"{reverse('applications:names')}?tab=findings")
    context = {
        "form": form,
        "title": _("Record a finding about the name"),
        "submit": _("Record a finding"),
        "back": f"{reverse('applications:names')}?tab=bearers",
        "law": queries.law_for(actor),
        "closed": queries.finding_refusal(actor),
    }
    return render(request, "applications/name_finding.html", context)


def _about(request: HttpRequest) -> dict[str, Any]:
    """The agency or organisation that the address names. Raises Http404 out of sight."""
    actor = actor_of(request)
    for kind, model in (("agency", Agency), ("organisation", Organisation)):
        asked = request.GET.get(kind, "")
        if asked:
            named = model._default_manager.filter(pk=number_of(asked))
            row = scoped(named, actor).first()
            if row is None:
                raise Http404
            return {kind: row}
    return {}
