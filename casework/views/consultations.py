"""会审: asking other organisations, and answering as one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.roles import Role
from casework import acts, queries
from casework.forms import AnswerForm, ConsultForm
from casework.kinds import kind_of
from casework.models import Case, Consultation
from casework.views.common import case_or_404, found, say, token
from records import policy
from records.views.attempt import attempt
from records.views.requests import actor_of


@policy.roles(Role.OFFICER, Role.REVIEWER, Role.DIRECTOR)
@require_http_methods(["GET", "HEAD", "POST"])
def consult(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask departments for their opinion on the case, all with the same question."""
    case, actor = case_or_404(request, pk), actor_of(request)
    form = ConsultForm(
        request.POST or None,
        departments=queries.departments(actor),
        initial={"version": case.version},
    )
    if request.method == "POST" and form.is_valid():
        if _ask(request, case, form):
            say(request, _("The question is put."))
            return redirect("casework:case", pk=pk)
        form.at_version(case.version)
    context = {"case": case, "form": form, "asked": queries.consultations_of(case, actor)}
    return render(request, "casework/consult.html", context)


def _ask(request: HttpRequest, case: Case, form: ConsultForm) -> list[Consultation] | None:
    actor, typed = actor_of(request), form.cleaned_data
    return attempt(
        request,
        form,
        "casework.consult",
        case,
        lambda: acts.consult(
            case.pk,
            actor,
            typed["version"],
            organisations=list(typed["organisations"]),
            question=typed["question"],
            due_on=typed["due_on"],
        ),
    )


@policy.roles(Role.CONSULTEE)
@require_http_methods(["GET", "HEAD", "POST"])
def consultation(request: HttpRequest, pk: int) -> HttpResponse:
    """The question that was put to the actor's organisation, and its one answer."""
    actor = actor_of(request)
    asked = found(queries.consultation_of, actor, pk)
    answer_form = AnswerForm(request.POST or None, initial={"token": token()})
    if request.method == "POST" and answer_form.is_valid() and _answer(request, asked, answer_form):
        say(request, _("The answer is given."))
        return redirect("casework:consultation", pk=pk)
    kind = kind_of(asked.case)
    context = {
        **kind.content(asked.case, actor),
        "case": asked.case,
        "asked": asked,
        "kind": kind,
        "answer_form": answer_form,
    }
    return render(request, "casework/consultation.html", context)


def _answer(request: HttpRequest, asked: Consultation, form: AnswerForm) -> Consultation | None:
    actor, typed = actor_of(request), form.cleaned_data
    return attempt(
        request,
        form,
        "casework.answer",
        asked.case,
        lambda: acts.answer_consultation(
            asked.pk,
            actor,
            answer=typed["answer"],
            text=typed["text"],
            token=typed["token"],
        ),
    )
