"""What the acts on the register share."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.scope import scoped
from parks.acts import KEEPERS, ensure_role
from parks.models import Park
from records import credit_code
from records.actor import Actor
from records.fields import half_width
from records.workbooks.reasons import Reason
from tenants.models import Agency


def ensure_keeper(actor: Actor) -> None:
    """Raise Refused unless the actor is of those who keep a register."""
    ensure_role(
        actor, KEEPERS, _("Only the park's operator or a district officer keeps its register.")
    )


def locked_park(actor: Actor, pk: int) -> Park:
    """The park under a row lock, so that two writers of its register follow one another.

    Outside the actor's scope it does not exist.
    """
    rows = Park.objects.select_related("area").select_for_update(of=("self",))
    return scoped(rows, actor).get(pk=pk)


def agency_of(values: dict[str, Any]) -> Agency:
    """The agency of this credit code: the one on record, or a new one.

    `values`: credit_code, name, kind. Raises ValidationError with the field for a wrong code, or a
    name that is not the one on record.
    """
    code = credit_code.normalise(values["credit_code"])
    if not credit_code.is_valid(code):
        reason = "code_check" if credit_code.is_well_formed(code) else "code_shape"
        raise ValidationError({"credit_code": str(Reason(reason))})
    agency, created = Agency.objects.get_or_create(
        credit_code=code, defaults={"name": values["name"], "kind": values["kind"]}
    )
    if not created and half_width(agency.name) != half_width(values["name"]):
        raise ValidationError({"name": str(Reason("name_differs"))})
    return agency
