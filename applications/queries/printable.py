"""Cases that have an official form."""

from django.db.models import Q, QuerySet

import rules
from accounts.roles import ASSIGNED_ROLES
from casework.models import Case
from casework.queries import cases
from records.actor import Actor


def printable(actor: Actor) -> QuerySet[Case]:
    """The cases that the actor may see and whose procedure has an official form.

    The form carries the offices' opinions, so experts and consulted organisations get none.
    """
    if actor.role in ASSIGNED_ROLES:
        return Case.objects.none()
    with_form = Q(pk__in=[])
    for law in rules.editions():
        for procedure in law.procedures.values():
            if procedure.form:
                with_form |= Q(edition=law.key, procedure=procedure.key)
    return cases(actor).filter(with_form).select_related("application", "park__operator")
