"""Taking over parks that stood before the system: foreseen first, whole or not at all, undone."""

from typing import IO, Any

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Area
from accounts.roles import Role
from accounts.scope import scoped
from parks.acts.archive import ensure_role
from parks.files import TAKE_OVERS
from parks.models import FromBefore, TakeOver
from parks.takeover import plan as planning
from parks.takeover import traces
from parks.takeover.columns import LAYOUTS
from parks.takeover.register import load
from records import Refused
from records.actor import Actor
from records.acts import attach, record
from records.models import Attachment
from records.workbooks.checking import Checked, check

TAKERS = frozenset({Role.REVIEWER})


@transaction.atomic
def check_take_over(actor: Actor, upload: File) -> TakeOver:
    """Keep the workbook, check every cell of it, and foresee what it would add.

    Raises Refused where the file cannot be read at all; otherwise the take-over stands as
    checked, or as rejected with all its errors.
    """
    _ensure_taker(actor)
    assert actor.user_id is not None  # a taker is a person
    batch = TakeOver.objects.create(
        area=Area.objects.get(path=actor.area_path),
        attachment_id=0,
        state=TakeOver.State.CHECKED,
        uploaded_by_id=actor.user_id,
    )
    kept = attach(actor, upload, TAKE_OVERS, batch.pk, allowed=("xlsx",))
    batch.attachment_id, batch.file_name, batch.sha256 = kept.pk, kept.name, kept.sha256
    checked, plan = _foresee(actor, upload)
    if checked.faults:
        batch.state = TakeOver.State.REJECTED
    _tell(batch, checked, plan)
    batch.changes = [] if checked.faults else traces.foreseen(plan)
    batch.save()
    return batch


def apply_take_over(actor: Actor, batch: TakeOver) -> TakeOver:
    """Carry a checked take-over out, all of it or nothing; a second time it has no effect.

    The file is checked again against the register as it stands now. Raises Refused where it
    was rejected or undone, or no longer passes.
    """
    try:
        return _apply(actor, batch)
    except IntegrityError as error:  # a park that somebody else opened at this moment
        raise Refused(_changed_meanwhile(), "changed") from error


@transaction.atomic
def _apply(actor: Actor, batch: TakeOver) -> TakeOver:
    batch = _locked(actor, batch)
    if batch.state == TakeOver.State.APPLIED:
        return batch
    if batch.state != TakeOver.State.CHECKED:
        raise Refused(_("Only a checked take-over is carried out: upload the file again."), "state")
    with Attachment.objects.get(pk=batch.attachment_id).file.open("rb") as file:
        checked, plan = _foresee(actor, file)
    if checked.faults:
        raise Refused(_changed_meanwhile(), "changed")
    _tell(batch, checked, plan)
    batch.changes = _write(batch, plan)
    batch.state, batch.applied_at = TakeOver.State.APPLIED, timezone.now()
    batch.save()
    after = {"file": batch.file_name, "sha256": batch.sha256} | batch.summary
    record(actor, "parks.apply_take_over", batch, after=after)
    return batch


@transaction.atomic
def undo_take_over(actor: Actor, batch: TakeOver) -> TakeOver:
    """Take all its rows off again, as long as nobody touched one; a second time without effect.

    Raises Refused with the names of the rows that were changed, or that something hangs on.
    """
    batch = _locked(actor, batch)
    if batch.state == TakeOver.State.UNDONE:
        return batch
    if batch.state != TakeOver.State.APPLIED:
        raise Refused(_("This take-over was never carried out."), "state")
    touched = traces.touched(batch.changes)
    if touched:
        reason = _("Rows of this take-over were changed or are in use: %(rows)s.")
        raise Refused(reason % {"rows": _few(touched)}, "touched", {"rows": touched})
    traces.delete(batch.changes)
    batch.state, batch.undone_at = TakeOver.State.UNDONE, timezone.now()
    batch.save()
    before = {"file": batch.file_name, "sha256": batch.sha256} | batch.summary
    record(actor, "parks.undo_take_over", batch, before=before)
    return batch


def _foresee(actor: Actor, file: IO[bytes]) -> tuple[Checked, planning.Plan]:
    """Check the file, and plan it against the register; the plan's objections join the errors."""
    checked = check(file, LAYOUTS, "no_park_sheet")
    plan = planning.make(checked.rows, load(actor, timezone.localdate()))
    checked.object_to(plan.faults)
    checked.warnings += plan.warnings
    return checked, plan


def _tell(batch: TakeOver, checked: Checked, plan: planning.Plan) -> None:
    batch.errors = [fault.plain() for fault in checked.faults]
    batch.warnings = [fault.plain() for fault in checked.warnings]
    batch.summary = {"rows": checked.total, "unchanged": plan.unchanged, "unread": checked.unread}
    batch.summary |= traces.counted(plan)


def _write(batch: TakeOver, plan: planning.Plan) -> list[dict[str, Any]]:
    """Save the rows in the plan's order: operators before parks, parks before their sites."""
    for _row, made in plan.made:
        if isinstance(made, FromBefore):
            made.take_over = batch
        made.save(force_insert=True)
    return traces.left(plan)


def _locked(actor: Actor, batch: TakeOver) -> TakeOver:
    _ensure_taker(actor)
    rows = TakeOver.objects.select_related("area").select_for_update(of=("self",))
    return scoped(rows, actor).get(pk=batch.pk)


def _ensure_taker(actor: Actor) -> None:
    ensure_role(actor, TAKERS, _("Only a reviewer of the bureau takes over parks."))


def _few(names: list[str]) -> str:
    return "、".join(names[:5]) + (" …" if len(names) > 5 else "")


def _changed_meanwhile() -> str:
    return _("The register changed since this file was checked. Upload the file again.")
