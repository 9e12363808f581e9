"""What the applicant's acts share: the case locked, the section open, nobody's text overwritten."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.scope import scoped
from applications.models import Application
from applications.queries.seen import seen as sign_of
from applications.queries.tasklist import shut_reason
from casework.acts import editing
from casework.models import Case
from records.actor import Actor
from records.errors import Refused, Stale


@contextmanager
def editing_section(
    case_id: int, actor: Actor, section: str, seen: str | None = None
) -> Iterator[Application]:
    """The application, locked, for a change of one section by the applicant.

    `seen` is the sign of the text that the person's window had read; None for what is added
    and never overwritten. Raises Stale when the section holds newer text, Refused when it is
    shut, Case.DoesNotExist out of scope.
    """
    # Another section's saving moves the case's version but is no conflict: the sign decides.
    version = scoped(Case.objects.all(), actor).values_list("version", flat=True).get(pk=case_id)
    with editing(case_id, actor, version) as case:
        shut = shut_reason(case, section, case.defects.filter(resolved_at__isnull=True))
        if shut:
            raise Refused(shut, "shut")
        application = Application.objects.get(case=case)
        application.case = case
        if seen is not None and seen != sign_of(application, section):
            raise _newer(application)
        yield application
        application.saved_by, application.saved_at = actor.name, timezone.now()
        application.save()


def _newer(application: Application) -> Stale:
    when = timezone.localtime(application.saved_at) if application.saved_at else None
    values = {
        "name": application.saved_by or "—",
        "time": when.strftime("%Y-%m-%d %H:%M") if when else "—",
    }
    return Stale(
        _(
            "%(name)s saved newer text at %(time)s in another window. Yours is kept below: "
            "compare the two, then press “Save and go back to the list” again."
        )
        % values,
        values,
    )
