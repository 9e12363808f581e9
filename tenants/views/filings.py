"""Filings of entries and exits: what is owed, filing one or many, and what became of them."""

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.roles import AREA_ROLES, Role
from accounts.scope import scoped
from parks.models import Park
from records import policy
from records.fields import number_of, read_date
from records.queries import calendar
from records.views.attempt import attempt
from records.views.requests import actor_of
from tenants import acts, queries
from tenants.acts.filings import Outcome
from tenants.forms import CorrectionForm, EarlierForm, FileForm, SupplementForm
from tenants.law import deadline, filing_law
from tenants.models import Event, Filing, Tenancy
from tenants.queries.conduct import misgivings_of, with_conduct
from tenants.queries.filings import SHOWN

READERS = (*AREA_ROLES, Role.OPERATOR, Role.TENANT)


@policy.roles(*READERS)
@require_GET
def filings(request: HttpRequest) -> HttpResponse:
    """What is to be filed, the most urgent first; what is under way; what ended."""
    actor, tab = actor_of(request), request.GET.get("tab", "owed")
    context: dict[str, Any] = {"tab": tab, "may_file": actor.role == Role.OFFICER}
    if tab == "owed":
        context["owed"] = queries.owed(actor, timezone.localdate())
    else:
        rows = queries.filings_seen(actor, closed=tab == "closed")[:SHOWN]
        context["lines"] = queries.lines(list(rows))
    return render(request, "tenants/filings.html", context)


@policy.signed_in
@require_GET
def due(request: HttpRequest) -> HttpResponse:
    """By when the event being typed must be filed, and why: a fragment for htmx."""
    rows = scoped(Park.objects.select_related("area"), actor_of(request))
    park = rows.filter(pk=number_of(request.GET.get("park", ""))).first()
    found = []
    for name in ("entered_on", "left_on"):
        try:
            day = read_date(request.GET.get(name, ""))
            law = filing_law(park, day) if park else None
            if law:
                found.append((name, deadline(law, day, calendar())))
        except ValueError:  # half a day, or one after which no calendar reaches
            continue
    return render(request, "tenants/_due.html", {"deadlines": found})


@policy.roles(Role.OFFICER)
@require_http_methods(["GET", "HEAD", "POST"])
def file_one(request: HttpRequest, pk: int, event: str) -> HttpResponse:
    """The check page of one filing: what will be sent, by when it is due, and the button."""
    if event not in Event.values:
        raise Http404
    actor = actor_of(request)
    stays = Tenancy.objects.select_related("agency", "park", "site")
    tenancy = get_object_or_404(scoped(stays, actor), pk=pk)
    events = queries.owed_of(actor, [f"{pk}-{event}"], timezone.localdate())
    one = events[0] if events else None
    form = FileForm(request.POST or None, is_late=bool(one and one.is_late))
    filed = attempt(
        request,
        form,
        "tenants.file",
        tenancy,
        lambda: acts.file_event(actor, tenancy, Event(event), **form.cleaned_data),
    )
    if filed:
        messages.success(
            request, _("Filed under number %(number)s.") % {"number": filed.case.number}
        )
        return redirect("casework:case", pk=filed.case_id)
    context = {
        "title": _("File an entry or exit"),
        "subtitle": tenancy.agency.name,
        "is_any": one is not None,
        "form": form,
        "tenancy": tenancy,
        "one": one,
        "misgivings": misgivings_of(one) if one else [],
    }
    return render(request, "tenants/file.html", context)


@policy.roles(Role.OFFICER)
@require_http_methods(["GET", "HEAD", "POST"])
def file_many(request: HttpRequest) -> HttpResponse:
    """Several at once: each with its last day first, then each with its result."""
    actor, today = actor_of(request), timezone.localdate()
    keys = (request.POST or request.GET).getlist("event")
    chosen = queries.owed_of(actor, keys, today)
    late = any(one.is_late for one in chosen)
    form = FileForm(request.POST or None, is_late=late)
    outcomes: list[Outcome] = []
    if request.method == "POST" and form.is_valid():
        typed = {"late_reason": "", **form.cleaned_data}
        outcomes = [acts.try_to_file(actor, one, **typed) for one in chosen]
    context = _page(_("File several at once"), chosen, form) | {"outcomes": outcomes}
    if not outcomes:
        with_conduct([one.tenancy for one in chosen])
        context["misgivings"] = [(one, words) for one in chosen for words in misgivings_of(one)]
    return render(request, "tenants/file_many.html", context)


@policy.roles(Role.OFFICER)
@require_http_methods(["GET", "HEAD", "POST"])
def earlier(request: HttpRequest) -> HttpResponse:
    """Note that the chosen events were filed on paper before the system."""
    actor = actor_of(request)
    keys = (request.POST or request.GET).getlist("event")
    chosen = queries.owed_of(actor, keys, timezone.localdate())
    form = EarlierForm(request.POST or None)
    noted = attempt(
        request,
        form,
        "tenants.note_earlier",
        None,
        lambda: acts.note_earlier(actor, chosen, **form.cleaned_data),
    )
    if noted is not None:
        messages.success(request, _("Noted as filed on paper: %(count)s.") % {"count": noted})
        return redirect("tenants:filings")
    context = _page(_("Filed on paper before"), chosen, form)
    return render(request, "tenants/earlier.html", context)


def _page(title: str, chosen: list[queries.Owed], form: BaseForm) -> dict[str, Any]:
    return {"title": title, "is_any": bool(chosen), "chosen": chosen, "form": form}


@policy.roles(Role.OFFICER)
@require_http_methods(["GET", "HEAD", "POST"])
def filing_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """A returned filing: put right in the register and here, and handed in again."""
    actor, filing = actor_of(request), _filing(request, pk)
    initial = {
        "version": filing.case.version,
        "late_reason": filing.late_reason,
        "remark": filing.remark,
    }
    form = SupplementForm(request.POST or None, initial=initial)
    handed = attempt(
        request,
        form,
        "tenants.supplement_filing",
        filing.case,
        lambda: acts.supplement_filing(actor, filing, form.values, form.cleaned_data["version"]),
    )
    if handed:
        messages.success(request, _("Handed in again."))
        return redirect("casework:case", pk=filing.case_id)
    return _form(request, form, filing, _("Supplement the filing"), _("Hand in again"))


@policy.roles(Role.OFFICER)
@require_http_methods(["GET", "HEAD", "POST"])
def filing_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """File an acknowledged event anew, as the register has it now."""
    actor, filing = actor_of(request), _filing(request, pk)
    form = CorrectionForm(request.POST or None)
    again = attempt(
        request,
        form,
        "tenants.file",
        filing.case,
        lambda: acts.correct_filing(actor, filing, form.cleaned_data["remark"]),
    )
    if again:
        return redirect("casework:case", pk=again.case_id)
    return _form(request, form, filing, _("Correct the filing"), _("File the correction"))


def _filing(request: HttpRequest, pk: int) -> Filing:
    rows = scoped(Filing.objects.all(), actor_of(request))
    return get_object_or_404(rows.select_related("case", "tenancy__agency", "tenancy__park"), pk=pk)


def _form(request: HttpRequest, form: Any, filing: Filing, title: str, submit: str) -> HttpResponse:
    context = {
        "form": form,
        "filing": filing,
        "title": title,
        "submit": submit,
        "back": reverse("casework:case", args=[filing.case_id]),
    }
    return render(request, "tenants/filing_form.html", context)
