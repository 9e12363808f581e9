"""Public notices and the objections to them."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.scope import scoped
from casework.acts.deadlines import due_of
from casework.acts.lock import append_step, locked_at
from casework.acts.numbers import count
from casework.guards import standing_entry
from casework.models import Case, NoticeCase, Objection, PublicNotice
from casework.seats import people_of, person, procedure_of, sits, stage_of
from records.actor import Actor
from records.acts import attach, notify, record
from records.errors import Refused
from records.models import AuditEntry
from records.queries import calendar
from rules.procedure import Hand
from rules.workdays import add_workdays

#: From one address [the system's own limit]: a park's whole staff may sit behind one.
OBJECTIONS_A_DAY: Final = 20
#: The kind of owner under which records keeps the evidence of an objection.
EVIDENCE: Final = "objection"
OBJECTED_ACTION: Final = "casework.object"
OBJECTED = gettext_noop("An objection was made to case %(number)s “%(title)s”.")


@transaction.atomic
def publish_notice(
    actor: Actor,
    cases: dict[int, int],
    *,
    title: str,
    text: str = "",
    workdays: int | None = None,
    published_on: date | None = None,
) -> PublicNotice:
    """Publish one notice of the cases (id -> version read), open for `workdays` working days.

    None takes the days of the law. Raises Refused where a case is not at its notice, where the
    days are fewer than printed (or others than printed, where the text fixes them), or where
    the cases belong to different bureaus or laws.
    """
    today = timezone.localdate()
    opened = published_on or today
    if opened < today:
        raise Refused(_("A notice cannot be published in the past."))
    locked = [_at_notice(case_id, actor, version) for case_id, version in sorted(cases.items())]
    days = _days(locked, workdays)
    notice = PublicNotice.objects.create(
        number=count(f"G{locked[0].bureau.area_id}"),
        title=title.strip() or _("Public notice"),
        text=text.strip(),
        bureau=locked[0].bureau,
        published_on=opened,
        ends_on=add_workdays(opened, days, calendar()).due,
        workdays=days,
        published_by_id=person(actor),
    )
    for case in locked:
        _enter(notice, case, actor)
    return notice


def _at_notice(case_id: int, actor: Actor, version: int) -> Case:
    case = locked_at(case_id, actor, version)
    stage = stage_of(case)
    if case.is_final or not stage.notice:
        raise Refused(_("%(case)s is not at its public notice.") % {"case": case}, "stage")
    if not sits(case, actor, stage.hand):
        raise Refused(_("Only the bureau's reviewer publishes the notice."), "role")
    if standing_entry(case):
        raise Refused(_("%(case)s stands on a notice already.") % {"case": case})
    return case


def _days(cases: list[Case], wanted: int | None) -> int:
    """The working days of the notice: the law's, or more where the law says at least."""
    if not cases:
        raise Refused(_("Choose at least one case."))
    laws = {(case.bureau_id, case.edition, case.procedure) for case in cases}
    notice = procedure_of(cases[0]).notice
    if len(laws) > 1 or notice is None:
        raise Refused(_("One notice carries cases of one bureau under one law."))
    if wanted is None or wanted == notice.days:
        return notice.days
    if wanted < notice.days:
        raise Refused(
            _("The notice must stand for at least %(days)s working days.") % {"days": notice.days}
        )
    if notice.exact:
        raise Refused(_("The law fixes %(days)s working days.") % {"days": notice.days})
    return wanted


def _enter(notice: PublicNotice, case: Case, actor: Actor) -> None:
    NoticeCase.objects.create(
        notice=notice, case=case, name=case.park.name if case.park else case.title
    )
    days = {"from": str(notice.published_on), "until": str(notice.ends_on)}
    append_step(case, actor, "publish_notice", data={"notice": notice.number, **days})
    case.version += 1
    case.due_on = due_of(case)
    case.save(update_fields=("version", "due_on"))
    record(actor, "casework.publish_notice", case, after={"notice": notice.number, **days})


@transaction.atomic
def object_to(
    entry_id: int,
    *,
    name: str,
    phone: str,
    text: str,
    evidence: Sequence[File] = (),
    ip: str = "",
) -> Objection:
    """Take an objection from the public, with its evidence.

    Raises Refused outside the notice's days, unnamed, with a file that may not be kept, or when
    the address has sent too many that day.
    """
    entry = NoticeCase.objects.select_related("notice__bureau__area", "case__area").get(pk=entry_id)
    today = timezone.localdate()
    notice = entry.notice
    if notice.withdrawn_at or not notice.published_on <= today <= notice.ends_on:
        raise Refused(_("This notice is not open to objections."))
    if not (name.strip() and phone.strip() and text.strip()):
        raise Refused(_("Give your name, your telephone and the facts."))
    if _sent_today(ip) >= OBJECTIONS_A_DAY:
        raise Refused(_("Too many objections came from your address today; try again tomorrow."))
    objection = Objection.objects.create(
        entry=entry,
        number=count(f"Y{notice.bureau.area_id}"),
        name=name.strip(),
        phone=phone.strip(),
        text=text.strip(),
    )
    case = entry.case
    public = Actor(None, _("The public"), "public", None, "", case.area.path, ip=ip)
    record(public, OBJECTED_ACTION, case, after={"objection": objection.number})
    for file in evidence:
        attach(public, file, EVIDENCE, objection.pk)
    params = {"number": case.number or "", "title": case.title}
    people = people_of(case, Hand("reviewer", "bureau"))
    notify(f"objection:{objection.pk}", people, OBJECTED, params, "/")
    return objection


def _sent_today(ip: str) -> int:
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    sent = AuditEntry.objects.filter(action=OBJECTED_ACTION, ip=ip, at__gte=midnight)
    return sent.count() if ip else 0


@transaction.atomic
def settle_objection(objection_id: int, actor: Actor, *, state: str, finding: str) -> Objection:
    """Uphold or dismiss an objection with a finding. Raises Refused when settled or unreasoned."""
    visible = scoped(Objection.objects.all(), actor)
    objection = visible.select_for_update(of=("self",)).get(pk=objection_id)
    bureau = objection.entry.notice.bureau_id
    if actor.role != "reviewer" or actor.organisation_id != bureau:
        raise Refused(_("Only the bureau's reviewer settles objections."), "role")
    if objection.state != Objection.State.OPEN:
        raise Refused(_("This objection was settled already."))
    if state not in (Objection.State.UPHELD, Objection.State.DISMISSED) or not finding.strip():
        raise Refused(_("Choose the outcome and write the finding."))
    objection.state, objection.finding = state, finding.strip()
    objection.settled_by_id, objection.settled_at = actor.user_id, timezone.now()
    objection.save()
    case = Case.objects.select_for_update().get(pk=objection.entry.case_id)
    append_step(case, actor, "settle_objection", opinion=finding, data={"outcome": state})
    after = {"objection": objection.number, "outcome": state}
    record(actor, "casework.settle_objection", case, after=after, note=finding)
    return objection
