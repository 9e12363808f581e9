"""That the next hand opened a case is recorded: withdrawing and taking back depend on it."""

from django.db import transaction
from django.utils import timezone

from casework.acts.lock import locked
from casework.models import Case
from casework.seats import sits, stage_of
from records.actor import Actor
from records.acts import record


def mark_opened(case: Case, actor: Actor) -> None:
    """Note the first look of the hand whose turn it is; every other look changes nothing."""
    if not _is_first_look(case, actor):
        return
    with transaction.atomic():
        case = locked(case.pk, actor)
        if _is_first_look(case, actor):
            case.opened_at = timezone.now()
            case.save(update_fields=("opened_at",))
            record(actor, "casework.opened", case, after={"stage": case.stage})


def _is_first_look(case: Case, actor: Actor) -> bool:
    if case.is_final or case.opened_at or case.status == Case.Status.DRAFT:
        return False
    return sits(case, actor, stage_of(case).hand)
