"""What a page does with an act that refuses."""

from collections.abc import Callable

import pytest
from django import forms
from django.http import Http404, HttpRequest
from django.test import RequestFactory

from records.errors import Refused, Stale
from records.models import AuditEntry, Job
from records.views.attempt import attempt, attempt_bare
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


class WordForm(forms.Form):
    word = forms.CharField()


def posted() -> HttpRequest:
    request = RequestFactory().post("/", {"word": "typed"})
    request.actor = factories.make_actor("officer")  # type: ignore[attr-defined]
    return request


def raising(error: Exception) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


def recorded() -> list[str]:
    return [entry.note for entry in AuditEntry.objects.filter(action="tests.act")]


def test_a_refusal_is_said_on_the_form_and_recorded() -> None:
    request = posted()
    form = WordForm(request.POST)
    assert attempt(request, form, "tests.act", None, raising(Refused("not this"))) is None
    assert form.non_field_errors() == ["not this"]
    assert recorded() == ["not this"]


def test_an_act_is_not_tried_while_its_form_is_wrong() -> None:
    request, done = posted(), []
    assert attempt(request, WordForm({}), "tests.act", None, lambda: done.append(1)) is None
    assert done == []


def test_a_refusal_without_a_form_is_handed_back_and_recorded() -> None:
    refused = attempt_bare(posted(), "tests.act", None, raising(Refused("not this")))
    assert str(refused) == "not this"
    assert recorded() == ["not this"]


def test_that_somebody_else_was_faster_is_said_and_not_recorded() -> None:
    assert attempt_bare(posted(), "tests.act", None, raising(Stale("saved meanwhile")))
    assert recorded() == []


def test_what_the_actor_may_not_see_is_a_404() -> None:
    with pytest.raises(Http404):
        attempt_bare(posted(), "tests.act", None, raising(Job.DoesNotExist()))
