"""节假日: the years that have been announced, and editing one of them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from records import acts, policy, queries
from records.acts.calendar import ADMINISTRATOR
from records.calendar_rows import write_rows
from records.errors import Refused
from records.forms import CalendarYearForm
from records.models import CalendarYear
from records.views.requests import actor_of

EARLIEST, LATEST = 2000, 2100


@policy.roles(ADMINISTRATOR)
@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """All years, and the next one to be entered."""
    rows = list(queries.calendar_years())
    following = max((row.year for row in rows), default=timezone.localdate().year - 1) + 1
    context = {"rows": rows, "next_year": following, "missing": queries.missing_year()}
    return render(request, "records/calendar.html", context)


@policy.roles(ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def year(request: HttpRequest, number: int) -> HttpResponse:
    """One year's days as lines; saving replaces them all."""
    if not EARLIEST <= number <= LATEST:
        raise Http404
    current = queries.calendar_years().filter(year=number).first()
    if request.method != "POST":
        return _page(request, number, CalendarYearForm(initial=_stored(current)), current)
    form = CalendarYearForm(request.POST, request.FILES)
    if form.is_valid() and _save(request, number, form):
        messages.success(request, _("The calendar of %(year)s is saved.") % {"year": number})
        return redirect("records:calendar")
    return _page(request, number, form, current)


def _save(request: HttpRequest, number: int, form: CalendarYearForm) -> bool:
    """Save, or put the reason on the form, which keeps what was typed."""
    data, actor = form.cleaned_data, actor_of(request)
    try:
        acts.save_calendar_year(actor, number, data["days"], data["version"], data["source"])
    except ValidationError as error:
        form.add_error("file" if data["file"] else "rows", error)
    except Refused as refusal:
        acts.record_refusal(actor, "records.save_calendar_year", None, refusal)
        form.add_error(None, str(refusal))
    return form.is_valid()


def _page(
    request: HttpRequest, number: int, form: CalendarYearForm, current: CalendarYear | None
) -> HttpResponse:
    stored = list(current.days.all()) if current else []
    context = {"number": number, "form": form, "current": current, "stored": stored}
    context["versions"] = queries.calendar_versions(number)
    return render(request, "records/calendar_year.html", context)


def _stored(current: CalendarYear | None) -> dict[str, object]:
    if current is None:
        return {"version": 0}
    rows = write_rows(current.days.all())
    return {"version": current.version, "source": current.source, "rows": rows}
