"""Changing what an agency is: its name, its kind, its licences."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.scope import scoped
from records import Refused
from records.actor import Actor
from records.acts import record
from records.versions import assign, difference, ensure_current
from records.workbooks.reasons import Reason
from tenants.acts.common import ensure_keeper
from tenants.models import Agency, Licence
from tenants.queries import editable_agencies


@transaction.atomic
def change_agency(actor: Actor, agency: Agency, values: dict[str, Any], version: int) -> Agency:
    """Change an agency's name or kind, for all parks that know it."""
    agency = _editable(actor, agency)
    ensure_current(agency, version)
    before, after = difference(agency, values)
    if after:
        assign(agency, values)
        record(actor, "tenants.change_agency", agency, before=before, after=after)
    return agency


@transaction.atomic
def save_licence(
    actor: Actor, agency: Agency, values: dict[str, Any], licence: Licence | None = None
) -> Licence:
    """Add a licence to an agency, or change the one given: renewed, or put right."""
    agency = _editable(actor, agency)
    if licence is None:
        licence = Licence(agency=agency)
    issued, expires = values["issued_on"], values["expires_on"]
    if issued and expires and issued > expires:
        raise ValidationError({"expires_on": str(Reason("expiry_before_issue"))})
    same = agency.licences.filter(kind=values["kind"], number=values["number"])
    if same.exclude(pk=licence.pk).exists():
        raise ValidationError({"number": _("The agency has this licence on record already.")})
    before, after = difference(licence, values)
    if after:
        for name, value in values.items():
            setattr(licence, name, value)
        licence.save()
        record(actor, "tenants.save_licence", agency, before=before, after=after)
    return licence


def _editable(actor: Actor, agency: Agency) -> Agency:
    """The agency under a row lock, when the actor may change it.

    Outside the actor's scope it does not exist.
    """
    ensure_keeper(actor)
    agency = scoped(Agency.objects.select_for_update(), actor).get(pk=agency.pk)
    if not editable_agencies(actor, timezone.localdate()).filter(pk=agency.pk).exists():
        raise Refused(
            _(
                "Only an office where the agency is a tenant now changes it; an operator does "
                "while it is a tenant of its own park alone."
            ),
            "elsewhere",
        )
    return agency
