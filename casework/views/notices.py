"""公示: the bureau's notices, publishing one, and the objections that came in."""

from datetime import date

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.roles import AREA_ROLES, Role
from casework import acts, queries
from casework.acts.notices import EVIDENCE
from casework.forms import FindingForm, NoticeForm, WithdrawalForm
from casework.models import Case, Objection, PublicNotice
from casework.views.common import found, say, token
from records import policy
from records.actor import Actor
from records.queries import attachments_of, calendar
from records.templatetags.said import said
from records.views.attempt import attempt
from records.views.requests import actor_of
from rules.workdays import add_workdays

SHOWN = 50


@policy.roles(*AREA_ROLES)
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """The notices of the area, the latest first."""
    actor = actor_of(request)
    reviewer = actor.role == Role.REVIEWER
    shown = list(queries.notices_of(actor).annotate(cases=Count("entries"))[:SHOWN])
    context = {
        "notices": shown,
        "today": timezone.localdate(),
        "waiting": len(queries.waiting_for_notice(actor)) if reviewer else 0,
    }
    return render(request, "casework/notices.html", context)


@policy.roles(*AREA_ROLES)
@require_safe
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """One notice, its cases and, for the bureau, the objections to them."""
    actor = actor_of(request)
    shown = found(queries.notice_of, actor, pk)
    context = {
        "notice": shown,
        "law": queries.law_of(shown),
        "entries": list(queries.entries_of(shown, actor)),
        "objections": list(queries.objections(actor).filter(entry__notice=shown)),
        "today": timezone.localdate(),
        "may_withdraw": queries.may_withdraw(shown, actor),
    }
    return render(request, "casework/notice.html", context)


@policy.roles(Role.REVIEWER)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a notice back before its end; its cases wait for a new one."""
    actor = actor_of(request)
    shown = found(queries.notice_of, actor, pk)
    entries = list(queries.entries_of(shown, actor))
    cases = [entry.case for entry in entries]
    form = WithdrawalForm(request.POST or None, cases=cases, initial={"token": token()})
    if request.method == "POST" and form.is_valid():
        if _withdraw(request, shown, form):
            say(request, _("The notice %(number)s is withdrawn.") % {"number": shown.number})
            return redirect("casework:notice", pk=pk)
        form.at_versions()
    context = {
        "notice": shown,
        "entries": entries,
        "form": form,
        "may_withdraw": queries.may_withdraw(shown, actor),
    }
    return render(request, "casework/withdraw_notice.html", context)


def _withdraw(
    request: HttpRequest, shown: PublicNotice, form: WithdrawalForm
) -> PublicNotice | None:
    actor, typed = actor_of(request), form.cleaned_data
    return attempt(
        request,
        form,
        "casework.withdraw_notice",
        shown,
        lambda: acts.withdraw_notice(
            shown.pk, actor, form.versions(), reason=typed["reason"], token=typed["token"]
        ),
    )


@policy.roles(Role.REVIEWER)
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest) -> HttpResponse:
    """Publish one notice of one or many cases that are at their notice."""
    actor = actor_of(request)
    waiting = _waiting(request, actor)
    form = NoticeForm(request.POST or None, waiting=waiting, initial=_initial(request, waiting))
    if request.method == "POST" and form.is_valid():
        made = _publish(request, waiting, form)
        if made:
            say(request, _("The notice %(number)s is published.") % {"number": made.number})
            return redirect("casework:notice", pk=made.pk)
        form.at_versions()
    law = queries.law_of_cases(waiting)
    context = {"form": form, "law": law, "waiting": waiting, "ends_on": _ends_on(form, waiting)}
    return render(request, "casework/publish.html", context)


def _waiting(request: HttpRequest, actor: Actor) -> list[Case]:
    """What waits and may stand on one notice with the first case that was asked for."""
    wanted = [*request.GET.getlist("case"), *(request.POST or request.GET).getlist("cases")]
    return queries.under_one_law(queries.waiting_for_notice(actor), wanted)


def _initial(request: HttpRequest, waiting: list[Case]) -> dict[str, object]:
    wanted = request.GET.getlist("case") or [str(case.pk) for case in waiting]
    chosen = [case.pk for case in waiting if str(case.pk) in wanted]
    law = queries.law_of_cases(waiting)
    listed = said(law.notice.listed) if law else ""
    return {"cases": chosen, "title": _("Public notice: %(list)s") % {"list": listed}}


def _publish(request: HttpRequest, waiting: list[Case], form: NoticeForm) -> PublicNotice | None:
    actor, typed, versions = actor_of(request), form.cleaned_data, form.versions()
    about = next(case for case in waiting if case.pk in versions)
    return attempt(
        request,
        form,
        "casework.publish_notice",
        about,
        lambda: acts.publish_notice(
            actor,
            versions,
            title=typed["title"],
            text=typed["text"],
            workdays=typed["workdays"],
            published_on=typed["published_on"],
        ),
    )


@policy.roles(Role.REVIEWER)
@require_safe
def ends_on(request: HttpRequest) -> HttpResponse:
    """The last day of a notice as it is being typed, for htmx."""
    waiting = _waiting(request, actor_of(request))
    form = NoticeForm(request.GET, waiting=waiting)
    return render(request, "casework/_ends_on.html", {"ends_on": _ends_on(form, waiting)})


def _ends_on(form: NoticeForm, waiting: list[Case]) -> date | None:
    """None while day or working days cannot be read."""
    if form.is_bound:
        form.is_valid()
        opened = form.cleaned_data.get("published_on")
        days = None if "workdays" in form.errors else form.cleaned_data.get("workdays")
    else:
        opened, days = timezone.localdate(), None
    law = queries.law_of_cases(waiting)
    days = days or (law.notice.days if law else None)
    return add_workdays(opened, days, calendar()).due if opened and days else None


@policy.roles(Role.REVIEWER, Role.DIRECTOR)
@require_http_methods(["GET", "HEAD", "POST"])
def objection(request: HttpRequest, pk: int) -> HttpResponse:
    """One objection with its evidence; the reviewer settles it with a finding."""
    actor = actor_of(request)
    shown = get_object_or_404(queries.objections(actor), pk=pk)
    form = FindingForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _settle(request, shown, form):
        say(request, _("The objection is settled."))
        return redirect("casework:notice", pk=shown.entry.notice_id)
    may_settle = actor.role == Role.REVIEWER and shown.state == Objection.State.OPEN
    context = {
        "objection": shown,
        "files": attachments_of(EVIDENCE, shown.pk),
        "form": form if may_settle else None,
    }
    return render(request, "casework/objection.html", context)


def _settle(request: HttpRequest, shown: Objection, form: FindingForm) -> Objection | None:
    actor, typed = actor_of(request), form.cleaned_data
    return attempt(
        request,
        form,
        "casework.settle_objection",
        shown.entry.case,
        lambda: acts.settle_objection(
            shown.pk, actor, state=typed["state"], finding=typed["finding"]
        ),
    )
