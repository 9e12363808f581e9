"""Notices: for the public without sign-in, and with their objections for the bureau."""

from django.db.models import F, Prefetch, Q, QuerySet
from django.utils import timezone

import rules
from accounts.roles import Role
from accounts.scope import scoped
from casework.models import Case, NoticeCase, Objection, PublicNotice
from casework.queries.cases import cases
from casework.rounds import standing_entry
from records.actor import Actor


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
    own = actor.role == Role.REVIEWER and actor.organisation_id == notice.bureau_id
    return own and not notice.withdrawn_at and timezone.localdate() <= notice.ends_on


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


def waiting_for_notice(actor: Actor) -> list[Case]:
    """The bureau's cases at their notice that stand on none yet, the longest waiting first."""
    at_notice = Q(pk__in=[])
    for law in rules.editions():
        for procedure in law.procedures.values():
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
