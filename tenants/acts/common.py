"""What the acts on the register share."""

from django.utils.translation import gettext as _

from accounts.scope import scoped
from parks.acts import KEEPERS, ensure_role
from parks.models import Park
from records.actor import Actor


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
