"""The case under its row lock: in scope, at the version the person read."""

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.scope import scoped
from casework.models import Case, Step
from casework.words import action_label, moment_in_words
from records.actor import Actor
from records.errors import Stale


def locked(case_id: int, actor: Actor) -> Case:
    """Lock the case's row. Raises Case.DoesNotExist where the actor may not see it."""
    found = scoped(Case.objects.all(), actor).select_for_update(of=("self",))
    return found.select_related("area", "park", "applicant", "district", "bureau").get(pk=case_id)


def locked_at(case_id: int, actor: Actor, version: int) -> Case:
    """Lock the case and refuse when somebody changed it since `version` was read."""
    case = locked(case_id, actor)
    if case.version != version:
        raise stale(case)
    return case


def stale(case: Case) -> Stale:
    """The refusal that says who did what meanwhile."""
    last = case.steps.order_by("-number").first()
    if last is None:
        return Stale(_("Somebody changed this case in the meantime. Look at it again first."))
    return Stale(
        _("%(name)s already did “%(action)s” at %(time)s. Look at the case again first.")
        % {
            "name": last.actor_name,
            "action": action_label(last.action),
            "time": moment_in_words(last.at),
        },
        {"actor": last.actor_name, "action": last.action, "at": last.at.isoformat()},
    )


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
