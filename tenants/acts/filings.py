"""Filing entries and exits: one, many, again after a return, corrected, or filed on paper once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.roles import Role
from casework.acts import open_draft
from casework.acts.drafts import bureau_of
from casework.acts.lock import locked_at
from casework.acts.perform import move_case
from casework.around import seats_of
from casework.models import Case
from casework.moves import find_move
from casework.titles import title_of
from parks.models import Park
from records import Refused
from records.actor import Actor
from records.acts import record, record_refusal
from records.queries import calendar
from records.templatetags.said import by_law
from records.templatetags.shown import day as in_words
from records.versions import difference, shown
from rules.edition import Edition
from tenants.acts.common import locked_park
from tenants.kind import subject_of
from tenants.law import TENANT_FILING, deadline, filing_law
from tenants.models import EarlierFiling, Event, Filing, Tenancy
from tenants.queries.filings import DAY_OF, Owed, is_filed, live_filing


@transaction.atomic
def file_event(
    actor: Actor,
    tenancy: Tenancy,
    event: Event,
    *,
    late_reason: str = "",
    remark: str = "",
    read: date | None = None,
) -> Filing:
    """File an entry or exit that the register has: a case, handed in at once.

    `read` is the day of it that the person read. Raises Refused for another office, where nothing
    is to be filed, it was filed already or the register has another day by now, and
    ValidationError where it is late and no reason is given.
    """
    park = locked_park(actor, tenancy.park_id)
    tenancy = park.tenancies.select_related("agency", "site").get(pk=tenancy.pk)
    day, law = _filed(tenancy, event, park)
    ensure_office(actor, park, law)
    if read not in (None, day):
        raise Refused(_("The register has another day for this event by now."), "changed")
    if is_filed(tenancy, event):
        raise Refused(_("This was filed already."), "filed")
    filing = Filing(
        tenancy=tenancy,
        event=event,
        event_on=day,
        due_on=deadline(law, day, calendar()).due,
        late_reason=late_reason.strip(),
        remark=remark.strip(),
    )
    return _hand_in(actor, filing, park, law)


@dataclass(frozen=True)
class Outcome:
    """What became of one of many: its filing, or the reason why there is none."""

    one: Owed
    filing: Filing | None
    reason: str = ""


def try_to_file(actor: Actor, one: Owed, late_reason: str, remark: str) -> Outcome:
    """File one of many: what stands in its way holds up none of the others.

    A refusal is recorded. Call it outside of any transaction: each stands or falls by itself.
    """
    said = {"late_reason": late_reason if one.is_late else "", "remark": remark}
    try:
        return Outcome(one, file_event(actor, one.tenancy, one.event, read=one.on, **said))
    except (Park.DoesNotExist, Tenancy.DoesNotExist):
        return Outcome(one, None, _("The register has no such event of this tenant."))
    except ValidationError as error:
        return Outcome(one, None, " ".join(error.messages))
    except Refused as refused:
        record_refusal(actor, "tenants.file", one.tenancy, refused.reason)
        return Outcome(one, None, str(refused))


@transaction.atomic
def correct_filing(actor: Actor, filing: Filing, reason: str) -> Filing:
    """File an acknowledged entry or exit anew, as the register has it now; both are kept.

    Raises Refused where it was not acknowledged or was corrected already, and ValidationError
    without a reason.
    """
    park = locked_park(actor, filing.tenancy.park_id)
    filing = Filing.objects.select_related("case", "tenancy__agency").get(pk=filing.pk)
    if filing.case.status != Case.Status.APPROVED or filing.pk != _last(filing).pk:
        raise Refused(_("Only the filing that stands, once acknowledged, is corrected."), "stage")
    if not reason.strip():
        raise ValidationError({"remark": _("Say what is corrected.")})
    day, law = _filed(filing.tenancy, Event(filing.event), park)
    ensure_office(actor, park, law)
    again = Filing(
        tenancy=filing.tenancy,
        event=filing.event,
        event_on=day,
        due_on=filing.due_on,
        remark=reason.strip(),
        corrects=filing,
    )
    return _hand_in(actor, again, park, law)


@transaction.atomic
def supplement_filing(actor: Actor, filing: Filing, values: dict[str, Any], version: int) -> Filing:
    """Hand a returned filing in again, with the register as it stands now.

    `values`: late_reason, remark. Raises Stale, and Refused for another hand or stage.
    """
    case = locked_at(filing.case_id, actor, version)
    find_move(case, "submit", actor)
    filing = Filing.objects.select_related("tenancy__park__area").get(case=case)
    day, law = _filed(filing.tenancy, Event(filing.event), filing.tenancy.park)
    values = {**values, "event_on": day}
    if not filing.corrects_id:
        values["due_on"] = deadline(law, day, calendar()).due
    before, after = difference(filing, values)
    for name, value in values.items():
        setattr(filing, name, value)
    filing.save()
    move_case(case.pk, "submit", actor, version, "", "", {})
    record(actor, "tenants.supplement_filing", case, before=before, after=after)
    return filing


@transaction.atomic
def note_earlier(actor: Actor, events: Iterable[Owed], document: str, filed_on: date) -> int:
    """Note that these events were filed on paper, under which document; nothing is owed then.

    Raises Refused for another office and for what happened once the park was in the system, and
    ValidationError without a document or for a day on which it cannot have been filed.
    """
    if not document.strip():
        raise ValidationError({"document": _("Name the document.")})
    if filed_on > timezone.localdate():
        raise ValidationError({"filed_on": _("This day has not come yet.")})
    count = 0
    for one in events:
        park = locked_park(actor, one.tenancy.park_id)
        day, law = _filed(one.tenancy, one.event, park)
        ensure_office(actor, park, law)
        _ensure_before_system(one, day, park, law)
        if filed_on < day:
            raise ValidationError({"filed_on": _("It was not filed before it happened.")})
        values = {
            "document": document.strip(),
            "filed_on": filed_on,
            "recorded_by_id": actor.user_id,
        }
        noted, new = EarlierFiling.objects.get_or_create(
            tenancy=one.tenancy, event=one.event, defaults=values
        )
        if new:
            after = {"event": one.event, "document": noted.document, "filed_on": shown(filed_on)}
            record(actor, "tenants.note_earlier", one.tenancy, after=after,
                   area_path=park.area.path)  # fmt: skip
        count += new
    return count


def _hand_in(actor: Actor, filing: Filing, park: Park, law: Edition) -> Filing:
    filing.case = open_draft(
        actor,
        kind=Filing.KIND,
        edition=law.key,
        procedure=TENANT_FILING,
        title=title_of(filing.tenancy.agency.name, subject_of(filing)),
        area=park.area,
        park=park,
    )
    if _needs_reason(filing):
        raise ValidationError({"late_reason": _("The last day is past: give the reason.")})
    filing.save()
    move_case(filing.case.pk, "submit", actor, filing.case.version, "", "", {})
    return Filing.objects.select_related("case", "tenancy__agency").get(pk=filing.pk)


def _needs_reason(filing: Filing) -> bool:
    late = filing.due_on < timezone.localdate() and not filing.corrects_id
    return late and not filing.late_reason


def _filed(tenancy: Tenancy, event: Event, park: Park) -> tuple[date, Edition]:
    """The day of the event and the law by which it is filed. Raises Refused without either."""
    day = getattr(tenancy, DAY_OF[event])
    if day is None or tenancy.prospective:
        raise Refused(_("The register has no such event of this tenant."), "no_event")
    if day > timezone.localdate():
        raise Refused(_("This day has not come yet."), "no_event")
    law = filing_law(park, day)
    if law is None:
        raise Refused(_("No regulation asks for a filing in this park."), "no_law")
    return day, law


def _ensure_before_system(one: Owed, day: date, park: Park, law: Edition) -> None:
    """Raise Refused for an event since the park came in: it is filed here, within its period."""
    since = timezone.localdate(park.added_at)
    if day >= since:
        words = _(
            "“%(agency)s”: the park has been in this system since %(since)s, and what happened "
            "from then on is filed here, not on paper."
        )
        said = {"agency": one.tenancy.agency.name, "since": in_words(since)}
        raise Refused(by_law(words % said, law.filings[TENANT_FILING].clause), "in_system")


def ensure_office(actor: Actor, park: Park, law: Edition) -> None:
    """Raise Refused but for an officer of the district, or of the bureau where no office lies."""
    office = seats_of(park, law.key).of("district") or bureau_of(law.area_code)
    if actor.role != Role.OFFICER or actor.organisation_id != office.pk:
        raise Refused(_("An officer of %(office)s files this.") % {"office": office.name}, "role")


def _last(filing: Filing) -> Filing:
    """The filing of the same event that stands or is under way."""
    last = live_filing(filing.tenancy, filing.event)
    assert last is not None  # the filing itself is one
    return last
