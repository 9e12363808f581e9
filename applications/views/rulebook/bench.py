"""Trying a regulation on facts. Nothing is stored; where the facts are few, the address is all."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

import rules
from applications.forms.bench import ConditionsBench, DeadlineBench, MoneyBench, SheetBench
from applications.queries.tree import tree_from
from applications.views.rulebook.pages import edition_or_404, frame
from records import policy
from records.queries import calendar
from rules.edition import Edition
from rules.exact import money as as_money
from rules.exact import places_two
from rules.schemes import Award
from rules.scoring import READINGS

T = TypeVar("T")


@policy.signed_in
@require_safe
def bench(request: HttpRequest, key: str) -> HttpResponse:
    """What can be tried."""
    context = frame(request, edition_or_404(key), "bench")
    return render(request, "applications/rulebook/bench.html", context)


@policy.signed_in
@require_http_methods(["GET", "POST"])
def conditions(request: HttpRequest, key: str) -> HttpResponse:
    """Facts against the conditions; what is sent is too long for an address."""
    law = edition_or_404(key)
    form = ConditionsBench(request.POST or None, law=law)
    verdict = attempted(
        form,
        lambda: law.assess(form.facts(), form.judgements(), form.waivers(), _day(form)),
    )
    context = {"form": form, "verdict": verdict, "tree": verdict and tree_from(law, verdict)}
    return _tool(request, law, "conditions", context)


@policy.signed_in
@require_safe
def money(request: HttpRequest, key: str, scheme: str) -> HttpResponse:
    """Facts against one scheme."""
    law = edition_or_404(key)
    try:
        one = law.scheme(scheme)
    except rules.UnknownKey as error:
        raise Http404 from error
    form = MoneyBench(request.GET or None, scheme=one)
    award = attempted(form, lambda: law.award(scheme, form.facts(), on=_day(form)))
    context = {"form": form, "scheme": one, "award": award} | (_told(law, award) if award else {})
    return _tool(request, law, "money", context)


@policy.signed_in
@require_safe
def sheet(request: HttpRequest, key: str) -> HttpResponse:
    """Answers against the score sheet, in both readings."""
    law = edition_or_404(key)
    if law.evaluation is None or law.evaluation.sheet is None:
        raise Http404
    printed = law.evaluation.sheet
    form = SheetBench(request.GET or None, sheet=printed)
    score = attempted(form, lambda: printed.score(form.answers(), form.cleaned_data["reading"]))
    context = {
        "form": form,
        "score": score,
        "lines": [(printed.items[k], one) for k, one in score.items.items()] if score else [],
        "totals": [(name, places_two(score.exact(name))) for name in READINGS] if score else [],
    }
    return _tool(request, law, "sheet", context)


@policy.signed_in
@require_safe
def deadline(request: HttpRequest, key: str) -> HttpResponse:
    """By when a duty is due, with the days that decide it."""
    law = edition_or_404(key)
    form = DeadlineBench(request.GET or None, law=law)
    found = attempted(
        form,
        lambda: law.deadline(form.cleaned_data["duty"], form.cleaned_data["start"], calendar()),
    )
    return _tool(request, law, "deadline", {"form": form, "found": found})


def attempted(form: forms.Form, reckon: Callable[[], T]) -> T | None:
    """The result; None where nothing was sent, or what was sent is wrong and the form says so."""
    if not form.is_valid():
        return None
    try:
        return reckon()
    except rules.BadInput as error:
        form.add_error(None, _("The rules cannot take this: %(line)s.") % {"line": error})
        return None


def _told(law: Edition, award: Award) -> dict[str, object]:
    scheme = award.reckoning.scheme
    ceiling = scheme.amount.ceiling
    return {
        "tree": tree_from(law, award.reckoning.tree),
        "ceiling": "" if ceiling is None else as_money(ceiling),
        "otherwise": [
            (each.question, [(way, each.amounts.get(way.key)) for way in each.question.readings])
            for each in award.reckoning.otherwise
        ],
    }


def _day(form: forms.Form) -> date:
    return form.cleaned_data["on"] or timezone.localdate()


def _tool(
    request: HttpRequest, law: Edition, tool: str, context: Mapping[str, Any]
) -> HttpResponse:
    whole = frame(request, law, "bench") | {"tool": tool, **context}
    return render(request, f"applications/rulebook/bench_{tool}.html", whole)
