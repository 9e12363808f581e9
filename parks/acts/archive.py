"""What may be done to a park's archive. Each act checks, changes and records in one transaction."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Area
from accounts.roles import Role
from accounts.scope import scoped
from parks.models import Park, Site
from records import Refused
from records.actor import Actor
from records.acts import record
from records.versions import assign, difference, ensure_current, shown

KEEPERS = frozenset({Role.OPERATOR, Role.OFFICER})
FOUNDERS = frozenset({Role.OFFICER})


def ensure_role(actor: Actor, roles: frozenset[Role], reason: str) -> None:
    """Raise Refused with `reason` unless the actor holds one of `roles`."""
    if actor.role not in roles:
        raise Refused(reason, "role")


@transaction.atomic
def add_park(actor: Actor, values: dict[str, Any]) -> Park:
    """Open the archive of a park, or of one that is to become a park; the office's act."""
    ensure_role(actor, FOUNDERS, _("Only a district officer opens a park's archive."))
    if not scoped(Area.objects.all(), actor).filter(pk=values["area"].pk).exists():
        raise ValidationError({"area": _("This area does not belong to your office.")})
    _ensure_name_free(values["area"], values["name"])
    park = Park.objects.create(**values)
    record(actor, "parks.add_park", park, after={k: shown(v) for k, v in values.items()})
    return park


@transaction.atomic
def change_park(actor: Actor, park: Park, values: dict[str, Any], version: int) -> Park:
    """Change the park's facts. Raises Stale when `version` is no longer the present one."""
    _ensure_keeper(actor)
    park = locked(actor, park)
    ensure_current(park, version)
    before, after = difference(park, values)
    if "name" in after:
        _ensure_name_free(park.area, values["name"])
    if after:
        assign(park, values)
        record(actor, "parks.change_park", park, before=before, after=after)
    return park


@transaction.atomic
def add_site(actor: Actor, park: Park, values: dict[str, Any]) -> Site:
    """Add the core park or a branch site; one open core at a time."""
    _ensure_keeper(actor)
    park = locked(actor, park)
    site = Site(park=park, **values)
    check_site(site)
    site.save()
    after = {k: shown(v) for k, v in values.items()}
    record(actor, "parks.add_site", site, after=after, area_path=park.area.path)
    return site


@transaction.atomic
def change_site(actor: Actor, site: Site, values: dict[str, Any], version: int) -> Site:
    """Change a site, its closing day included: a closed site counts up to that day."""
    _ensure_keeper(actor)
    park = locked(actor, site.park)
    site = Site.objects.select_for_update().get(pk=site.pk, park=park)
    ensure_current(site, version)
    before, after = difference(site, values)
    if not after:
        return site
    for name, value in values.items():
        setattr(site, name, value)
    check_site(site)
    assign(site, values)
    path = park.area.path
    record(actor, "parks.change_site", site, before=before, after=after, area_path=path)
    return site


def _ensure_keeper(actor: Actor) -> None:
    ensure_role(
        actor, KEEPERS, _("Only the park's operator or a district officer changes its archive.")
    )


def locked(actor: Actor, park: Park) -> Park:
    """The park under a row lock; outside the actor's scope it does not exist."""
    rows = Park.objects.select_related("area").select_for_update(of=("self",))
    return scoped(rows, actor).get(pk=park.pk)


def _ensure_name_free(area: Area, name: str) -> None:
    if Park.objects.filter(area=area, name=name).exists():
        raise ValidationError({"name": _("A park of this name is on record in this area.")})


def check_site(site: Site) -> None:
    """Raise ValidationError for days or a core that cannot be."""
    if site.closed_on and site.closed_on < site.opened_on:
        raise ValidationError({"closed_on": _("A site cannot close before it opens.")})
    others = site.park.sites.filter(is_core=True, closed_on__isnull=True).exclude(pk=site.pk)
    if site.is_core and site.closed_on is None and others.exists():
        raise ValidationError({"is_core": _("The park has an open core site already.")})
