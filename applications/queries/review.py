"""Who may verify, judge and waive in a case now, and who may confirm as the second person."""

from django.utils.translation import gettext as _

from accounts.roles import Role
from applications.models import Answer
from casework.models import Case
from casework.seats import sits, stage_of
from records.actor import Actor

REVIEWERS = (Role.REVIEWER, Role.DIRECTOR)


def is_of_bureau(case: Case, actor: Actor) -> bool:
    """Whether the verification page is the actor's to open."""
    return actor.role in REVIEWERS and actor.organisation_id == case.bureau_id


def review_refusal(case: Case, actor: Actor) -> str:
    """Why the actor may not verify, judge or waive in this case now; "" when they may."""
    if case.is_final:
        return _("This case is closed; nothing can be done in it any more.")
    stage = stage_of(case)
    if stage.hand.role != Role.REVIEWER or stage.notice:
        return _("Figures and conditions are verified while the bureau reviews the case.")
    if not sits(case, actor, stage.hand):
        return _("Only the bureau's reviewer verifies figures and conditions.")
    return ""


def confirm_refusal(case: Case, actor: Actor, answer: Answer) -> str:
    """Why the actor may not confirm the answer; "" when they may."""
    if case.is_final or stage_of(case).hand.seat != "bureau":
        return _("Answers are confirmed while the case is with the bureau.")
    if not is_of_bureau(case, actor):
        return _("Only another reviewer or the director of the bureau confirms this.")
    if answer.confirmed_at:
        return _("This was confirmed already.")
    if actor.persons & {answer.made_by_id, answer.made_for_id}:
        return _("You made this yourself; somebody else must confirm it.")
    return ""
