"""The instrument's own text: uploaded, looked at, applied."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications.acts import texts as acts
from applications.forms.texts import TextForm
from applications.models import InstrumentText
from applications.queries.rulebook.clauses import clauses, matched, text_of, texts_of
from applications.views.rulebook.pages import edition_or_404, frame
from records import policy
from records.actor import Actor
from records.views.attempt import attempt
from records.views.requests import actor_of
from rules.edition import Edition


@policy.roles(*acts.LOADERS)
@require_http_methods(["GET", "POST"])
def load(request: HttpRequest, key: str) -> HttpResponse:
    """Upload a text; those loaded before stand below."""
    law = edition_or_404(key)
    actor = _loader(request, law)
    form = TextForm(request.POST or None, request.FILES or None)
    found = attempt(
        request,
        form,
        "applications.read_text",
        None,
        lambda: acts.read_text(actor, law, form.cleaned_data["file"]),
    )
    if found:
        return redirect("applications:rulebook_text", law.key, found.pk)
    context = frame(request, law, "text") | {"form": form, "texts": texts_of(law)}
    return render(request, "applications/rulebook/load.html", context)


@policy.roles(*acts.LOADERS)
@require_safe
def preview(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Which part of a text belongs to which clause, and what is left over."""
    law = edition_or_404(key)
    _loader(request, law)
    text = _text(law, pk)
    found = matched(law, text)
    assert found is not None
    shown = clauses(law, found)
    context = frame(request, law, "text") | {
        "text": text,
        "clauses": shown,
        "missing": [each for each in shown if not found.is_printed(each.carried.id)],
        "unfound": sum(each.unfound for each in shown),
        "unmatched": found.unmatched,
    }
    return render(request, "applications/rulebook/text.html", context)


@policy.roles(*acts.LOADERS)
@require_POST
def apply(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Show the text beside the rules from now on."""
    law = edition_or_404(key)
    actor = _loader(request, law)
    acts.apply_text(actor, law, _text(law, pk))
    messages.success(request, _("The text is shown beside the rules from now on."))
    return redirect("applications:rulebook", law.key)


def _loader(request: HttpRequest, law: Edition) -> Actor:
    actor = actor_of(request)
    if not acts.may_load(actor, law):
        raise Http404
    return actor


def _text(law: Edition, pk: int) -> InstrumentText:
    try:
        return text_of(law, pk)
    except InstrumentText.DoesNotExist as error:
        raise Http404 from error
