"""Who is told of a step: the next hand, and the applicant where the step concerns them."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from casework.models import Case, Step
from casework.seats import people_of, procedure_of, stage_of
from casework.words import INTERNAL
from records.acts import notify

MSGIDS = {
    "submit": gettext_noop("Case %(number)s “%(title)s” was handed in and waits for you."),
    "return_for_supplement": gettext_noop(
        "Case %(number)s “%(title)s” was returned for supplement."
    ),
    "approve": gettext_noop("Case %(number)s “%(title)s” was approved."),
    "refuse": gettext_noop("Case %(number)s “%(title)s” was refused."),
    "acknowledge": gettext_noop("Filing %(number)s “%(title)s” was acknowledged."),
    "correct": gettext_noop("The decision on case %(number)s “%(title)s” was corrected."),
    "withdraw_notice": gettext_noop(
        "The public notice of case %(number)s “%(title)s” was withdrawn."
    ),
    "withdraw": gettext_noop("Case %(number)s “%(title)s” was withdrawn by the applicant."),
}
ON_TURN = gettext_noop("Case %(number)s “%(title)s” waits for you.")
MOVED = gettext_noop("Case %(number)s “%(title)s” went on to the next stage.")


def tell(case: Case, step: Step) -> None:
    """Queue the notices of a step; one event, one person, one message."""
    event = f"case:{case.pk}:step:{step.number}"
    params = {"number": case.number or "", "title": case.title}
    link = reverse("casework:case", args=[case.pk])
    told = {step.actor_id}
    if not case.is_final and step.from_stage != step.to_stage:
        hand = [user for user in people_of(case, stage_of(case).hand) if user not in told]
        notify(event, hand, MSGIDS.get(step.action, ON_TURN), params, link)
        told |= set(hand)
    # Who lets a case lapse tells of it in its own words.
    if step.action in INTERNAL or step.action in {"accept", "submit", "save", "lapse"}:
        return
    applicant = people_of(case, procedure_of(case).first.hand)
    others = [user for user in applicant if user not in told]
    notify(event, others, MSGIDS.get(step.action, MOVED), params, link)
