"""The sections of the task list: what is typed saves as one types; what the archive keeps shows."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from applications import acts
from applications.forms import FactsForm, OfficialForm
from applications.queries import Content, fact_line, form_lines, section_row, seen
from applications.queries.facts import sites_of
from applications.queries.names import advice_of
from applications.queries.tasklist import ARCHIVES, BASIS, SectionRow
from applications.views.autosave import TypedSection, show_typed
from applications.views.common import own_content
from applications.views.materials import show_materials
from casework import acts as casework
from casework.forms import BasisForm
from casework.views.common import token
from parks.acts import KEEPERS
from records import policy
from records.views.attempt import attempt
from records.views.requests import actor_of

APPLICANTS = ("operator", "officer", "reviewer")


@policy.roles(*APPLICANTS)
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """One section of the application, by its key."""
    content = own_content(request, pk)
    try:
        row = section_row(content, key)
    except KeyError as error:
        raise Http404 from error
    if key in ARCHIVES:
        return _archive(request, content, row)
    if key == BASIS:
        return _basis(request, content, row)
    if key == "materials":
        return show_materials(request, content, row)
    return show_typed(request, content, row, TYPED[key])


def _archive(request: HttpRequest, content: Content, row: SectionRow) -> HttpResponse:
    """What the park's archive or register says; it is changed there, not here."""
    sources = {"sites": ("sites",), "roster": ("register", "returns")}.get(row.key, ())
    context = {
        "case": content.case,
        "section": row,
        "facts": [fact_line(fact, False) for fact in content.facts if fact.fact.source in sources],
        "park": content.case.park,
        "sites": sites_of(content.application) if row.key == "sites" else (),
        "is_keeper": actor_of(request).role in KEEPERS,
    }
    return render(request, "applications/archive.html", context)


def _basis(request: HttpRequest, content: Content, row: SectionRow) -> HttpResponse:
    """The document that allows to go on under a regulation that has ended."""
    actor, case = actor_of(request), content.case
    form = BasisForm(request.POST or None, initial={"version": case.version, "token": token()})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        recorded = attempt(
            request,
            form,
            "casework.record_basis",
            case,
            lambda: casework.record_basis(
                case.pk,
                actor,
                typed["version"],
                document=typed["document"],
                reason=typed["reason"],
                token=typed["token"],
            ),
        )
        if recorded:
            messages.success(request, _("The basis for going on is recorded."))
            return redirect("applications:tasks", pk=case.pk)
        form.at_version(case.version)
    context = {"case": case, "section": row, "form": form, "content": content}
    return render(request, "applications/basis.html", context)


def _official(content: Content, data: Any) -> OfficialForm:
    assert content.form is not None
    sign = seen(content.application, "form")
    return OfficialForm(data, plan=content.form, answers=content.answers, initial={"seen": sign})


def _figures(content: Content, data: Any) -> FactsForm:
    sign = seen(content.application, "facts")
    committable = [each.fact.key for each in content.procedure.committed]
    rows = content.facts
    return FactsForm(data, rows=rows, committable=committable, initial={"seen": sign})


def _entries(content: Content, form: FactsForm) -> dict[str, Any]:
    words = {each.fact.key: each for each in content.procedure.committed}
    entries = [
        {"line": fact_line(row, False), "fields": fields, "committed": words.get(row.fact.key)}
        for row, fields in form.lines()
    ]
    return {"entries": entries, "facts": [entry["line"] for entry in entries]}


TYPED: dict[str, TypedSection] = {
    "form": TypedSection(
        "save_form",
        _official,
        lambda pk, actor, form, sign: acts.save_form(pk, actor, form.answers(), seen=sign),
        "applications/form.html",
        lambda content, form: {"answers": form_lines(content), "advice": advice_of(content)},
    ),
    "facts": TypedSection(
        "declare_facts",
        _figures,
        lambda pk, actor, form, sign: acts.declare_facts(pk, actor, form.declared(), seen=sign),
        "applications/facts.html",
        _entries,
    ),
}
