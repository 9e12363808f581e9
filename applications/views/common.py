"""What the pages share: finding the application, trying an act, and saying what it led to."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db.models import ObjectDoesNotExist
from django.forms import Form
from django.http import Http404, HttpRequest

from applications.models import Application
from applications.queries import Content, content_for
from casework.models import Case
from casework.seats import sits
from records.actor import Actor
from records.acts import record_refusal
from records.errors import Refused, Stale
from records.views.requests import actor_of


def content_or_404(request: HttpRequest, pk: int) -> Content:
    """The application of the case, where the actor may see it."""
    try:
        return content_for(actor_of(request), pk)
    except Application.DoesNotExist as error:
        raise Http404 from error


def own_content(request: HttpRequest, pk: int) -> Content:
    """The application as its applicant opens it; the offices read it on the case page."""
    content = content_or_404(request, pk)
    if not sits(content.case, actor_of(request), content.procedure.first.hand):
        raise PermissionDenied
    return content


def attempt(
    actor: Actor, verb: str, case: Case, act: Callable[[], object], form: Form | None = None
) -> Refused | None:
    """Do `act`. A refusal goes on the audit trail and onto the form, which keeps every word."""
    try:
        act()
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except Refused as refused:
        # That somebody else was faster is no attempt at what is forbidden.
        if not isinstance(refused, Stale):
            record_refusal(actor, f"applications.{verb}", case, refused.reason)
        if form is not None:
            form.add_error(None, str(refused))
        return refused
    return None
