"""The task list of an application, and its check page, submission and receipt."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications import acts
from applications.forms import ParentForm, SupplementForm
from applications.queries import (
    Content,
    is_complete,
    shown_conditions,
    shown_content,
    shown_materials,
    task_list,
)
from applications.queries.available import lost_parent, parents_of
from applications.queries.tasklist import sections_of
from applications.views.common import content_or_404, own_content
from casework import acts as casework
from casework.guards import unmended
from casework.kinds import Attempt
from casework.moves import early_refusals, find_move
from casework.seats import whose_turn
from casework.views.common import status_of, token
from records import policy
from records.actor import Actor
from records.errors import Refused
from records.fields import number_of
from records.views.attempt import attempt
from records.views.requests import actor_of

APPLICANTS = ("operator", "officer", "reviewer")


@policy.roles(*APPLICANTS)
@require_safe
def tasks(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, own_content(request, pk))


@policy.roles(*APPLICANTS)
@require_POST
def choose_parent(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose another park to become a branch of, where the chosen one is recognised no longer."""
    content, actor = own_content(request, pk), actor_of(request)
    form = _parent_form(content, request.POST)
    chosen = attempt(
        request,
        form,
        "applications.choose_parent",
        content.case,
        lambda: acts.choose_parent(pk, actor, form.cleaned_data["version"], form.chosen),
    )
    if chosen:
        said = _("It is to become a branch of “%(park)s” now.") % {"park": chosen.name}
        messages.success(request, said)
        return redirect("applications:tasks", pk=pk)
    content = own_content(request, pk)
    form.at_version(content.case.version)
    return _page(request, content, form, status=422)


def _page(
    request: HttpRequest, content: Content, form: ParentForm | None = None, *, status: int = 200
) -> HttpResponse:
    lies_here = content.case.stage == content.procedure.first.key
    lost = lost_parent(content) if lies_here else None
    context = {
        "content": content,
        "case": content.case,
        "sections": task_list(content),
        "complete": is_complete(content),
        "lost_parent": lost,
        "form": form or (_parent_form(content, None) if lost else None),
    }
    return render(request, "applications/tasks.html", context, status=status)


def _parent_form(content: Content, data: Any) -> ParentForm:
    parents = parents_of(content.law, content.procedure)
    return ParentForm(data, parents=parents, initial={"version": content.case.version})


@policy.roles(*APPLICANTS)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything on one page with what is missing; then the submission."""
    content, actor = own_content(request, pk), actor_of(request)
    form = _supplement(content, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _check_page(request, content, actor, form)
    try:
        casework.perform(
            pk,
            "submit",
            actor,
            number_of(request.POST.get("version", "")),
            token=request.POST.get("token", ""),
            opinion=request.POST.get("opinion", ""),
            data={"answers": form.answers()} if form.fields else {},
        )
    except Refused as refused:
        return _check_page(request, own_content(request, pk), actor, form, refused)
    return redirect("applications:receipt", pk=pk)


def _supplement(content: Content, data: Any) -> SupplementForm:
    labels = dict(sections_of(content))
    return SupplementForm(data, defects=unmended(content.case), labels=labels)


def _check_page(
    request: HttpRequest,
    content: Content,
    actor: Actor,
    form: SupplementForm,
    refused: Refused | None = None,
) -> HttpResponse:
    context = {
        **shown_content(content, actor),
        **shown_conditions(content, actor),
        **shown_materials(content, actor),
        "case": content.case,
        "sections": task_list(content),
        "closed": _closed(content, actor),
        "refused": refused,
        "form": form,
        "asks_opinion": _asks_opinion(content),
        "opinion": request.POST.get("opinion", ""),
        "token": token(),
    }
    status = status_of(refused) if refused else 422 if form.errors else 200
    return render(request, "applications/check.html", context, status=status)


def _asks_opinion(content: Content) -> bool:
    """Whether handing in is a proposal, with its reason."""
    move = content.procedure.first.move("submit")
    return move is not None and move.opinion


def _closed(content: Content, actor: Actor) -> list[str]:
    """All that keeps the application from being handed in now."""
    try:
        move = find_move(content.case, "submit", actor)
    except Refused as refused:
        return [str(refused)]
    return early_refusals(Attempt(content.case, move, actor))


@policy.roles(*APPLICANTS)
@require_safe
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """What was handed in, under which number, and who is next."""
    content = content_or_404(request, pk)
    version = content.application.versions.order_by("-number").first()
    if version is None:
        return redirect("applications:tasks", pk=pk)
    organisation, role = whose_turn(content.case)
    context = {
        "case": content.case,
        "content": content,
        "version": version,
        "next_organisation": organisation,
        "next_role": role,
    }
    return render(request, "applications/receipt.html", context)
