"""Notices: for the public without sign-in, and with their objections for the bureau."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Prefetch, Q, QuerySet
from django.utils import timezone

import rules
from accounts.roles import Role
from accounts.scope import scoped
from casework.guards import withdrawal_refusal
from casework.models import Case, NoticeCase, Objection, PublicNotice
from casework.queries.cases import cases
from casework.rounds import standing_entry
from casework.seats import procedure_of
from records.actor import Actor
from records.templatetags.said import said
from rules.procedure import Notice
from rules.source import Instrument


@dataclass(frozen=True)
class NoticeLaw:
    """What the law says of a notice, with the law's title."""

    instrument: Instrument
    notice: Notice

    @property
    def title(self) -> str:
        return said(self.instrument.named)


def law_of_cases(cases: Iterable[Case]) -> NoticeLaw | None:
    """The law of cases that stand on one notice: they all have the same."""
    case = next(iter(cases), None)
    notice = procedure_of(case).notice if case else None
    if case is None or notice is None:
        return None
    return NoticeLaw(rules.edition(case.edition).instrument, notice)


def law_of(notice: PublicNotice) -> NoticeLaw | None:
    return law_of_cases(entry.case for entry in notice.entries.all())


def public_notices() -> QuerySet[PublicNotice]:
    """What anybody may read: what was published. Names, periods and nothing else.

    A notice that was withdrawn stays, and says so, unless that happened before its first day.
    """
    shown = PublicNotice.objects.filter(
        Q(withdrawn_at__isnull=True) | Q(withdrawn_at__date__gte=F("published_on")),
        published_on__lte=timezone.localdate(),
    )
    entries = NoticeCase.objects.select_related("case__area").order_by("pk")
    return shown.select_related("bureau").prefetch_related(Prefetch("entries", queryset=entries))


def public_notice(number: str) -> PublicNotice:
    """A published notice. Raises PublicNotice.DoesNotExist."""
    return public_notices().get(number=number)


def public_entry(number: str, entry_id: int) -> NoticeCase:
    """A case on a published notice. Raises DoesNotExist of either."""
    entry = public_notice(number).entries.select_related("notice__bureau", "case")
    return entry.get(pk=entry_id)


def notices_of(actor: Actor) -> QuerySet[PublicNotice]:
    """The notices of the actor's area, and those on which a case stands that the actor sees.

    Also those that are yet to be published.
    """
    found = PublicNotice.objects.select_related("bureau")
    own = Q(pk__in=scoped(PublicNotice.objects.all(), actor).values("pk"))
    return found.filter(own | Q(pk__in=scoped(NoticeCase.objects.all(), actor).values("notice")))


def notice_of(actor: Actor, pk: int) -> PublicNotice:
    """One of them. Raises PublicNotice.DoesNotExist where the actor may not see it."""
    return notices_of(actor).get(pk=pk)


def may_withdraw(notice: PublicNotice, actor: Actor) -> bool:
    """Whether a button to withdraw the notice belongs on its page."""
    return not withdrawal_refusal(notice, actor)


def objections(actor: Actor) -> QuerySet[Objection]:
    """Objections of the actor's own bureau: names and telephones, for who judges them alone."""
    if actor.role not in (Role.REVIEWER, Role.DIRECTOR):
        return Objection.objects.none()
    found = scoped(Objection.objects.all(), actor)
    return found.filter(entry__notice__bureau_id=actor.organisation_id).select_related(
        "entry__case", "entry__notice"
    )


def may_read_evidence(actor: Actor, objection_id: int) -> bool:
    """Whether the actor may open a file that came with an objection."""
    return objections(actor).filter(pk=objection_id).exists()


def under_one_law(waiting: Iterable[Case], wanted: Iterable[str]) -> list[Case]:
    """The cases that can stand on one notice with the first of `wanted` (ids), else the first."""
    waiting = list(waiting)
    first = [case for case in waiting if str(case.pk) in set(wanted)] or waiting
    laws = {(case.edition, case.procedure) for case in first[:1]}
    return [case for case in waiting if (case.edition, case.procedure) in laws]


def waiting_for_notice(actor: Actor) -> list[Case]:
    """The bureau's cases at their notice that stand on none yet, the longest waiting first."""
    at_notice = Q(pk__in=[])
    for law in rules.editions():
        for procedure in law.plans():
            keys = [stage.key for stage in procedure.stages if stage.notice]
            at_notice |= Q(edition=law.key, procedure=procedure.key, stage__in=keys)
    found = cases(actor).filter(at_notice, bureau_id=actor.organisation_id)
    waiting = found.exclude(status__in=Case.FINAL).prefetch_related(
        "steps", "notice_entries__notice"
    )
    return [case for case in waiting.order_by("stage_since") if not standing_entry(case)]


def entries_of(notice: PublicNotice, actor: Actor) -> QuerySet[NoticeCase]:
    """The cases on a notice that the actor may see, with what their line needs."""
    entries = scoped(notice.entries.all(), actor)
    return entries.select_related("case__area", "case__applicant").order_by("pk")
