"""This app's own entries in the registries of those below it."""

from django.utils.translation import gettext_lazy as _

from accounts.scope import scoped
from casework import errands
from casework.errands import Errand
from parks import parts
from parks.parts import Part
from records import attachments, listings, sweeps, words
from records.actor import Actor
from returns import resources
from returns.acts.duties import PROOFS, sweep_duties
from returns.acts.keeping import FILES
from returns.models import Obligation, StandingRecord
from returns.queries import MINE, of_park, waiting


def may_read_proof(actor: Actor, pk: int) -> bool:
    """Who sees the obligation."""
    return scoped(Obligation.objects.all(), actor).filter(pk=pk).exists()


def may_read_file(actor: Actor, pk: int) -> bool:
    """Who sees the record of the standing duty."""
    return scoped(StandingRecord.objects.all(), actor).filter(pk=pk).exists()


attachments.register(PROOFS, may_read_proof)
attachments.register(FILES, may_read_file)
listings.register("returns.obligations", resources.OBLIGATIONS)
listings.register("returns.targets", resources.TARGETS)
listings.register("returns.standing", resources.STANDING)
sweeps.register("duties", _("Duties that come round: opening and reminders"), sweep_duties)
errands.register(Errand(_("returns and duties"), "returns:obligations", waiting, f"?done={MINE}"))
parts.register(Part("returns/_of_park.html", of_park))

words.register(
    {
        "returns.open": _("Opened a periodic duty"),
        "returns.move_due_date": _("The due date moved"),
        "returns.done": _("Recorded a duty as done"),
        "returns.begin": _("Began a monthly return"),
        "returns.save": _("Saved a monthly return"),
        "returns.hand_in": _("Handed in a monthly return"),
        "returns.send_on": _("Sent a monthly return on"),
        "returns.send_back": _("Returned a monthly return"),
        "returns.take_in": _("Took in a monthly return"),
        "returns.set_target": _("Set a target"),
        "returns.record_standing": _("Recorded a standing duty"),
    }
)
