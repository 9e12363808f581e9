"""Who may make a move: four eyes, who looked, who accepted."""

from django.utils.translation import gettext as _

from casework.kinds import Attempt
from casework.rounds import deciding_paper
from casework.seats import hand_of, stage_of
from casework.words import PREPARING, Reason, moment_in_words


def four_eyes(attempt: Attempt) -> Reason:
    """Who prepared or sat on the panel does not decide, in person or for somebody else.

    What was forwarded from the signing stage itself is a signature: it is given again after the
    case was sent back.
    """
    case = attempt.case
    prepared: set[int | None] = {case.created_by_id}
    for step in case.steps.all():
        forwarded = step.action in PREPARING and step.from_stage != case.stage
        if forwarded or step.action == "give_opinion":
            prepared |= {step.actor_id, step.represents_id}
    if attempt.actor.persons & prepared:
        return _("You prepared this case yourself; somebody else must sign it.")
    return None


def unopened(attempt: Attempt) -> Reason:
    """What another hand has looked at is not withdrawn; one's own draft or supplement is."""
    stage = stage_of(attempt.case)
    if hand_of(stage, attempt.move) == stage.hand:
        return None
    if attempt.case.opened_at:
        return _("The next office opened the case on %(when)s.") % {
            "when": moment_in_words(attempt.case.opened_at)
        }
    return None


def not_accepted(attempt: Attempt) -> Reason:
    holder = attempt.case.holder
    if holder is None:
        return None
    if holder.pk in attempt.actor.persons:
        return _("You accepted this case already.")
    return _("%(name)s accepted this case; it can be handed over.") % {"name": holder.name}


def content_saved_in_place(_attempt: Attempt) -> Reason:
    """Saving is no move: an empty step would say that something was written."""
    return _("The content is saved on its own pages.")


def recorded_by_other(attempt: Attempt) -> Reason:
    """Who recorded the paper from outside does not decide on it, in person or for somebody else.

    Who forwarded the case may: the consent was asked of the same hand.
    """
    paper = deciding_paper(attempt.case)
    if paper and attempt.actor.persons & {paper.step.actor_id, paper.step.represents_id}:
        return _("You recorded this paper yourself; somebody else must decide on it.")
    return None
