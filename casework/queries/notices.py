"""Notices: for the public without sign-in, and with their objections for the bureau."""

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from accounts.scope import scoped
from casework.models import NoticeCase, Objection, PublicNotice
from records.actor import Actor


def public_notices() -> QuerySet[PublicNotice]:
    """What anybody may read: published and not withdrawn. Names, periods and nothing else."""
    shown = PublicNotice.objects.filter(
        withdrawn_at__isnull=True, published_on__lte=timezone.localdate()
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
    """The notices of the actor's area, also those that are yet to be published."""
    return scoped(PublicNotice.objects.select_related("bureau"), actor)


def notice_of(actor: Actor, pk: int) -> PublicNotice:
    """One of them. Raises PublicNotice.DoesNotExist where the actor may not see it."""
    return notices_of(actor).get(pk=pk)


def objections(actor: Actor) -> QuerySet[Objection]:
    """Objections of the actor's own bureau: names and telephones, for its reviewers alone."""
    if actor.role not in ("reviewer", "director", "auditor"):
        return Objection.objects.none()
    found = scoped(Objection.objects.all(), actor)
    return found.filter(entry__notice__bureau_id=actor.organisation_id).select_related(
        "entry__case", "entry__notice"
    )
