"""Areas of the bureau's own and organisations, kept by its administrator."""

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.acts.guards import must_administer
from accounts.models import Area, Organisation
from records import credit_code as codes
from records.actor import Actor
from records.acts import record
from records.versions import assign, difference, ensure_current

_OWN_CODE = re.compile(r"(?!\d{6}$)[0-9A-Z-]{3,12}")


@transaction.atomic
def add_zone(actor: Actor, parent: Area, *, code: str, name: str, name_en: str = "") -> Area:
    """Add a development zone under `parent`, with a code of the bureau's own.

    Six digits alone are kept for GB/T 2260. Raises Refused outside the actor's area,
    ValidationError on `code` or `name`.
    """
    must_administer(actor, parent)
    if not _OWN_CODE.fullmatch(code):
        raise ValidationError(
            {"code": _("Use 3 to 12 letters, digits or hyphens, and not six digits alone.")}
        )
    if Area.objects.filter(code=code).exists():
        raise ValidationError({"code": _("This code is already in use.")})
    zone = Area.objects.create(
        code=code,
        name=name,
        name_en=name_en,
        kind=Area.Kind.ZONE,
        parent=parent,
        path=f"{parent.path}{code}/",
    )
    after = {"code": code, "name": name, "parent": parent.code}
    record(actor, "accounts.add_zone", zone, after=after, area_path=zone.path)
    return zone


@transaction.atomic
def add_organisation(
    actor: Actor, area: Area, *, kind: str, name: str, credit_code: str = ""
) -> Organisation:
    """Add an organisation in `area`. Raises Refused or ValidationError as `add_zone` does."""
    must_administer(actor, area)
    _check(area, name, credit_code)
    organisation = Organisation.objects.create(
        area=area, kind=kind, name=name, credit_code=credit_code
    )
    after = {"kind": kind, "name": name, "credit_code": credit_code, "area": area.code}
    record(actor, "accounts.add_organisation", organisation, after=after)
    return organisation


@transaction.atomic
def change_organisation(
    actor: Actor, pk: int, version: int, *, name: str, credit_code: str = ""
) -> Organisation:
    """Change name and credit code; kind and area stay, since cases and roles hang on them.

    Raises Stale when `version` is no longer the present one, else as `add_zone` does.
    """
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=pk)
    must_administer(actor, organisation.area)
    ensure_current(organisation, version)
    _check(organisation.area, name, credit_code, pk)
    values = {"name": name, "credit_code": credit_code}
    before, after = difference(organisation, values)
    if after:
        assign(organisation, values)
        record(actor, "accounts.change_organisation", organisation, before=before, after=after)
    return organisation


def _check(area: Area, name: str, code: str, pk: int | None = None) -> None:
    if Organisation.objects.filter(area=area, name=name).exclude(pk=pk or 0).exists():
        raise ValidationError({"name": _("This area already has an organisation of this name.")})
    if code and not codes.is_well_formed(code):
        message = _("A credit code has 18 digits and capital letters, without I, O, S, V and Z.")
        raise ValidationError({"credit_code": message})
    if code and not codes.is_valid(code):
        message = _("The last character does not fit the others: the code is mistyped.")
        raise ValidationError({"credit_code": message})
