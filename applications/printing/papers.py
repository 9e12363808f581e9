"""What a form says of documents: the public notice, papers from outside, the decision."""

from collections.abc import Iterator
from dataclasses import dataclass

from applications.models import Preparation
from applications.printing.cells import chinese_day
from applications.printing.opinions import name_label
from applications.printing.sheet import decision_entry, receipt_of
from casework.models import Case, NoticeCase, Objection
from casework.rounds import standing_entry, standing_paper
from casework.seats import procedure_of
from rules.procedure import Notice, Record

#: What the system itself sets where a text prints nothing.
SYSTEM_DEFAULT = "系统默认，非文件规定"
OUTCOMES = {"approved": "同意", "refused": "不同意"}


@dataclass(frozen=True)
class Entry:
    """A label and what stands beside it; `wide` takes the line for itself."""

    label: str
    text: str = ""
    wide: bool = False


def notice_entries(case: Case, *, opinions: bool) -> tuple[Entry, ...]:
    """The public notice that stands; nothing where the procedure has none.

    What the public objected is the offices' to read until the decision.
    """
    notice = procedure_of(case).notice
    if notice is None:
        return ()
    entry = standing_entry(case)
    period = _period(entry, notice) if entry else ""
    return (
        Entry("公示编号", entry.notice.number if entry else ""),
        Entry("公示期限", f"{notice.days}个工作日{_mark(notice)}"),
        Entry("公示起止", period, wide=True),
        Entry("异议情况", _objections(entry) if entry and opinions else "", wide=True),
    )


def _mark(notice: Notice) -> str:
    return f"（{SYSTEM_DEFAULT}）" if notice.system_default else ""


def _period(entry: NoticeCase, notice: Notice) -> str:
    published, ends = entry.notice.published_on, entry.notice.ends_on
    return f"{notice.listed.zh}：{chinese_day(published)}至{chinese_day(ends)}"


def _objections(entry: NoticeCase) -> str:
    states = [objection.state for objection in entry.objections.all()]
    if not states:
        return "无"
    named = ((Objection.State.UPHELD, "成立"), (Objection.State.DISMISSED, "不成立"))
    parts = [f"{word}{states.count(state)}件" for state, word in named]
    return f"收到{len(states)}件，其中{'，'.join(parts)}，未办结{states.count('open')}件"


def outside_entries(case: Case) -> tuple[Entry, ...]:
    """The papers from outside that the procedure records, with their place where they are open."""
    stages = [stage for stage in procedure_of(case).stages if stage.record]
    return tuple(entry for stage in stages if stage.record
                 for entry in _outside(case, stage.key, stage.record))  # fmt: skip


def _outside(case: Case, stage: str, asked: Record) -> Iterator[Entry]:
    paper = standing_paper(case, stage)
    outcome = f"（{OUTCOMES[paper.outcome]}）" if paper and paper.outcome else ""
    yield Entry(asked.zh, f"{paper.document_number}{outcome}" if paper else "", wide=True)
    yield Entry("签发机关", asked.issuer)
    yield Entry("签发日期", chinese_day(paper.decided_on) if paper else "")


def decision_entries(case: Case) -> tuple[Entry, ...]:
    """Number and date of the decision, and what it gave; of what is only filed, of its receipt."""
    if procedure_of(case).is_filed:
        return _receipt(case)
    entry, outcome = decision_entry(case), procedure_of(case).outcome
    decision = entry.decision if entry else None
    found = [
        Entry("决定文号", decision.document_number if decision else ""),
        Entry("决定日期", chinese_day(decision.decided_on) if decision else ""),
    ]
    if outcome.kind == "recognition":
        approved = bool(decision and decision.outcome == "approved")
        found.append(
            Entry(name_label(outcome), entry.name if entry and approved else "", wide=True)
        )
    if outcome.period:
        found.append(Entry("筹建期至", _ends(case), wide=True))
    return tuple(found)


def _receipt(case: Case) -> tuple[Entry, ...]:
    receipt = receipt_of(case)
    return (
        Entry("回执编号", receipt.number if receipt else ""),
        Entry("备案日期", chinese_day(receipt.issued_on) if receipt else ""),
    )


def _ends(case: Case) -> str:
    opened = Preparation.objects.filter(case=case).first()
    return chinese_day(opened.due_on) if opened else ""
