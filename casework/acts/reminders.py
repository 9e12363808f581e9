"""What nears its due day is told to who holds it, what is late to who stands above them.

All of it is found in the rows. The outbox keeps one message of an event for a person, so that a
day may be swept as often as one likes, and by two at once.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from casework.models import Case, NoticeCase, Objection, PublicNotice
from casework.seats import people_of, procedure_of, stage_of, whose_turn
from records.acts import announce
from rules.duties import warned_by
from rules.procedure import Hand
from rules.stations import DIRECTOR, REVIEWER

#: Days before the due day on which its hand is reminded [the system's own default].
WARNINGS: Final = (5, 3, 1, 0)

COMES = gettext_noop(
    "Case %(number)s “%(title)s” is due on %(due)s (reminder %(days)s days before)."
)
IS_DUE = gettext_noop("Case %(number)s “%(title)s” is due today, %(due)s.")
OVERDUE = gettext_noop(
    "Case %(number)s “%(title)s” was due on %(due)s and is %(days)s days late; "
    "it waits for %(who)s."
)
NOTICE_ENDED = gettext_noop(
    "The public notice %(number)s “%(title)s” ended on %(due)s; objections not settled: %(open)s."
)


def sweep_reminders(day: date) -> int:
    """Remind of every open case by its due day; returns how many messages were new.

    Before it and on it: the hand whose turn it is, a reminder for each day of `WARNINGS` that came
    since the case was last moved, also when nobody swept on that day. Afterwards: who stands above,
    once a day.
    """
    waiting = Case.objects.exclude(status__in=(*Case.FINAL, Case.Status.DRAFT))
    nearing = waiting.filter(due_on__isnull=False, due_on__lte=_latest(day))
    return sum(_remind(case, day) for case in _with_last_step(nearing))


def _latest(day: date) -> date:
    return date.fromordinal(day.toordinal() + max(WARNINGS))


def _with_last_step(cases: QuerySet[Case]) -> Iterator[Case]:
    return cases.annotate(moved_at=Max("steps__at")).order_by("pk").iterator(chunk_size=500)


@transaction.atomic
def _remind(case: Case, day: date) -> int:
    # A notice's last day binds nobody: its end is announced by a sweep of its own.
    if case.due_on is None or stage_of(case).notice:
        return 0
    if case.due_on < day:
        return _tell_above(case, case.due_on, day)
    moved = timezone.localtime(case.moved_at).date()  # type: ignore[attr-defined]
    come = [
        days
        for days in warned_by(case.due_on, WARNINGS, day)
        if case.due_on.toordinal() - days > moved.toordinal()
    ]
    return sum(_tell_hand(case, case.due_on, days) for days in come)


def _tell_hand(case: Case, due: date, days: int) -> int:
    people = [case.holder_id] if case.holder_id else people_of(case, stage_of(case).hand)
    params = {"number": case.number or "", "title": case.title, "due": due, "days": days}
    event = f"case:{case.pk}:due:{due}:{days}"
    return announce(event, people, COMES if days else IS_DUE, params, _link(case))


def _tell_above(case: Case, due: date, day: date) -> int:
    """One message a day, that of the day itself: it says how late the case is by then."""
    params = {
        "number": case.number or "",
        "title": case.title,
        "due": due,
        "days": (day - due).days,
        "who": _office(case),
    }
    event = f"case:{case.pk}:late:{due}:{day}"
    return announce(event, superiors(case), OVERDUE, params, _link(case))


def superiors(case: Case) -> list[int]:
    """Who stands above the hand whose turn it is: its office's director, else the office above.

    Above an applicant stands the hand that asked for the supplement; above the bureau's director
    nobody does, so that he is told himself.
    """
    hand = stage_of(case).hand
    if hand.seat == "applicant":
        asked = case.returned_by and procedure_of(case).stage(case.returned_by).hand
        return people_of(case, asked) if asked else []
    above = [DIRECTOR]
    if hand.role != DIRECTOR.role:
        above.insert(0, Hand(DIRECTOR.role, hand.seat))
    return next((people for each in above if (people := people_of(case, each))), [])


def sweep_ended_notices(day: date) -> int:
    """Tell the bureau of each notice that ended, while cases still wait at it; counts messages."""
    waiting = NoticeCase.objects.filter(case__status=Case.Status.OPEN).values("notice")
    ended = PublicNotice.objects.filter(pk__in=waiting, ends_on__lt=day, withdrawn_at__isnull=True)
    is_open = Q(entries__objections__state=Objection.State.OPEN)
    rows = ended.annotate(unsettled=Count("entries__objections", filter=is_open)).order_by("pk")
    return sum(_announce_end(notice, notice.unsettled) for notice in rows)


@transaction.atomic
def _announce_end(notice: PublicNotice, unsettled: int) -> int:
    entry = notice.entries.select_related("case").order_by("pk").first()
    assert entry is not None
    params = {
        "number": notice.number, "title": notice.title, "due": notice.ends_on, "open": unsettled,
    }  # fmt: skip
    link = reverse("casework:notice", args=[notice.pk])
    people = people_of(entry.case, REVIEWER)
    return announce(f"notice:{notice.pk}:ended", people, NOTICE_ENDED, params, link)


def _office(case: Case) -> str:
    return whose_turn(case)[0]


def _link(case: Case) -> str:
    return reverse("casework:case", args=[case.pk])
