"""Interests of experts: recorded by the bureau that convenes, or declared by the expert."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation, User
from accounts.roles import Role
from accounts.scope import scoped
from casework.models import ExpertInterest
from casework.queries.interests import experts_of
from parks.models import Park
from records.actor import Actor
from records.acts import record
from records.errors import Refused


@transaction.atomic
def record_interest(
    actor: Actor, expert: User, concern: Organisation | Park, *, since: date, reason: str
) -> ExpertInterest:
    """From now on the expert is not drawn for cases of `concern`.

    The actor is a reviewer of the bureau in whose pool the expert is, or the expert. Raises
    Refused for anybody else, without a reason, for a day ahead, and where it is on record.
    """
    if not experts_of(actor).filter(pk=expert.pk).exists():
        raise Refused(_("Only the bureau's reviewer and the expert record an interest."), "role")
    if not reason.strip():
        raise Refused(_("Say which interest it is."))
    if since > timezone.localdate():
        raise Refused(_("An interest does not begin in the future."))
    key = "park" if isinstance(concern, Park) else "organisation"
    try:
        with transaction.atomic():
            interest = ExpertInterest.objects.create(
                expert=expert, since=since, reason=reason.strip(), **{key: concern}
            )
    except IntegrityError as error:
        raise Refused(_("This interest is on record already.")) from error
    after = {"expert": expert.name, key: str(concern), "since": str(since)}
    record(actor, "casework.record_interest", interest, after=after, note=reason)
    return interest


@transaction.atomic
def end_interest(interest_id: int, actor: Actor, *, until: date) -> ExpertInterest:
    """Say on which day the interest ended; from the next day on the expert may be drawn again.

    Raises Refused for anybody but the bureau's reviewer, for a day ahead or before it began, and
    for one that ended already.
    """
    visible = scoped(ExpertInterest.objects.all(), actor).select_for_update(of=("self",))
    interest = visible.get(pk=interest_id)
    if actor.role != Role.REVIEWER or not experts_of(actor).filter(pk=interest.expert_id).exists():
        raise Refused(_("Only the bureau's reviewer ends an interest."), "role")
    if interest.until:
        raise Refused(_("This interest ended already."))
    if not interest.since <= until <= timezone.localdate():
        raise Refused(_("The last day lies between the first day and today."))
    interest.until = until
    interest.save(update_fields=("until",))
    record(actor, "casework.end_interest", interest, after={"until": str(until)})
    return interest
