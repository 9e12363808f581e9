"""The regulations: what each asks, and which clause the system carries how."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

import rules
from applications.acts.texts import may_load
from applications.queries.rulebook.clauses import clauses_page
from applications.queries.rulebook.duties import duties_page
from applications.queries.rulebook.money import money_page
from applications.queries.rulebook.procedures import conditions_page, procedures_page
from applications.queries.rulebook.questions import questions_page
from applications.queries.rulebook.sheets import evaluation_page
from parks.models import Recognition
from records import policy
from records.views.requests import actor_of
from rules.edition import Edition


class Part(NamedTuple):
    """A page of the rulebook."""

    label: Promise
    build: Callable[[Edition], dict[str, Any]]


PARTS: Mapping[str, Part] = {
    "clauses": Part(_("Clauses"), clauses_page),
    "conditions": Part(_("Conditions"), conditions_page),
    "procedures": Part(_("Procedures"), procedures_page),
    "duties": Part(_("Duties"), duties_page),
    "money": Part(_("Money"), money_page),
    "evaluation": Part(_("Evaluation"), evaluation_page),
    "questions": Part(_("Open questions"), questions_page),
}


@policy.signed_in
@require_safe
def rulebooks(request: HttpRequest) -> HttpResponse:
    """All editions, those that ended marked as such."""
    today = timezone.localdate()
    laws = [(law, law.force_on(today)) for law in rules.editions()]
    return render(request, "applications/rulebooks.html", {"laws": laws})


@policy.signed_in
@require_safe
def rulebook(request: HttpRequest, key: str) -> HttpResponse:
    """The clauses in the text's order; `#JZ-9(3)` leads to one of them."""
    return _page(request, key, "clauses")


@policy.signed_in
@require_safe
def rulebook_part(request: HttpRequest, key: str, part: str) -> HttpResponse:
    """One of the other pages of a regulation."""
    if part not in PARTS or part == "clauses":
        raise Http404
    return _page(request, key, part)


def edition_or_404(key: str) -> Edition:
    """The edition of that key."""
    try:
        return rules.edition(key)
    except rules.UnknownKey as error:
        raise Http404 from error


def frame(request: HttpRequest, law: Edition, part: str) -> dict[str, Any]:
    """What every page of a regulation shows: its life, and the way to the others."""
    return {
        "law": law,
        "force": law.force_on(timezone.localdate()),
        "parts": [(name, each.label) for name, each in PARTS.items()],
        "part": part,
        "level": Recognition.Level(law.level).label,
        "may_load": may_load(actor_of(request), law),
    }


def _page(request: HttpRequest, key: str, part: str) -> HttpResponse:
    law = edition_or_404(key)
    context = frame(request, law, part) | PARTS[part].build(law)
    return render(request, f"applications/rulebook/{part}.html", context)
