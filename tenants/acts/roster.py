"""Uploading a roster: checked and foreseen first, applied whole or not at all."""

from typing import IO, Any

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from parks.models import Park
from records import Refused
from records.actor import Actor
from records.acts import attach, record
from records.models import Attachment
from records.workbooks.checking import Checked
from tenants.acts.common import ensure_keeper, locked_park
from tenants.models import Agency, AnnualFigure, Licence, RosterImport, Tenancy
from tenants.queries import editable_agencies
from tenants.roster import plan as planning
from tenants.roster.check import check

#: What the files are kept under; their owner is the park.
OWNER_KIND = "tenants.roster"
_ORDER = (Agency, Tenancy, Licence, AnnualFigure)
_BATCH = 500


@transaction.atomic
def check_roster(actor: Actor, park: Park, upload: File, year: int) -> RosterImport:
    """Keep the file, check every cell of it, and foresee what it would change.

    `year` is the calendar year of the revenues. Raises Refused where the file cannot be read
    at all; otherwise the import stands as checked, or as rejected with all its errors.
    """
    ensure_keeper(actor)
    assert actor.user_id is not None  # a keeper is a person
    park = locked_park(actor, park.pk)
    kept = attach(actor, upload, OWNER_KIND, park.pk, area_path=park.area.path, allowed=("xlsx",))
    checked, plan = _foresee(actor, park, upload, year)
    state = RosterImport.State.REJECTED if checked.faults else RosterImport.State.CHECKED
    return RosterImport.objects.create(
        park=park,
        attachment_id=kept.pk,
        file_name=kept.name,
        sha256=kept.sha256,
        year=year,
        state=state,
        summary=_summary(checked, plan),
        errors=[fault.plain() for fault in checked.faults],
        warnings=[fault.plain() for fault in checked.warnings],
        changes=plan.changes,
        uploaded_by_id=actor.user_id,
    )


def apply_roster(actor: Actor, upload: RosterImport) -> RosterImport:
    """Carry a checked roster out, all of it or nothing; a second time it has no effect.

    The file is checked again against the register as it stands now. Raises Refused where it
    was rejected, or no longer passes.
    """
    try:
        return _apply(actor, upload)
    except IntegrityError as error:  # an agency that another park entered at this moment
        raise Refused(_changed_meanwhile(), "changed") from error


@transaction.atomic
def _apply(actor: Actor, upload: RosterImport) -> RosterImport:
    ensure_keeper(actor)
    park = locked_park(actor, upload.park_id)
    upload = RosterImport.objects.select_for_update().get(pk=upload.pk)
    if upload.state == RosterImport.State.APPLIED:
        return upload
    if upload.state == RosterImport.State.REJECTED:
        raise Refused(_("This file has errors: correct them and upload it again."), "rejected")
    with Attachment.objects.get(pk=upload.attachment_id).file.open("rb") as file:
        checked, plan = _foresee(actor, park, file, upload.year)
    if checked.faults:
        raise Refused(_changed_meanwhile(), "changed")
    _write(plan)
    upload.state = RosterImport.State.APPLIED
    upload.applied_at = timezone.now()
    upload.changes, upload.summary = plan.changes, _summary(checked, plan)
    upload.save()
    after = {"file": upload.file_name, "sha256": upload.sha256, "year": upload.year}
    record(actor, "tenants.apply_roster", upload, after=after | upload.summary,
           area_path=park.area.path)  # fmt: skip
    return upload


def _foresee(actor: Actor, park: Park, file: IO[bytes], year: int) -> tuple[Checked, planning.Plan]:
    """Check the file, and plan it against the register; the plan's objections join the errors."""
    today = timezone.localdate()
    checked = check(file, year)
    renamable = editable_agencies(actor, today).values_list("pk", flat=True)
    register = planning.load(park, year, today, checked.rows, renamable)
    plan = planning.make(checked.rows, register)
    checked.object_to(plan.faults)
    return checked, plan


def _summary(checked: Checked, plan: planning.Plan) -> dict[str, Any]:
    new = sum(change["is_new"] for change in plan.changes)
    return {
        "rows": checked.total,
        "new": new,
        "changed": len(plan.changes) - new,
        "unchanged": plan.unchanged,
        "unread": checked.unread,
    }


def _write(plan: planning.Plan) -> None:
    """In the order of their keys; rows that were changed count their version up."""
    for model in _ORDER:
        model._default_manager.bulk_create(plan.new[model], batch_size=_BATCH)
        changed = plan.changed[model]
        fields = planning.WRITTEN[model]
        if "version" in fields:
            for row in changed:
                row.version += 1
        model._default_manager.bulk_update(changed, fields, batch_size=_BATCH)


def _changed_meanwhile() -> str:
    return _("The register changed since this file was checked. Upload the file again.")
