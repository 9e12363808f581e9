"""A section that saves as one types, and as a plain form without JavaScript."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.queries import Content, SectionRow, seen
from applications.views.common import own_content
from records.actor import Actor
from records.errors import Refused, Stale
from records.views.attempt import attempt_bare
from records.views.requests import actor_of


@dataclass(frozen=True)
class TypedSection:
    """How a typed section is read (`build`), saved (`save`) and shown (`template`, `context`)."""

    verb: str
    build: Callable[[Content, Any], Form]
    save: Callable[[int, Actor, Any, str], None]
    template: str
    context: Callable[[Content, Any], dict[str, Any]]


def show_typed(
    request: HttpRequest, content: Content, row: SectionRow, kind: TypedSection
) -> HttpResponse:
    """Show the section, or save what stands in it.

    What is right is saved although something else is wrong: a slip in one field loses nothing
    of the others. Newer text of another window is never overwritten.
    """
    if request.method != "POST":
        return _page(request, content, row, kind, kind.build(content, None))
    form = kind.build(content, request.POST)
    form.is_valid()
    refused = attempt_bare(
        request,
        f"applications.{kind.verb}",
        content.case,
        lambda: kind.save(
            content.case.pk, actor_of(request), form, form.cleaned_data.get("seen", "")
        ),
    )
    if getattr(request, "htmx", False):
        return _saved(request, content, row, form, refused)
    return _answer(request, content, row, kind, form, refused)


def _answer(
    request: HttpRequest,
    content: Content,
    row: SectionRow,
    kind: TypedSection,
    form: Form,
    refused: Refused | None,
) -> HttpResponse:
    """The whole page again where something is wrong, else on to the task list."""
    if refused is None and not form.errors:
        messages.success(request, _("Saved: %(section)s.") % {"section": row.label})
        return redirect("applications:tasks", pk=content.case.pk)
    fresh = own_content(request, content.case.pk)
    if refused is None:
        return _page(request, fresh, row, kind, _carried(fresh, row, form), status=422)
    form.add_error(None, str(refused))
    newer = _newer(kind.build(fresh, None), form) if isinstance(refused, Stale) else []
    shown = _carried(fresh, row, form)
    return _page(request, fresh, row, kind, shown, newer=newer, status=409)


def _carried(content: Content, row: SectionRow, form: Form) -> Form:
    """The typed form, with the sign of what is stored now: saving again is meant."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    data["seen"] = seen(content.application, row.key)
    form.data = data
    return form


def _newer(stored: Form, typed: Form) -> list[dict[str, Any]]:
    """The fields in which what is stored differs from what was typed here."""
    return [
        {"label": field.label, "stored": _written(stored, field), "typed": _written(typed, field)}
        for field in typed.visible_fields()
        if _written(stored, field) != _written(typed, field)
    ]


def _written(form: Form, field: Any) -> str:
    """A field as the person would read it: choices by their labels."""
    value = form[field.name].value()
    values = value if isinstance(value, list | tuple) else [value]
    labels = {str(key): str(text) for key, text in getattr(field.field, "choices", ())}
    return _(", ").join(labels.get(str(v), str(v)) for v in values if v not in (None, ""))


def _page(
    request: HttpRequest,
    content: Content,
    row: SectionRow,
    kind: TypedSection,
    form: Form,
    *,
    newer: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "content": content,
        "case": content.case,
        "section": row,
        "form": form,
        "newer": newer or [],
        **kind.context(content, form),
    }
    return render(request, kind.template, context, status=status)


def _saved(
    request: HttpRequest, content: Content, row: SectionRow, form: Form, refused: Refused | None
) -> HttpResponse:
    """The small answer to saving while typing: when, or why not, and the new sign."""
    pk = content.case.pk
    sign = form.data.get("seen", "")
    if refused is None:
        sign = seen(own_content(request, pk).application, row.key)
    context = {"refused": refused, "form": form, "at": timezone.now(), "seen": sign}
    return render(request, "applications/_saved.html", context)
