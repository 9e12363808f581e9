"""运行状态: what runs by itself and when, the last runs, and what failed."""

from datetime import timedelta

from celery.schedules import crontab
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from records import acts, policy, queries
from records.acts.calendar import ADMINISTRATOR
from records.models import SweepRun
from records.sweeps import label_of
from records.views.attempt import attempt_bare
from records.views.requests import actor_of

#: The shape that `components/status.html` draws for each state.
SHAPES = {SweepRun.State.RUNNING: "run", SweepRun.State.DONE: "ok", SweepRun.State.FAILED: "stop"}
TASKS = {
    "send-outbox": gettext_lazy("Sending of e-mails"),
    "sweep-jobs": gettext_lazy("Taking up of jobs left behind"),
    "sign-audit-head": gettext_lazy("Signing of the audit trail"),
    "daily-sweep": gettext_lazy("Daily round, until the day is done"),
}


@policy.roles(ADMINISTRATOR, queries.AUDITOR)
@require_safe
def schedule(request: HttpRequest) -> HttpResponse:
    """What runs and when; each sweep's last run; the failures nobody has caught up with."""
    failures = [_shown(run) for run in queries.open_failures()]
    context = {
        "tasks": [
            (TASKS.get(name, name), when(entry["schedule"]))
            for name, entry in settings.CELERY_BEAT_SCHEDULE.items()
        ],
        "rows": [
            {"label": label, "run": run, "shape": SHAPES[SweepRun.State(run.state)] if run else ""}
            for label, run in queries.last_runs()
        ],
        "failures": failures,
        "outbox": queries.outbox_status(),
        "may_retry": actor_of(request).role == ADMINISTRATOR,
    }
    return render(request, "records/schedule.html", context)


@policy.roles(ADMINISTRATOR)
@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Run a failed sweep again, at once."""
    actor, run = actor_of(request), get_object_or_404(SweepRun, pk=pk)
    refused = attempt_bare(
        request, "records.retry_sweep", run, lambda: acts.retry_sweep(actor, run)
    )
    if refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("It ran through."))
    return redirect("records:schedule")


def when(planned: timedelta | crontab) -> str:
    """A task's times in words: each so many minutes, once a day, or often within some hours."""
    if isinstance(planned, timedelta):
        minutes = planned // timedelta(minutes=1)
        return ngettext("every minute", "every %(minutes)s minutes", minutes) % {"minutes": minutes}
    hour, minute = str(planned._orig_hour), str(planned._orig_minute)
    if hour.isdigit() and minute.isdigit():
        return _("daily at %(time)s") % {"time": f"{int(hour)}:{int(minute):02}"}
    first, _dash, last = hour.partition("-")
    words = {"minutes": minute.removeprefix("*/"), "first": first, "last": last}
    return _("every %(minutes)s minutes from %(first)s to %(last)s o'clock") % words


def _shown(run: SweepRun) -> dict[str, object]:
    return {"run": run, "label": label_of(run.key)}
