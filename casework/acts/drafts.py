"""Opening a draft and changing its content: the case's stage stays, its version moves."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

import rules
from accounts.models import Area, Organisation
from accounts.scope import scoped
from casework.acts.lock import append_step, locked_at
from casework.models import Case
from casework.moves import find_move
from casework.seats import nearest_office, offices_around
from parks.models import Park
from records.actor import Actor
from records.acts import record
from records.errors import Refused


def open_draft(
    actor: Actor,
    *,
    kind: str,
    edition: str,
    procedure: str,
    title: str,
    area: Area,
    park: Park | None = None,
) -> Case:
    """Begin a case as a draft of the actor's organisation, inside the caller's transaction.

    Raises Refused when the actor is not the hand that begins such a case, or when no office or
    bureau stands for the area.
    """
    law = rules.edition(edition)
    plan = law.plan(procedure)
    first = plan.first
    if actor.role != first.hand.role or not (actor.user_id and actor.organisation_id):
        raise Refused(_("An application of this kind is not for your role to begin."), "role")
    if park is not None and not scoped(Park.objects.filter(pk=park.pk), actor).exists():
        raise Park.DoesNotExist
    case = Case(
        kind=kind,
        title=title,
        area=area,
        park=park,
        applicant_id=actor.organisation_id,
        district=district_of(area, law.area_code) if "district" in plan.seats else None,
        bureau=bureau_of(law.area_code),
        edition=edition,
        procedure=procedure,
        stage=first.key,
        created_by_id=actor.user_id,
        stage_since=timezone.now(),
    )
    case.save(force_insert=True)
    append_step(case, actor, "create")
    record(actor, "casework.create", case, after={"title": title, "edition": edition})
    return case


def bureau_of(area_code: str) -> Organisation:
    """The bureau that decides under an edition of this area. Raises Refused without one."""
    bureau = Organisation.objects.filter(kind=Organisation.Kind.BUREAU, area_id=area_code).first()
    if bureau is None:
        raise Refused(_("No bureau is set up for the area %(code)s.") % {"code": area_code})
    return bureau


def district_of(area: Area, law_area: str) -> Organisation:
    """The office of the area, or of the nearest area above it, below the law's own bureau.

    A district's bureau is its office under the law of the level above (Qingpu's under
    Shanghai's). Raises Refused without one.
    """
    office = nearest_office(area, law_area, offices_around([area]))
    if office is None:
        raise Refused(_("No district office is set up for %(area)s.") % {"area": area.name})
    return office


@contextmanager
def editing(case_id: int, actor: Actor, version: int, action: str = "save") -> Iterator[Case]:
    """The case, locked, for a change of its content by the hand whose turn it is.

    Checks scope, version, stage and role as `perform` does, then moves the version by one. The
    caller writes its rows and its audit entry inside the block.
    """
    with transaction.atomic():
        case = locked_at(case_id, actor, version)
        if action:
            find_move(case, action, actor)
        case.saved_by, case.saved_at = actor.name, timezone.now()
        yield case
        case.version += 1
        case.save(update_fields=("version", "saved_by", "saved_at"))
