"""The reviewer's page: figures side by side, judgements, waivers, and the second person."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from applications import acts
from applications.forms import JudgementForm, VerificationForm, WaiverForm
from applications.forms.review import AnswerForm
from applications.models import Answer
from applications.queries import Content, fact_line, tree_of
from applications.queries.content import ANSWERS
from applications.queries.review import (
    REVIEWERS,
    confirm_refusal,
    is_of_bureau,
    review_refusal,
)
from applications.queries.tree import Tree
from applications.views.common import content_or_404
from records import policy
from records.actor import Actor
from records.fields import number_of
from records.views.attempt import attempt, attempt_bare
from records.views.requests import actor_of


@policy.roles(*REVIEWERS)
@require_safe
def review(request: HttpRequest, pk: int) -> HttpResponse:
    content = _content(request, pk)
    tree = _tree(content)
    forms = _forms(content, tree, None)
    return _page(request, content, tree, _verification(content, None), forms)


@policy.roles(*REVIEWERS)
@require_POST
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    """Store all that was filled in on the page; each part stands or falls by itself.

    Figures in order are stored only with all the others. What cannot be stored stays on the page.
    """
    content = _content(request, pk)
    verification = _verification(content, request.POST)
    forms = _forms(content, _tree(content), request.POST)
    version = _version(request) + _store_figures(request, content, verification)
    filled = [form for form in forms if form.has_changed()]
    done = 0
    for form in filled:
        if form.is_valid() and _store(request, content, form, version + done):
            done += 1
    if done:
        messages.success(request, _("Answers recorded: %(count)s.") % {"count": done})
    kept = {form.node.id: form for form in filled if form.errors}
    if not verification.errors and not kept:
        return redirect("applications:review", pk=pk)
    content = _content(request, pk)
    tree = _tree(content)
    fresh = {form.node.id: form for form in _forms(content, tree, None)}
    shown = verification if verification.errors else _verification(content, None)
    return _page(request, content, tree, shown, [*(fresh | kept).values()], status=422)


@policy.roles(*REVIEWERS)
@require_POST
def settle(request: HttpRequest, pk: int, kind: str, answer_id: int) -> HttpResponse:
    """Confirm an answer as the second person, or withdraw it."""
    if kind not in ANSWERS:
        raise Http404
    content, actor = _content(request, pk), actor_of(request)
    act, verb = acts.confirm_answer, f"confirm_{kind}"
    if "withdraw" in request.POST:
        act, verb = acts.withdraw_answer, f"withdraw_{kind}"
    refused = attempt_bare(
        request,
        f"applications.{verb}",
        content.case,
        lambda: act(pk, actor, _version(request), kind, answer_id),
    )
    if refused:
        messages.error(request, str(refused))
    return redirect("applications:review", pk=pk)


def _content(request: HttpRequest, pk: int) -> Content:
    content = content_or_404(request, pk)
    if not is_of_bureau(content.case, actor_of(request)):
        raise PermissionDenied
    return content


def _tree(content: Content) -> Tree:
    return tree_of(content, reviewed=True)


def _verification(content: Content, data: Any) -> VerificationForm:
    return VerificationForm(data, rows=content.facts)


def _store_figures(request: HttpRequest, content: Content, form: VerificationForm) -> int:
    """Store the figures where one was changed; returns how often that moved the case's version."""
    if not form.has_changed() or not form.is_valid():
        return 0
    actor, case = actor_of(request), content.case
    version, found = _version(request), form.verified()
    refused = attempt_bare(
        request,
        "applications.verify_facts",
        case,
        lambda: acts.verify_facts(case.pk, actor, version, found),
    )
    if refused:
        form.add_error(None, str(refused))
        return 0
    messages.success(request, _("The verified figures are saved."))
    return 1


def _forms(content: Content, tree: Tree, data: Any) -> list[AnswerForm]:
    """A form for each leaf that waits for a person: judged ones open, missed ones waivable."""
    leaves = tree.root.leaves()
    taken = {one.leaf for one in content.judgements}
    waived = {one.leaf for one in content.waivers}
    judged = [n for n in leaves if n.judged and n.outcome == "judge" and n.id not in taken]
    missed = [n for n in leaves if n.waivable and n.decides and n.id not in waived]
    return [
        *(JudgementForm(data, node=node) for node in judged),
        *(WaiverForm(data, node=node) for node in missed),
    ]


def _store(request: HttpRequest, content: Content, form: AnswerForm, version: int) -> Answer | None:
    """The answer; None where it is refused, which then stands on the form."""
    actor, pk, read = actor_of(request), content.case.pk, form.cleaned_data
    told = {"reason": read["reason"], "document": read["document"]}
    leaf = form.node.id
    if isinstance(form, JudgementForm):
        met = read["finding"] == "met"
        return attempt(
            request,
            form,
            "applications.judge",
            content.case,
            lambda: acts.judge(pk, actor, version, leaf, met=met, **told),
        )
    value = read.get("value", "")
    return attempt(
        request,
        form,
        "applications.waive",
        content.case,
        lambda: acts.waive(pk, actor, version, leaf, value=value, **told),
    )


def _version(request: HttpRequest) -> int:
    return number_of(request.POST.get("version", ""))


def _page(
    request: HttpRequest,
    content: Content,
    tree: Tree,
    verification: VerificationForm,
    forms: list[AnswerForm],
    *,
    status: int = 200,
) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "content": content,
        "case": content.case,
        "closed": review_refusal(content.case, actor),
        "lines": [
            (fact_line(row, True), agreed, found) for row, agreed, found in verification.lines()
        ],
        "facts": [fact_line(row, True) for row in content.facts],
        "reviewed": True,
        "verification": verification,
        "judgements": [form for form in forms if isinstance(form, JudgementForm)],
        "waivers": [form for form in forms if isinstance(form, WaiverForm)],
        "answers": _answers(content, tree, actor),
        "tree": tree,
    }
    return render(request, "applications/review.html", context, status=status)


def _answers(content: Content, tree: Tree, actor: Actor) -> list[dict[str, Any]]:
    """What was answered, with why the actor may not confirm it."""
    nodes = {node.id: node for node in tree.root.leaves()}
    kinds = [("judgement", one) for one in content.judgements]
    kinds += [("waiver", one) for one in content.waivers]  # type: ignore[misc]
    return [
        {
            "kind": kind,
            "answer": one,
            "node": nodes.get(one.leaf),
            "refusal": confirm_refusal(content.case, actor, one),
        }
        for kind, one in kinds
    ]
