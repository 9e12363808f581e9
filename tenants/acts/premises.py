"""Where a tenant sits: keeping its leases, and moving it to another site of its park."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.seats import person
from parks.models import Site
from records.actor import Actor
from records.acts import record
from records.templatetags.shown import day as in_words
from records.versions import assign, difference, ensure_current, shown
from records.workbooks.reasons import Reason
from tenants import stays
from tenants.acts.common import ensure_keeper, locked_park
from tenants.models import Lease, Tenancy, Transfer


@transaction.atomic
def save_lease(
    actor: Actor, tenancy: Tenancy, values: dict[str, Any], lease: Lease | None, version: int = 0
) -> Lease:
    """Add a lease to a stay, or change the one given: number, days, m², yuan a year.

    Raises Refused for another role, Stale, ValidationError by field.
    """
    ensure_keeper(actor)
    park = locked_park(actor, tenancy.park_id)
    lease = tenancy.leases.get(pk=lease.pk) if lease else Lease(tenancy=tenancy)
    if lease.pk:
        ensure_current(lease, version)
    _ensure_lease(tenancy, values, lease)
    before, after = difference(lease, values)
    if after and lease.pk:
        assign(lease, values)
    elif after:
        lease = Lease.objects.create(tenancy=tenancy, **values)
    if after:
        record(actor, "tenants.save_lease", tenancy, before=before, after=after,
               area_path=park.area.path)  # fmt: skip
    return lease


def _ensure_lease(tenancy: Tenancy, values: dict[str, Any], lease: Lease) -> None:
    """Raise ValidationError, by field, for a lease that cannot be beside the stay's others."""
    first, last = values["starts_on"], values["ends_on"]
    if last < first:
        raise ValidationError({"ends_on": _("The lease would end before it begins.")})
    for name in ("floor_area", "annual_rent"):
        if values[name] < 0:
            raise ValidationError({name: str(Reason("negative"))})
    others = tenancy.leases.exclude(pk=lease.pk)
    if others.filter(number=values["number"]).exists():
        raise ValidationError({"number": _("The stay has this lease on record already.")})
    other = others.filter(starts_on__lte=last, ends_on__gte=first).first()
    if other:
        words = _("Lease %(number)s runs from %(since)s to %(until)s: the two would overlap.")
        since, until = in_words(other.starts_on), in_words(other.ends_on)
        said = {"number": other.number, "since": since, "until": until}
        raise ValidationError({"starts_on": words % said})


@transaction.atomic
def transfer(actor: Actor, tenancy: Tenancy, values: dict[str, Any], version: int) -> Transfer:
    """Move a tenant to another site of its park; neither an exit nor an entry, nothing is filed.

    `values`: to_site, moved_on, area_after. Raises Refused, Stale, ValidationError by field.
    """
    ensure_keeper(actor)
    park = locked_park(actor, tenancy.park_id)
    tenancy = park.tenancies.select_related("agency", "site").get(pk=tenancy.pk)
    ensure_current(tenancy, version)
    moved = Transfer.objects.create(
        tenancy=tenancy,
        from_site=_left_site(tenancy, values),
        area_before=tenancy.floor_area,
        recorded_by_id=person(actor),
        **values,
    )
    before = {"site": shown(tenancy.site), "floor_area": shown(tenancy.floor_area)}
    assign(tenancy, {"site": moved.to_site, "floor_area": moved.area_after})
    after = {"site": shown(moved.to_site), "floor_area": shown(moved.area_after)}
    after["moved_on"] = shown(moved.moved_on)
    record(actor, "tenants.transfer", tenancy, before=before, after=after,
           area_path=park.area.path)  # fmt: skip
    return moved


def _left_site(stay: Tenancy, values: dict[str, Any]) -> Site:
    """The site that the tenant leaves. Raises ValidationError for a move that cannot have been."""
    site, day = values["to_site"], values["moved_on"]
    if stay.site is None:
        raise ValidationError(
            {"to_site": _("No site is on record that the tenant could leave: change the stay.")}
        )
    if site.pk == stay.site_id or site.park_id != stay.park_id:
        raise ValidationError({"to_site": _("Choose another site of the same park.")})
    there = Tenancy(entered_on=stay.entered_on, left_on=stay.left_on, site=site)
    for _name, reason in stays.faults(there, (), timezone.localdate()):
        raise ValidationError({"to_site": str(reason)})
    first = max([stay.entered_on or date.max, *stay.transfers.values_list("moved_on", flat=True)])
    last = min(timezone.localdate(), stay.left_on or date.max)
    if not first < day <= last:
        words = _("The move lies within the stay, after the last one, and not on a day to come.")
        raise ValidationError({"moved_on": words})
    return stay.site
