"""What casework must know of filings."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from accounts.holders import holders
from accounts.roles import Role
from casework.kinds import Attempt, Guard, Kind
from casework.models import Case, Receipt, Step
from casework.seats import procedure_of, sits
from casework.titles import Subject
from casework.words import Reason
from records.actor import Actor
from records.acts import notify, record
from records.templatetags.said import by_law, said
from tenants.models import Event, Filing
from tenants.queries.conduct import misgivings
from tenants.queries.filings import DAY_OF, late_days, live_filing

RETURNED = gettext_noop(
    "The filing of “%(agency)s” came back with defects. Put the register of “%(park)s” right "
    "where they ask for it."
)

#: What a case of a filing is about: the event, and whether it corrects an earlier filing.
SUBJECTS = {
    (Event.ENTRY, False): Subject("入驻备案", "Entry filing"),
    (Event.ENTRY, True): Subject("入驻备案（更正）", "Entry filing (correction)"),
    (Event.EXIT, False): Subject("退出备案", "Exit filing"),
    (Event.EXIT, True): Subject("退出备案（更正）", "Exit filing (correction)"),
}


def subject_of(filing: Filing) -> Subject:
    return SUBJECTS[Event(filing.event), bool(filing.corrects_id)]


def event_on_record(attempt: Attempt) -> Reason:
    """What is filed is what the register says."""
    filing: Filing = attempt.case.filing
    if getattr(filing.tenancy, DAY_OF[Event(filing.event)]) == filing.event_on:
        return None
    return _("The register has another day for this event now; fill in the filing again.")


def late_reasoned(attempt: Attempt) -> Reason:
    """A filing after its last day is taken, with the reason of the delay."""
    filing: Filing = attempt.case.filing
    if filing.late_reason or not late_days(filing):
        return None
    clause = procedure_of(attempt.case).clause
    return by_law(_("The last day is past: give the reason."), clause)


GUARDS = {
    "event_on_record": Guard(event_on_record),
    "late_reasoned": Guard(late_reasoned),
}


def freeze(attempt: Attempt, _step: Step) -> None:
    """Keep what the register said on the day of handing in."""
    filing = Filing.objects.select_related("tenancy__agency", "tenancy__site").get(
        case=attempt.case
    )
    before, filing.content = filing.content, frozen(filing)
    filing.save(update_fields=("content",))
    record(attempt.actor, "tenants.file", attempt.case, before=before, after=filing.content)


def replace_receipt(attempt: Attempt, _step: Step) -> None:
    """The receipt of a correction names the one whose place it takes."""
    filing = Filing.objects.select_related("corrects__case__receipt").get(case=attempt.case)
    if filing.corrects:
        receipt = Receipt.objects.get(case=attempt.case)
        receipt.replaces = filing.corrects.case.receipt
        receipt.save(update_fields=("replaces",))


def tell_operator(attempt: Attempt, step: Step) -> None:
    """Whose register must change hears of a return too, beside the office that filed."""
    filing = Filing.objects.select_related("tenancy__agency", "tenancy__park").get(
        case=attempt.case
    )
    park = filing.tenancy.park
    notify(
        f"filing:{filing.pk}:returned:{step.number}",
        holders(organisation=park.operator, role=Role.OPERATOR),
        RETURNED,
        {"agency": filing.tenancy.agency.name, "park": park.name},
        reverse("casework:case", args=[filing.case_id]),
    )


EFFECTS: dict[str, Callable[[Attempt, Step], None]] = {
    "submit": freeze,
    "acknowledge": replace_receipt,
    "return_for_supplement": tell_operator,
}


def frozen(filing: Filing) -> dict[str, Any]:
    """The agency and its stay as plain data."""
    stay, agency = filing.tenancy, filing.tenancy.agency
    return {
        "agency": agency.name,
        "credit_code": agency.credit_code,
        "licences": [
            {"kind": one.kind, "number": one.number, "expires_on": _iso(one.expires_on)}
            for one in agency.licences.all()
        ],
        "site": stay.site.name if stay.site else None,
        "floor_area": str(stay.floor_area) if stay.floor_area is not None else None,
        "event": filing.event,
        "event_on": filing.event_on.isoformat(),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def content(case: Case, actor: Actor) -> dict[str, Any]:
    filing = Filing.objects.select_related(
        "tenancy__agency", "tenancy__park", "corrects__case__receipt"
    ).get(case=case)
    last = live_filing(filing.tenancy, filing.event)
    stands = case.status == Case.Status.APPROVED and last == filing
    return {
        "filing": filing,
        "days_late": late_days(filing),
        "receipt": Receipt.objects.filter(case=case).select_related("replaced_by").first(),
        "law_clause": procedure_of(case).clause,
        "register_differs": getattr(filing.tenancy, DAY_OF[Event(filing.event)]) != filing.event_on,
        "may_correct": stands and sits(case, actor, procedure_of(case).first.hand),
        "today": timezone.localdate(),
        "misgivings": [] if case.is_final else _misgivings(filing),
    }


def _misgivings(filing: Filing) -> list[str]:
    """What stood against the entry, or stands against it now; who leaves may."""
    if filing.event != Event.ENTRY:
        return []
    return misgivings(filing.tenancy, filing.event_on, timezone.localdate())


def sections(case: Case) -> list[tuple[str, str]]:
    return [(section.key, said(section)) for section in procedure_of(case).sections]


def edit_url(case: Case) -> str:
    return reverse("tenants:filing_edit", args=[case.filing.pk])


def receipt_rows(case: Case) -> list[tuple[str, str]]:
    """What the receipt repeats of the filing, in Chinese like all official papers."""
    kept = case.filing.content
    rows = [
        ("产业园区", case.park.name if case.park else ""),
        ("机构名称", kept["agency"]),
        ("统一社会信用代码", kept["credit_code"]),
        ("备案事项", {"entry": "入驻", "exit": "退出"}[kept["event"]]),
    ]
    day = date.fromisoformat(kept["event_on"])
    rows.append(("入驻或退出日期", f"{day.year}年{day.month}月{day.day}日"))
    late = late_days(case.filing)
    punctual = f"逾期{late}日；原因：{case.filing.late_reason}" if late else "按期"
    rows.append(("报送情况", "更正" if case.filing.corrects_id else punctual))
    return rows


FILING = Kind(
    key=Filing.KIND,
    label=gettext_lazy("Filing"),
    guards=GUARDS,
    effects=EFFECTS,
    content_template="tenants/_filing.html",
    content=content,
    sections=sections,
    edit_url=edit_url,
    receipt_rows=receipt_rows,
)
