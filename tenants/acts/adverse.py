"""What is on record against agencies (不良记录): made, corrected, lifted by one office."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation
from accounts.scope import scoped
from casework.seats import person
from parks.acts import ensure_role
from records import Refused
from records.actor import Actor
from records.acts import attach, record
from records.versions import assign, difference, ensure_current
from tenants.acts.common import agency_of
from tenants.models import AdverseRecord
from tenants.queries.conduct import RECORDERS, bars_over


@transaction.atomic
def record_adverse(
    actor: Actor,
    agency_values: dict[str, Any],
    values: dict[str, Any],
    evidence: "File[bytes] | None" = None,
) -> AdverseRecord:
    """Put on record what bars an agency from moving in; the agency too, where its code is new.

    `agency_values`: credit_code, name, kind. `values`: key (of a bar of the laws over the actor's
    area), document, since. Raises Refused for another role, ValidationError by field.
    """
    ensure_role(actor, RECORDERS, _("Only an office puts something on record against an agency."))
    _ensure_sound(values)
    bars = bars_over(actor.area_path, timezone.localdate())
    if values["key"] not in {bar.key for bar in bars}:
        raise ValidationError({"key": _("No regulation of this area knows such a record.")})
    assert actor.organisation_id is not None  # an office is one
    office = Organisation.objects.select_related("area").get(pk=actor.organisation_id)
    made = AdverseRecord.objects.create(
        agency=agency_of(agency_values), office=office, recorded_by_id=person(actor), **values
    )
    if evidence is not None:
        attach(actor, evidence, AdverseRecord.FILES, made.pk, area_path=office.area.path)
    record(actor, "tenants.record_adverse", made.agency, after=values, area_path=office.area.path)
    return made


@transaction.atomic
def change_adverse(
    actor: Actor, adverse: AdverseRecord, values: dict[str, Any], version: int
) -> AdverseRecord:
    """Correct a record, or lift it from `ended_on`; the office that made it alone.

    Raises AdverseRecord.DoesNotExist out of scope, Stale, Refused and ValidationError by field.
    """
    rows = AdverseRecord.objects.select_related("agency", "office__area")
    adverse = scoped(rows.select_for_update(of=("self",)), actor).get(pk=adverse.pk)
    if actor.role not in RECORDERS or adverse.office_id != actor.organisation_id:
        words = _("Only %(office)s, which made this record, corrects or lifts it.")
        raise Refused(words % {"office": adverse.office.name}, "role")
    ensure_current(adverse, version)
    _ensure_sound(values)
    before, after = difference(adverse, values)
    if after:
        assign(adverse, values)
        record(actor, "tenants.change_adverse", adverse.agency, before=before, after=after,
               area_path=adverse.office.area.path)  # fmt: skip
    return adverse


def _ensure_sound(values: dict[str, Any]) -> None:
    if values["since"] > timezone.localdate():
        raise ValidationError({"since": _("This day has not come yet.")})
    ended = values.get("ended_on")
    if ended and ended < values["since"]:
        raise ValidationError({"ended_on": _("It would end before it begins.")})
