"""Public notices and the objections to them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Final

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.scope import scoped
from casework.acts.deadlines import due_of
from casework.acts.lock import append_step, done_before, locked_at
from casework.acts.numbers import count
from casework.acts.tell import tell
from casework.guards import withdrawal_refusal
from casework.kinds import name_of
from casework.models import Case, NoticeCase, Objection, PublicNotice
from casework.rounds import standing_entry
from casework.seats import people_of, person, procedure_of, sits, stage_of
from records.actor import Actor
from records.acts import attach, notify, record
from records.errors import Refused
from records.models import AuditEntry
from records.queries import calendar
from records.templatetags.said import said, told
from rules.procedure import Notice
from rules.stations import REVIEWER
from rules.workdays import add_workdays

#: From one address [the system's own limit]: a park's whole staff may sit behind one.
OBJECTIONS_A_DAY: Final = 20
#: The kind of owner under which records keeps the evidence of an objection.
EVIDENCE: Final = "objection"
OBJECTED_ACTION: Final = "casework.object"
WITHDRAWN_ACTION: Final = "casework.withdraw_notice"
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
    law = _law(locked)
    days = law.days if workdays is None else workdays
    notice = PublicNotice.objects.create(
        number=count(f"G{locked[0].bureau.area_id}"),
        title=title.strip() or said(law.listed),
        text=text.strip(),
        bureau=locked[0].bureau,
        published_on=opened,
        ends_on=_last_day(law, opened, days),
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


def _law(cases: list[Case]) -> Notice:
    """What the one law of these cases says of its notice."""
    if not cases:
        raise Refused(_("Choose at least one case."))
    laws = {(case.bureau_id, case.edition, case.procedure) for case in cases}
    notice = procedure_of(cases[0]).notice
    if len(laws) > 1 or notice is None:
        raise Refused(_("One notice carries cases of one bureau under one law."))
    return notice


def _last_day(law: Notice, opened: date, days: int) -> date:
    """Raises Refused where the law wants more working days, or exactly its own."""
    ends_on = add_workdays(opened, days, calendar()).due
    refusal = law.refusal(opened, ends_on, calendar())
    if refusal:
        raise Refused(told(refusal), "days", {"clause": refusal.clause})
    return ends_on


def _enter(notice: PublicNotice, case: Case, actor: Actor) -> None:
    NoticeCase.objects.create(notice=notice, case=case, name=name_of(case))
    days = {"from": str(notice.published_on), "until": str(notice.ends_on)}
    append_step(case, actor, "publish_notice", data={"notice": notice.number, **days})
    case.version += 1
    case.due_on = due_of(case)
    case.save(update_fields=("version", "due_on"))
    record(actor, "casework.publish_notice", case, after={"notice": notice.number, **days})


@transaction.atomic
def withdraw_notice(
    notice_id: int, actor: Actor, versions: Mapping[int, int], *, reason: str, token: str = ""
) -> PublicNotice:
    """Take a notice back before its end, with the reason that the public reads.

    `versions` are those at which its cases were read (id -> version); the cases wait for a new
    notice, and the objections stay. The same token has one effect. Raises Refused for another
    hand, without a reason, and on a notice that ended or was withdrawn.
    """
    notices = scoped(PublicNotice.objects.select_related("bureau__area"), actor)
    notice = notices.select_for_update(of=("self",)).get(pk=notice_id)
    entries = list(notice.entries.select_related("case").order_by("case"))
    if any(done_before(one.case, actor, "withdraw_notice", token) for one in entries):
        return notice
    refusal = withdrawal_refusal(notice, actor)
    if refusal:
        raise Refused(refusal)
    if not reason.strip():
        raise Refused(_("Give the reason; the public reads it."))
    cases = [locked_at(one.case_id, actor, versions.get(one.case_id, 0)) for one in entries]
    standing = [case for case in cases if _stands_on(case, notice)]
    notice.withdrawn_at, notice.withdrawn_by_id = timezone.now(), person(actor)
    notice.withdrawal_reason = reason.strip()
    notice.save(update_fields=("withdrawn_at", "withdrawn_by", "withdrawal_reason"))
    for case in standing:
        _take_off(notice, case, actor, token)
    after = {"reason": notice.withdrawal_reason}
    path = notice.bureau.area.path
    record(actor, WITHDRAWN_ACTION, notice, after=after, area_path=path)
    return notice


def _stands_on(case: Case, notice: PublicNotice) -> bool:
    """Whether the case still is at this notice: one that was sent back meanwhile is not."""
    entry = standing_entry(case) if stage_of(case).notice and not case.is_final else None
    return entry is not None and entry.notice_id == notice.pk


def _take_off(notice: PublicNotice, case: Case, actor: Actor, token: str) -> None:
    """The case waits for its notice again; its clock stands still until then."""
    data: dict[str, object] = {"notice": notice.number}
    step = append_step(
        case, actor, "withdraw_notice", opinion=notice.withdrawal_reason, data=data, token=token
    )
    case.version += 1
    case.due_on = due_of(case)
    case.save(update_fields=("version", "due_on"))
    note = notice.withdrawal_reason
    record(actor, WITHDRAWN_ACTION, case, after=data, note=note)
    tell(case, step)


@transaction.atomic
def object_to(
    entry_id: int,
    *,
    name: str,
    phone: str,
    text: str,
    proof: str = "",
    evidence: Sequence[File] = (),
    ip: str = "",
) -> Objection:
    """Take an objection from the public, with its evidence, described in `proof` or as files.

    Raises Refused outside the notice's days, unnamed, without evidence, with a file that may not
    be kept, or when the address has sent too many that day.
    """
    entry = NoticeCase.objects.select_related("notice__bureau__area", "case__area").get(pk=entry_id)
    today = timezone.localdate()
    notice = entry.notice
    if not notice.is_open_on(today):
        raise Refused(_("This notice is not open to objections."))
    _ensure_founded(named=(name, phone, text), has_proof=bool(proof.strip() or evidence))
    if _sent_today(ip) >= OBJECTIONS_A_DAY:
        raise Refused(_("Too many objections came from your address today; try again tomorrow."))
    objection = Objection.objects.create(
        entry=entry,
        number=count(f"Y{notice.bureau.area_id}"),
        name=name.strip(),
        phone=phone.strip(),
        text="\n\n".join(part for part in (text.strip(), proof.strip()) if part),
    )
    case = entry.case
    public = Actor(None, _("The public"), "public", None, "", case.area.path, ip=ip)
    record(public, OBJECTED_ACTION, case, after={"objection": objection.number})
    for file in evidence:
        attach(public, file, EVIDENCE, objection.pk)
    params = {"number": case.number or "", "title": case.title}
    people = people_of(case, REVIEWER)
    notify(f"objection:{objection.pk}", people, OBJECTED, params, "/")
    return objection


def _ensure_founded(*, named: Sequence[str], has_proof: bool) -> None:
    if not all(part.strip() for part in named):
        raise Refused(_("Give your name, your telephone and the facts."))
    if not has_proof:
        raise Refused(_("Describe your evidence, or attach it."))


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
