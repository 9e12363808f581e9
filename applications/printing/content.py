"""What stands on a printed form: cells, opinions, marks, footer. Plain data for the template."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

import rules
from applications.prefill import answers_on_record
from applications.printing.cells import Cell, cells_of, chinese_day
from applications.printing.opinions import Signed, decision_opinion, district_opinion
from casework.models import Case, DecisionCase
from casework.seats import procedure_of
from rules.fields import Form
from rules.forms import form as official_form

DECIDED = (Case.Status.APPROVED, Case.Status.REFUSED)
#: What is written across the margin of a form that carries no decision.
UNDECIDED_MARKS = {Case.Status.WITHDRAWN: "已撤回", Case.Status.LAPSED: "已终止"}
OUT_OF_LIFE = ("expired", "not_yet")


@dataclass(frozen=True)
class FormPage:
    """A form ready to be set."""

    title: str
    number: str
    cells: dict[str, Cell]
    county: Signed
    bureau: Signed
    marks: tuple[str, ...]
    notes: tuple[str, ...]
    footer: tuple[str, ...]

    @property
    def length(self) -> int:
        """Characters of free text, by which the setting begins roomy or dense."""
        texts = [cell.text for cell in self.cells.values()]
        return sum(map(len, (*texts, *self.county.paragraphs, *self.bureau.paragraphs)))


def form_page(case: Case) -> FormPage:
    """The content of the form that the case's procedure asks for.

    Raises ValueError for a procedure without an official form.
    """
    key = procedure_of(case).form
    if key is None:
        raise ValueError(f"{case.procedure} has no official form")
    form = official_form(key)
    steps = list(case.steps.all())
    entry = decision_entry(case)
    return FormPage(
        title=form.title,
        number=case.number or "",
        cells=cells_of(form, answers_of(case, form)),
        county=district_opinion(case, steps),
        bureau=decision_opinion(entry, steps),
        marks=marks_of(case),
        notes=notes_of(case, entry),
        footer=footer_of(case, entry),
    )


def decision_entry(case: Case) -> DecisionCase | None:
    """The case's latest decision: a correction stands in the place of what it corrects."""
    entries = case.decision_entries.select_related("decision")
    return entries.order_by("-pk").first() if case.status in DECIDED else None


def answers_of(case: Case, form: Form) -> dict[str, Any]:
    """The application's answers; what it does not say comes from the park's archive."""
    known = answers_on_record(case.park, form) if case.park else {}
    known["applicant"] = case.applicant.name
    if case.submitted_at:
        known["filled_on"] = timezone.localdate(case.submitted_at)
    return known | case.application.form


def marks_of(case: Case) -> tuple[str, ...]:
    """The boxed words above the form: an undecided case, a sample."""
    marks = []
    if case.status not in DECIDED:
        marks.append(UNDECIDED_MARKS.get(Case.Status(case.status), "草稿"))
    if case.park and case.park.is_sample:
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
    """Number of the case, and of the decision with the code by which anybody can verify it."""
    lines = [f"办件编号：{case.number or '未提交'}"]
    if entry:
        lines[0] += f"　文号：{entry.decision.document_number}"
        lines.append(f"验证码：{_spaced(entry.code)}　验证网址：{settings.SITE_URL}{VERIFY_PATH}")
    return tuple(lines)


VERIFY_PATH = "/public/verify/"


def _days(case: Case, entry: DecisionCase | None) -> list[date]:
    """The days on which the edition was applied; today for what was not yet handed in."""
    days = [entry.decision.decided_on] if entry else []
    if case.submitted_at:
        days.append(timezone.localdate(case.submitted_at))
    return days or [timezone.localdate()]


def _spaced(code: str) -> str:
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))
