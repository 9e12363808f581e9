"""The case under its row lock: in scope, at the version the person read."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.scope import scoped
from casework.models import Case, Step
from casework.queries.cases import is_outside
from casework.seats import procedure_of, stage_of
from casework.words import INTERNAL, action_label, moment_in_words
from records.actor import Actor
from records.errors import Refused, Stale


def locked(case_id: int, actor: Actor) -> Case:
    """Lock the case's row. Raises Case.DoesNotExist where the actor may not see it."""
    found = scoped(Case.objects.all(), actor).select_for_update(of=("self",))
    return found.select_related("area", "park", "applicant", "district", "bureau").get(pk=case_id)


def locked_at(case_id: int, actor: Actor, version: int) -> Case:
    """Lock the case and refuse when somebody changed it since `version` was read."""
    case = locked(case_id, actor)
    if case.version != version:
        raise stale(case, actor)
    return case


def stale(case: Case, actor: Actor) -> Stale:
    """The refusal that says who did what meanwhile; outside the offices nobody reads which officer.

    Who saved content held the turn of the present stage, for no step was made since.
    """
    outside = is_outside(case, actor)
    last = case.steps.order_by("-number").first()
    if case.saved_at and (last is None or case.saved_at > last.at):
        named = not outside or stage_of(case).hand.seat == "applicant"
        return _overtaken(case, "save", case.saved_by if named else "", case.saved_at)
    if last is None or (last.action in INTERNAL and outside):
        return Stale(_("Somebody changed this case in the meantime. Look at it again first."))
    named = not outside or last.organisation == actor.organisation
    return _overtaken(case, last.action, last.actor_name if named else last.organisation, last.at)


def _overtaken(case: Case, action: str, name: str, at: datetime) -> Stale:
    name = name or _("Somebody else")
    label = action_label(action, procedure_of(case))
    told = {"name": name, "action": label, "time": moment_in_words(at)}
    sentence = (
        _("%(name)s saved the content at %(time)s. Look at the case again first.")
        if action == "save"
        else _("%(name)s already did “%(action)s” at %(time)s. Look at the case again first.")
    )
    return Stale(sentence % told, {"actor": name, "action": action, "at": at.isoformat()})


def done_before(case: Case, actor: Actor, action: str, token: str) -> Step | None:
    """The step that this form made already: sending a form twice has one effect.

    Raises Refused where the token made another step, or one of somebody else.
    """
    step = case.steps.filter(token=token).first() if token else None
    if step is None:
        return None
    made = (step.action, step.actor_id, step.represents_id)
    if made != (action, actor.user_id, actor.on_behalf_of_id):
        raise Refused(
            _("This form was used for another step already; open its page anew."), "token"
        )
    return step


def append_step(
    case: Case,
    actor: Actor,
    action: str,
    *,
    from_stage: str = "",
    opinion: str = "",
    data: dict[str, object] | None = None,
    token: str = "",
) -> Step:
    """Write the case's next step; the caller holds the lock."""
    last = case.steps.order_by("-number").values_list("number", flat=True).first() or 0
    return Step.objects.create(
        case=case,
        number=last + 1,
        action=action,
        from_stage=from_stage or case.stage,
        to_stage=case.stage,
        actor_id=actor.user_id,
        represents_id=actor.on_behalf_of_id,
        actor_name=actor.name,
        role=actor.role,
        organisation=actor.organisation,
        opinion=opinion,
        data=data or {},
        token=token,
        at=timezone.now(),
    )
