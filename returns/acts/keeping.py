"""Setting a park's targets, and recording what a standing duty asks for."""

from datetime import date
from decimal import Decimal
from typing import Final

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation
from accounts.scope import scoped
from casework.seats import person
from parks.models import Park
from records.actor import Actor
from records.acts import attach, record
from records.errors import Refused
from records.versions import ensure_current
from returns.acts.duties import record_done, refusal
from returns.models import Obligation, StandingRecord, Target
from returns.queries import TARGETS, may_set_targets, standing

#: What the files of standing duties are kept under; their owner is the record.
FILES: Final = "returns.standing"


@transaction.atomic
def set_target(
    actor: Actor, park: Park, year: int, figure: str, value: Decimal, document: str, version: int
) -> Target:
    """Set what the park is to reach in a year, or change it; `version` 0 for one not set yet.

    The duty to set targets for that year is done with the first.
    Raises Refused for who sets none under the park's laws, ValidationError for a negative target
    that is no growth, Stale when somebody set it meanwhile.
    """
    park = scoped(Park.objects.select_for_update(of=("self",)).select_related("area"), actor).get(
        pk=park.pk
    )
    if not may_set_targets(actor, park):
        raise Refused(_("The park's regulations let others set its targets."), "role")
    if value < 0 and not figure.endswith("growth"):
        raise ValidationError({"value": _("Only a growth may be below zero.")})
    row = Target.objects.filter(park=park, year=year, figure=figure).first()
    if row or version:
        ensure_current(row or Target(version=0), version)
    row = row or Target(park=park, year=year, figure=figure, version=0)
    before = {"value": row.value, "document": row.document}
    row.value, row.document, row.version = value, document.strip(), row.version + 1
    row.set_by = _organisation(actor)
    row.save()
    after = {"value": value, "document": row.document, "year": year, "figure": figure}
    record(actor, "returns.set_target", row, before=before, after=after, area_path=park.area.path)
    _fulfil(actor, park, row)
    return row


def _fulfil(actor: Actor, park: Park, target: Target) -> None:
    """Who has set a target for the year owes none any more: what is known is not asked again."""
    owed = Obligation.objects.select_related("park__area", "park__operator").filter(
        park=park, duty=TARGETS, period_end__year=target.year - 1
    )
    for row in owed:
        if not refusal(actor, row):
            record_done(actor, row.pk, row.version, timezone.localdate(), target.document)


@transaction.atomic
def record_standing(
    actor: Actor,
    park: Park,
    edition: str,
    key: str,
    on: date,
    text: str,
    proof: "File[bytes] | None" = None,
) -> StandingRecord:
    """Record on which day a standing duty was met, and by what; with a file where there is one.

    Raises Refused for a duty that the actor does not keep, ValidationError for a day to come.
    """
    mine = [k for k in standing(actor, park) if (k.edition, k.duty.key) == (edition, key)]
    if not any(kept.may_record for kept in mine):
        raise Refused(_("Only who keeps this duty records it."), "role")
    if on > timezone.localdate():
        raise ValidationError({"on": _("This day has not come yet.")})
    keeper = _organisation(actor)
    row = StandingRecord.objects.create(
        edition=edition, key=key, keeper=keeper, area=keeper.area,
        on=on, text=text.strip(), recorded_by_id=person(actor),
    )  # fmt: skip
    after = {"edition": edition, "key": key, "on": on}
    record(actor, "returns.record_standing", row, after=after, area_path=row.area.path)
    if proof is not None:
        attach(actor, proof, FILES, row.pk, area_path=row.area.path)
    return row


def _organisation(actor: Actor) -> Organisation:
    assert actor.organisation_id is not None  # who keeps a duty acts for an organisation
    return Organisation.objects.select_related("area").get(pk=actor.organisation_id)
