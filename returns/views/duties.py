"""What is owed: the list by due day, and one duty."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.roles import Role
from casework.around import Seats, seats_of
from records import policy
from records.keyset import page_of
from records.models import Attachment
from records.views.attempt import attempt
from records.views.requests import actor_of
from returns import acts, queries
from returns.acts.duties import PROOFS, refusal
from returns.checks import OF_AGENCY, OF_PARK, jumps
from returns.forms import DoneForm, DutyFilter, label_of
from returns.models import MonthlyReturn, Obligation, ReturnLine
from rules import edition as law_of

READERS = (Role.OPERATOR, Role.OFFICER, Role.REVIEWER, Role.DIRECTOR, Role.AUDITOR)
KEEPERS = (Role.OPERATOR, Role.OFFICER, Role.REVIEWER)


@policy.roles(*READERS)
@require_safe
def duty_list(request: HttpRequest) -> HttpResponse:
    """What is owed, the most urgent first, or what was done; the URL is the state."""
    rows = queries.obligations_asked(actor_of(request), request.GET)
    page = page_of(rows, "due_on", request.GET)
    today = timezone.localdate()
    context = {
        "page": page,
        "rows": [queries.owed(row, today) for row in page.rows],
        "filter": DutyFilter(request.GET),
        "is_filtered": bool(request.GET.get("name")),
    }
    return render(request, "returns/list.html", context)


@policy.roles(*READERS)
@require_safe
def duty_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One duty: its day and why, the return where it is one, what one may do."""
    actor = actor_of(request)
    row = get_object_or_404(queries.obligations(actor), pk=pk)
    seats, owed = seats_of(row.park, row.edition), queries.owed(row, timezone.localdate())
    context = {
        "owed": owed,
        "law": law_of(row.edition),
        "keeper": seats.of(owed.duty.who),
        "proofs": _proofs(row),
        "may_record": not refusal(actor, row, seats),
        **(_month(owed.month, seats, request) if owed.is_monthly else {}),
    }
    return render(request, "returns/duty.html", context)


@policy.roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def done(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a duty was done."""
    actor = actor_of(request)
    row = get_object_or_404(queries.obligations(actor), pk=pk)
    initial = {"version": row.version, "on": timezone.localdate()}
    form = DoneForm(request.POST or None, request.FILES or None, initial=initial)
    back = reverse("returns:obligation", args=[pk])

    def act() -> Obligation:
        data = form.cleaned_data
        return acts.record_done(actor, pk, data["version"], data["on"], data["note"], data["proof"])

    if attempt(request, form, "returns.done", row, act):
        messages.success(request, _("Recorded."))
        return redirect(back)
    context = {"form": form, "title": _("Record as done"), "back": back, "row": row}
    return render(request, "returns/form.html", context | {"submit": _("Record")})


def _proofs(row: Obligation) -> list[Attachment]:
    return queries.proofs(PROOFS, [row.pk]).get(row.pk, [])


def _month(month: MonthlyReturn | None, seats: Seats, request: HttpRequest) -> dict[str, Any]:
    """The return beside the month before, and whose turn it is."""
    holder = (month or MonthlyReturn()).holder
    mine = bool(holder) and seats.holds(actor_of(request), holder)
    turn = {
        "month": month,
        "holder": seats.of(holder) if holder else None,
        "may_edit": mine and holder == "park",
        "may_judge": mine and holder != "park",
    }
    return turn | (_figures(month) if month else {})


def _figures(month: MonthlyReturn) -> dict[str, Any]:
    """The park's figures beside those of the month before, and its agencies'."""
    before = queries.month_before(month)
    jumped = {jump.field for jump in jumps(month, before)}
    figures = [
        (
            label_of(MonthlyReturn, name),
            getattr(month, name),
            getattr(before, name, None),
            name in jumped,
        )
        for name in OF_PARK
    ]
    heads = [(name, label_of(ReturnLine, name)) for name in OF_AGENCY]
    lines = month.lines.select_related("tenancy__agency")
    return {
        "figures": figures,
        "heads": [head for _name, head in heads],
        "lines": [(line, [(head, getattr(line, n)) for n, head in heads]) for line in lines],
    }
