"""任务: long work, its progress and its results."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from records import acts, outbox, policy, queries
from records.jobs import label_of
from records.models import Job
from records.views.attempt import attempt_bare
from records.views.requests import actor_of

#: The shape that `components/status.html` draws for each state.
SHAPES = {
    Job.State.WAITING: "wait",
    Job.State.RUNNING: "run",
    Job.State.DONE: "ok",
    Job.State.FAILED: "stop",
    Job.State.CANCELLED: "none",
}


@policy.signed_in
@require_safe
def job_list(request: HttpRequest) -> HttpResponse:
    """The person's own jobs, newest first."""
    visible = queries.jobs(actor_of(request)).select_related("result")
    found, more = queries.slice_of(visible, queries.cursor(request.GET))
    context = {
        "rows": [shown(job) for job in found],
        "older": f"before={found[-1].pk}" if more else "",
    }
    return render(request, "records/jobs.html", context)


@policy.signed_in
@require_safe
def job_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One job; asked for by htmx it answers with its progress alone."""
    job = get_object_or_404(queries.jobs(actor_of(request)).select_related("result"), pk=pk)
    part = "HX-Request" in request.headers
    template = "records/job_progress.html" if part else "records/job.html"
    return render(request, template, shown(job))


@policy.signed_in
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    job = get_object_or_404(queries.jobs(actor), pk=pk)
    refused = attempt_bare(request, "records.job_cancel", job, lambda: acts.cancel_job(actor, job))
    if refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The job has been asked to stop."))
    return redirect("records:job", pk=pk)


def shown(job: Job) -> dict[str, Any]:
    return {
        "job": job,
        "label": label_of(job.kind),
        "shape": SHAPES[Job.State(job.state)],
        "outcome": outbox.render(job.msgid, job.msg_params) if job.msgid else "",
    }
