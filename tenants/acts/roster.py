"""Uploading a roster: checked and foreseen first; applied whole, or its good rows; undone."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from parks.models import Park
from records import Refused, batches
from records.actor import Actor
from records.acts import attach, record, start_job
from records.batches import Written
from records.bulk import chunks, insert, update
from records.models import Attachment
from records.workbooks.checking import Checked, Row, Step, quietly
from tenants.acts.common import ensure_keeper, locked_park
from tenants.models import Agency, AnnualFigure, Event, Filing, Licence, RosterImport, Tenancy
from tenants.queries import editable_agencies
from tenants.queries.filings import DAY_OF, GIVEN_UP
from tenants.roster import plan as planning
from tenants.roster.check import check, left_out

#: What the files are kept under; their owner is the park.
OWNER_KIND: Final = "tenants.roster"
CHECK: Final = "tenants.check_roster"
APPLY: Final = "tenants.apply_roster"
#: Bytes of a file that one waits for; a larger one is a job [the system's own limit].
AT_ONCE: Final = 256 * 1024
#: What a check kept of 20,000 rows is large, and the applying writes it anew.
FORESEEN: Final = ("changes", "traces", "warnings")
_ORDER: Final = (Agency, Tenancy, Licence, AnnualFigure)
State = RosterImport.State


@transaction.atomic
def check_roster(actor: Actor, park: Park, upload: File, year: int) -> RosterImport:
    """Keep the file, check every cell of it, and foresee what it would change; long as a job.

    `year` is the calendar year of the revenues. Raises Refused where the file cannot be read
    at all; otherwise the import stands as checked, or as rejected with all its errors.
    """
    ensure_keeper(actor)
    assert actor.user_id is not None  # a keeper is a person
    park = locked_park(actor, park.pk)
    kept = attach(
        actor, upload, OWNER_KIND, park.pk, area_path=park.area.path, allowed=("xlsx", "csv")
    )
    found = RosterImport.objects.create(
        park=park,
        attachment_id=kept.pk,
        file_name=kept.name,
        sha256=kept.sha256,
        year=year,
        state=State.CHECKING,
        uploaded_by_id=actor.user_id,
    )
    if kept.size > AT_ONCE:
        found.job = start_job(actor, CHECK, {"roster": found.pk}).pk
        found.save()
        return found
    return judge(actor, found, check(upload, year))


@transaction.atomic
def judge(actor: Actor, found: RosterImport, checked: Checked) -> RosterImport:
    """Compare what was read with the register, and keep what is wrong and what would change.

    Where rows have errors, what the others would change alone.
    """
    plan = _compared(actor, found, checked, _foreseen)
    found.state = State.REJECTED if checked.faults else State.CHECKED
    found.errors = [fault.plain() for fault in checked.faults]
    found.warnings = [fault.plain() for fault in checked.warnings]
    good = _good(checked)
    if checked.faults:
        plan = _compared(actor, found, Checked(good), _foreseen)
    found.changes, found.summary = plan.changes, _summary(checked, plan) | {"good": len(good)}
    checked.rows.clear()  # a large one leaves no room for what is not kept
    found.save()
    return found


def apply_roster(actor: Actor, upload: RosterImport, good_only: bool = False) -> RosterImport:
    """Carry a checked roster out, all of it or nothing; a second time it has no effect.

    `good_only` leaves out the rows that have errors. The file is checked again against the
    register as it stands now. A long one is a job. Raises Refused where it was rejected or
    undone, or no longer passes.
    """
    ensure_keeper(actor)
    if upload.state != State.APPLIED and _size(upload) > AT_ONCE:
        _ensure_may_apply(upload, good_only)
        with transaction.atomic():
            upload.job = start_job(actor, APPLY, {"roster": upload.pk, "good_only": good_only}).pk
            upload.save(update_fields=("job",))
        return upload
    return apply_now(actor, upload, good_only)


def apply_now(
    actor: Actor, upload: RosterImport, good_only: bool, step: Step = quietly
) -> RosterImport:
    """The same while one waits: read first, then written in one transaction."""
    with Attachment.objects.get(pk=upload.attachment_id).file.open("rb") as file:
        checked = check(file, upload.year, step)
    try:
        return _apply(actor, upload, checked, good_only)
    except IntegrityError as error:  # an agency that another park entered at this moment
        raise Refused(_changed_meanwhile(), "changed") from error


@transaction.atomic
def _apply(actor: Actor, upload: RosterImport, checked: Checked, good_only: bool) -> RosterImport:
    park, upload = _locked(actor, upload, unread=FORESEEN)
    if upload.state == State.APPLIED:
        return upload
    _ensure_may_apply(upload, good_only)
    bad = _take_out(checked, _known_bad(upload, checked)) if good_only else 0
    plan = _carry_out(actor, upload, checked)
    if good_only and checked.faults:  # the register changed since
        upload.errors += [fault.plain() for fault in checked.faults]
        bad += _take_out(checked, left_out(checked))
        plan = _carry_out(actor, upload, checked)
    if checked.faults:
        raise Refused(_changed_meanwhile(), "changed")
    checked.rows.clear()  # all that was written leaves no room for what was read
    upload.traces = [each.plain() for each in batches.joined(plan.traces)]
    upload.state, upload.applied_at = State.APPLIED, timezone.now()
    upload.changes = plan.changes
    upload.summary = _summary(checked, plan) | {"left_out": bad}
    upload.save()
    record(actor, APPLY, upload, after=_told(upload), area_path=park.area.path)
    return upload


@transaction.atomic
def undo_roster(actor: Actor, upload: RosterImport) -> RosterImport:
    """Take all that it wrote back, as long as nobody touched it; a second time without effect.

    Raises Refused with the names of the rows that were changed, or that something hangs on.
    """
    park, upload = _locked(actor, upload)
    if upload.state == State.UNDONE:
        return upload
    if upload.state != State.APPLIED:
        raise Refused(_("This roster was never imported."), "state")
    batch = [batches.read(each) for each in upload.traces]
    if names := [*batches.touched(batch), *_filed(park, batch)]:
        reason = _("Rows of this roster were changed since or are in use: %(rows)s.")
        shown = "、".join(names[:5]) + (" …" if len(names) > 5 else "")
        raise Refused(reason % {"rows": shown}, "touched", {"rows": names})
    batches.take_back(batch)
    upload.state, upload.undone_at = State.UNDONE, timezone.now()
    upload.save(update_fields=("state", "undone_at"))
    record(actor, "tenants.undo_roster", upload, before=_told(upload), area_path=park.area.path)
    return upload


def _filed(park: Park, batch: Iterable[Written]) -> list[str]:
    """The stays whose entry or exit was filed with a day that only this batch has put there."""
    kind = Tenancy._meta.label_lower
    was = {pk: old for each in batch if each.kind == kind for pk, (_, old) in each.changed.items()}
    rows = Filing.objects.filter(tenancy__park=park).exclude(case__status__in=GIVEN_UP)
    found = []
    for filing in rows.select_related("tenancy__agency", "tenancy__park"):
        day, old = filing.event_on.isoformat(), was.get(filing.tenancy_id, {})
        if old.get(DAY_OF[Event(filing.event)], day) != day:
            found.append(str(filing.tenancy))
    return found


def _locked(
    actor: Actor, upload: RosterImport, unread: Iterable[str] = ()
) -> tuple[Park, RosterImport]:
    """The park and the upload under row locks; fields that are not needed stay unread."""
    ensure_keeper(actor)
    park = locked_park(actor, upload.park_id)
    return park, RosterImport.objects.select_for_update().defer(*unread).get(pk=upload.pk)


def _ensure_may_apply(upload: RosterImport, good_only: bool) -> None:
    if upload.state == State.REJECTED and not good_only:
        raise Refused(_("This file has errors: correct them and upload it again."), "rejected")
    if upload.state not in (State.CHECKED, State.REJECTED) or not upload.summary["rows"]:
        raise Refused(_("Only a checked roster is imported: upload the file again."), "state")


def _known_bad(upload: RosterImport, checked: Checked) -> set[tuple[str, int]]:
    """The places of the rows that have errors by themselves, or had some when it was checked."""
    if checked.of_headings():
        raise Refused(_("The headings have errors: no row can be taken alone."), "headings")
    return left_out(checked) | {(error["sheet"], error["row"]) for error in upload.errors}


def _good(checked: Checked) -> list[Row]:
    """The rows without errors: none where the headings have some."""
    bad = left_out(checked)
    return [] if checked.of_headings() else [row for row in checked.rows if row.place not in bad]


def _take_out(checked: Checked, bad: set[tuple[str, int]]) -> int:
    """Leave the other rows alone in `checked`, and return how many were taken out.

    Raises Refused where none is left.
    """
    good = [row for row in checked.rows if row.place not in bad]
    if not good:
        raise Refused(_("No row is without errors."), "no_good_rows")
    out = len(checked.rows) - len(good)
    checked.rows, checked.faults = good, []
    return out


def _compared(
    actor: Actor, upload: RosterImport, checked: Checked, then: Callable[[planning.Plan], None]
) -> planning.Plan:
    """Plan the rows against the register; the plan's objections join the errors.

    Some rows at a time are planned, given to `then`, and forgotten.
    """
    today = timezone.localdate()
    renamable = editable_agencies(actor, today).values_list("pk", flat=True)
    register = planning.load(upload.park, upload.year, today, renamable)
    plan = planning.Plan()
    for rows in chunks(checked.rows):
        planning.make(rows, planning.holding(register, rows), plan)
        then(plan)
        plan.forget()
    checked.object_to(plan.faults)
    return plan


def _foreseen(_plan: planning.Plan) -> None:
    """Nothing is written of what is only to be foreseen."""


def _carry_out(actor: Actor, upload: RosterImport, checked: Checked) -> planning.Plan:
    """Plan the rows and write them; nothing stays where the register objects to one of them."""
    with transaction.atomic():
        plan = _compared(actor, upload, checked, _write)
        if checked.faults:
            transaction.set_rollback(True)  # of this block alone: the good rows may follow
    return plan


def _summary(checked: Checked, plan: planning.Plan) -> dict[str, Any]:
    return {
        "rows": checked.total,
        "new": plan.added,
        "changed": plan.altered,
        "unchanged": plan.unchanged,
        "unread": checked.unread,
    }


def _told(upload: RosterImport) -> dict[str, Any]:
    """What the trail keeps of a batch."""
    said = {"file": upload.file_name, "sha256": upload.sha256, "year": upload.year}
    return said | upload.summary


def _write(plan: planning.Plan) -> None:
    """In the order of their keys; rows that were changed count their version up.

    Nothing is written any more from the first objection on: all of it will be rolled back.
    """
    if plan.faults:
        return
    for model in _ORDER:
        new, changed = plan.new[model], plan.changed[model]
        fields = planning.WRITTEN[model]
        insert(model, new)
        if "version" in fields:
            for row in changed:
                row.version += 1
        update(model, changed, fields)
        former = [(row, plan.was[model, row.pk]) for row in changed]
        plan.traces.append(batches.written(model, planning.TRACED[model], new, former))


def _size(upload: RosterImport) -> int:
    return Attachment.objects.values_list("size", flat=True).get(pk=upload.attachment_id)


def _changed_meanwhile() -> str:
    return _("The register changed since this file was checked. Upload the file again.")
