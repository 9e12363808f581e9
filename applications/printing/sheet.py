"""What every printed document of a case carries in its margins: marks, notes, footer."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

import rules
from applications.printing.cells import chinese_day
from casework.models import Case, DecisionCase, Receipt
from casework.seats import procedure_of

DECIDED = (Case.Status.APPROVED, Case.Status.REFUSED)
#: What stands above a layout that no text annexes.
OWN_LAYOUT = "系统版式，非文件附件"
#: What stands above a document that carries no decision.
UNDECIDED_MARKS = {Case.Status.WITHDRAWN: "已撤回", Case.Status.LAPSED: "已终止"}
OUT_OF_LIFE = ("expired", "not_yet")


@dataclass(frozen=True)
class Sheet:
    """A titled document: boxed marks and notes above it, lines of its footer below."""

    title: str
    number: str
    marks: tuple[str, ...]
    notes: tuple[str, ...]
    footer: tuple[str, ...]


def sheet_of(case: Case, title: str, *, own: bool = False) -> Sheet:
    """`own` marks a form as the system's own layout."""
    entry = decision_entry(case)
    return Sheet(
        title=title,
        number=case.number or "",
        marks=(*marks_of(case), *([OWN_LAYOUT] if own else ())),
        notes=notes_of(case, entry),
        footer=footer_of(case, entry),
    )


def decision_entry(case: Case) -> DecisionCase | None:
    """The case's latest decision: a correction stands in the place of what it corrects."""
    entries = case.decision_entries.select_related("decision")
    # A period that lapsed was approved before, and nothing takes that back.
    return entries.order_by("-pk").first() if case.is_final else None


def park_name_of(case: Case) -> str:
    """The park on record; of a case without one, as its form names the park to come."""
    if case.park:
        return case.park.name
    return str(case.application.form.get("park_name") or case.title)


def marks_of(case: Case) -> tuple[str, ...]:
    """The boxed words above the form: an undecided case, a sample."""
    marks = []
    if case.status not in DECIDED:
        marks.append(UNDECIDED_MARKS.get(Case.Status(case.status), "草稿"))
    if case.park.is_sample if case.park else case.applicant.is_sample:
        marks.append("样例")
    return tuple(marks)


def notes_of(case: Case, entry: DecisionCase | None) -> tuple[str, ...]:
    """Says so where the edition was outside its printed life, with the basis for going on."""
    edition = rules.edition(case.edition)
    if not any(edition.force_on(day) in OUT_OF_LIFE for day in _days(case, entry)):
        return ()
    law = edition.instrument
    until = f"至{chinese_day(law.until)}" if law.until else ""
    life = f"《{law.title}》有效期自{chinese_day(law.effective)}{until}，本件在有效期外办理。"
    bases = [f"{basis.document}（{basis.reason}）" for basis in case.bases.all()]
    return (life, f"继续适用依据：{'；'.join(dict.fromkeys(bases)) or '尚未记录'}")


def footer_of(case: Case, entry: DecisionCase | None) -> tuple[str, ...]:
    """Number of the case, and of decision or receipt with the code by which anybody verifies it."""
    first = f"办件编号：{case.number or '未提交'}"
    receipt = receipt_of(case)
    if entry:
        return f"{first}　文号：{entry.decision.document_number}", _verified_by(entry.code)
    if receipt:
        return f"{first}　回执编号：{receipt.number}", _verified_by(receipt.code)
    return (first,)


def receipt_of(case: Case) -> Receipt | None:
    """The receipt of what is filed and not decided, once it was acknowledged."""
    if not procedure_of(case).is_filed:
        return None
    return Receipt.objects.filter(case=case).first()


def _verified_by(code: str) -> str:
    return f"验证码：{_spaced(code)}　验证网址：{settings.SITE_URL}{reverse('casework:verify')}"


def _days(case: Case, entry: DecisionCase | None) -> list[date]:
    """The days on which the edition was applied; today for what was not yet handed in."""
    days = [entry.decision.decided_on] if entry else []
    if case.submitted_at:
        days.append(timezone.localdate(case.submitted_at))
    return days or [timezone.localdate()]


def _spaced(code: str) -> str:
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))
