"""Entering a tenant, changing its stay, its exit included, and its yearly figures."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from parks.models import Park
from records.actor import Actor
from records.acts import record
from records.versions import assign, difference, ensure_current, shown
from records.workbooks.reasons import Reason
from tenants import stays
from tenants.acts.agencies import save_licence
from tenants.acts.common import agency_of, ensure_keeper, locked_park
from tenants.acts.reporting import tell_office
from tenants.admission import objections
from tenants.law import admission_on
from tenants.models import AnnualFigure, Tenancy, Transfer


@transaction.atomic
def enter(
    actor: Actor,
    park: Park,
    agency_values: dict[str, Any],
    values: dict[str, Any],
    licence: dict[str, Any] | None = None,
) -> Tenancy:
    """Enter a tenant into the park's register, and the agency where its credit code is new.

    `agency_values`: credit_code, name, kind. `licence` (kind, number, issued_on, expires_on) joins
    those on record. Raises Refused for another role, ValidationError with the field for a wrong
    code, another name on record, days that cannot be, or whom the park's law keeps out.
    """
    ensure_keeper(actor)
    park = locked_park(actor, park.pk)
    agency = agency_of(agency_values)
    tenancy = Tenancy(agency=agency, park=park, **values)
    ensure_sound(tenancy)
    tenancy.save()
    if licence and not agency.licences.filter(number=licence["number"]).exists():
        save_licence(actor, agency, licence)
    ensure_admitted(tenancy)
    after = agency_values | {k: shown(v) for k, v in values.items()}
    record(actor, "tenants.enter", tenancy, after=after, area_path=park.area.path)
    tell_office(actor, tenancy)
    return tenancy


@transaction.atomic
def change_tenancy(actor: Actor, tenancy: Tenancy, values: dict[str, Any], version: int) -> Tenancy:
    """Change a stay: its site, its days, its area; a prospective tenant has come, or is gone."""
    ensure_keeper(actor)
    park = locked_park(actor, tenancy.park_id)
    tenancy = Tenancy.objects.select_related("agency", "site").get(pk=tenancy.pk, park=park)
    ensure_current(tenancy, version)
    before, after = difference(tenancy, values)
    if not after:
        return tenancy
    for name, value in values.items():
        setattr(tenancy, name, value)
    ensure_sound(tenancy)
    if {"prospective", "entered_on"} & after.keys():
        ensure_admitted(tenancy)
    assign(tenancy, values)
    record(
        actor,
        "tenants.change_tenancy",
        tenancy,
        before=before,
        after=after,
        area_path=park.area.path,
    )
    tell_office(actor, tenancy)
    return tenancy


@transaction.atomic
def save_figure(
    actor: Actor,
    tenancy: Tenancy,
    year: int,
    gross_revenue: Decimal | None,
    net_revenue: Decimal | None,
) -> AnnualFigure:
    """Set what a tenant earned in a calendar year, in yuan; None takes a figure back to unknown."""
    ensure_keeper(actor)
    park = locked_park(actor, tenancy.park_id)
    values = {"gross_revenue": gross_revenue, "net_revenue": net_revenue}
    if gross_revenue is not None and net_revenue is not None and net_revenue > gross_revenue:
        raise ValidationError({"net_revenue": str(Reason("net_above_gross"))})
    figure, _created = AnnualFigure.objects.get_or_create(tenancy=tenancy, year=year)
    before, after = difference(figure, values)
    if after:
        AnnualFigure.objects.filter(pk=figure.pk).update(**values)
        note = {"year": year}
        record(
            actor,
            "tenants.save_figure",
            tenancy,
            before=note | before,
            after=note | after,
            area_path=park.area.path,
        )
    return figure


def ensure_sound(tenancy: Tenancy) -> None:
    """Raise ValidationError, by field, for a stay that cannot be."""
    others = Tenancy.objects.filter(agency=tenancy.agency, park=tenancy.park)
    moves = Transfer.objects.filter(tenancy=tenancy.pk).values_list("moved_on", flat=True)
    _refuse(stays.faults(tenancy, others.exclude(pk=tenancy.pk), timezone.localdate(), moves))


def ensure_admitted(tenancy: Tenancy) -> None:
    """Raise ValidationError, by field, for an agency that the park's law does not let in.

    Who is to come later is asked as of today, and again when they come.
    """
    agency, day = tenancy.agency, tenancy.entered_on or timezone.localdate()
    admission = admission_on(tenancy.park, day)
    if admission:
        records = agency.adverse_records.select_related("office")
        _refuse(objections(agency.kind, admission, day, agency.licences.all(), records))


def _refuse(faults: Iterable[tuple[str, Reason]]) -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for name, reason in faults:
        found[name].append(str(reason))
    if found:
        raise ValidationError(dict(found))
