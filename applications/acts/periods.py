"""What time brings about in a period of preparation: warnings, and its end."""

from datetime import date
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_noop

from applications.models import Application, Preparation
from applications.queries.periods import applied_on, due_of, period_of
from casework.acts import lapse
from casework.models import Case
from casework.seats import people_of, procedure_of
from records.actor import job_actor
from records.acts import notify, record_move
from records.queries import calendar
from rules.citing import cited
from rules.refusal import in_words
from rules.stations import REVIEWER

JOB: Final = "preparations"

WARNING = gettext_noop(
    "The preparation “%(title)s” ends by itself on %(last)s unless the formal application is "
    "handed in by then (notice of %(days)s days)."
)
LAST_DAY = gettext_noop(
    "%(last)s is the last day of the preparation “%(title)s”; without a formal application it "
    "ends by itself."
)
LAPSED = gettext_noop(
    "The preparation “%(title)s” ended by itself: no formal application was handed in by %(last)s."
)


def sweep_preparations(day: date) -> int:
    """Bring every period that has not lapsed to where it stands on `day`."""
    rows = Preparation.objects.exclude(state=Preparation.State.LAPSED).order_by("pk")
    return sum(_sweep(pk, case_id, day) for pk, case_id in rows.values_list("pk", "case_id"))


@transaction.atomic
def _sweep(pk: int, case_id: int, day: date) -> bool:
    # The case first, as every act locks: two orders could meet in a deadlock.
    Case.objects.select_for_update().get(pk=case_id)
    preparation = Preparation.objects.select_for_update().get(pk=pk)
    if preparation.state == Preparation.State.LAPSED:
        return False
    before = (preparation.due_on, preparation.state, list(preparation.warned))
    refresh(preparation, day)
    if preparation.state != Preparation.State.APPLIED:
        _warn(preparation, day)
    if preparation.state == Preparation.State.LAPSED:
        _end(preparation, day)
    preparation.save()
    path = preparation.case.area.path
    record_move(job_actor(JOB), "applications.move_due_date", preparation, before[0], path)
    return before != (preparation.due_on, preparation.state, preparation.warned)


def refresh(preparation: Preparation, day: date) -> None:
    """Recompute what follows from rows: the last day, what was filed by it, and the state."""
    due, filed = due_of(preparation).due, applied_on(preparation)
    preparation.due_on = due
    preparation.applied_on = filed if filed is not None and filed <= due else None
    preparation.state = period_of(preparation).state(
        preparation.approved_on, filed, day, calendar()
    )


@transaction.atomic
def follow(application: Application) -> None:
    """After what follows a preparation was handed in or withdrawn: the period learns of it.

    Its end is the sweep's: a period is never seen as lapsed here.
    """
    found = Preparation.objects.select_for_update().filter(case=application.follows)
    preparation = found.first() if application.follows else None
    if preparation is None or preparation.state == Preparation.State.LAPSED:
        return
    refresh(preparation, preparation.approved_on)
    preparation.save()


def _warn(preparation: Preparation, day: date) -> None:
    """Send each warning whose day has come, once."""
    come = period_of(preparation).warned_by(preparation.approved_on, day, calendar())
    for days in [each for each in come if each not in preparation.warned]:
        _tell(preparation, f"warning:{days}", WARNING if days else LAST_DAY, days)
        preparation.warned = [*preparation.warned, days]


def _end(preparation: Preparation, day: date) -> None:
    """Nothing was handed in by the last day: the case lapses, and its approval stays readable."""
    preparation.lapsed_on = day
    lapse(preparation.case_id, job_actor(JOB), _reason(preparation))
    _tell(preparation, "lapsed", LAPSED)


def _reason(preparation: Preparation) -> str:
    """As the step keeps it, in the language of the offices: the law's clause and words."""
    period = period_of(preparation)
    last = in_words(preparation.due_on).zh
    return (
        f"{cited(period.clause).zh}“{period.words}”，已于{last}届满，其间未提出正式申请，自然终止。"
    )


def _tell(preparation: Preparation, what: str, msgid: str, days: int = 0) -> None:
    """One message to each person of the applicant and of the bureau."""
    case = preparation.case
    people = {*people_of(case, procedure_of(case).first.hand), *people_of(case, REVIEWER)}
    params = {"title": case.title, "last": preparation.due_on, "days": days}
    link = reverse("casework:case", args=[case.pk])
    notify(f"preparation:{preparation.pk}:{what}", sorted(people), msgid, params, link)
