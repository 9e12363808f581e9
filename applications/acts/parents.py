"""Of which park a branch becomes one: chosen at the beginning, anew where that one fell away."""

from django.utils import timezone
from django.utils.translation import gettext as _

from applications.models import Application
from applications.queries.available import lost_parent, parents_of
from applications.queries.content import Content
from casework.acts import editing
from parks.models import Park
from records.actor import Actor
from records.acts import record
from records.errors import Refused
from rules.edition import Edition
from rules.procedure import Procedure


def parent_of(law: Edition, procedure: Procedure, pk: int | None) -> Park | None:
    """The chosen park, else the only one that there is; the decision asks for one on record.

    Raises Refused where there are several and none of them was chosen.
    """
    found = parents_of(law, procedure)
    if len(found) < 2:
        return next(iter(found), None)
    chosen = {park.pk: park for park in found}.get(pk or 0)
    if chosen is None:
        raise Refused(_("Choose the park that it becomes a branch of."), "under")
    return chosen


def choose_parent(case_id: int, actor: Actor, version: int, under: int | None) -> Park:
    """Choose anew while the application lies with the applicant, as at the beginning.

    Raises Case.DoesNotExist out of scope, Stale, and Refused for another hand or stage, while the
    chosen park still stands, and while there is no other.
    """
    with editing(case_id, actor, version) as case:
        application = Application.objects.select_related("under").get(case=case)
        application.case = case
        content = Content(application)
        lost = lost_parent(content)
        if lost is None:
            raise Refused(_("The park that was chosen still stands."), "under")
        chosen = parent_of(content.law, content.procedure, under)
        if chosen is None:
            raise Refused(_("No other park is on record that it could be a branch of."), "under")
        application.under = chosen
        application.saved_by, application.saved_at = actor.name, timezone.now()
        application.save(update_fields=("under", "saved_by", "saved_at"))
        record(
            actor,
            "applications.choose_parent",
            case,
            before={"under": lost.name},
            after={"under": chosen.name},
        )
        return chosen
