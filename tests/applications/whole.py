"""Cases with everything that a form of the system's own layout can hold.

Rows are written straight: printing only reads them.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import Organisation
from accounts.roles import Role
from applications.models import DeclaredFact, Judgement, Preparation
from casework.models import (
    Case,
    Consultation,
    Decision,
    DecisionCase,
    NoticeCase,
    Objection,
    OutsidePaper,
    Panel,
    PanelSeat,
    PublicNotice,
    Step,
)
from casework.seats import person
from rules.edition import Edition
from rules.procedure import Procedure, Stage
from tests import factories as make
from tests.applications.everywhere import Setting, application_of, begun

DAY = date(2026, 5, 6)
DECIDED_ON = date(2026, 7, 1)
HEAD_WORDS = "经研究认为可行"
SEAT_WORDS = "规划可行，建议认定"
CONSULTED_WORDS = "资金已经落实"
DIRECTOR_WORDS = "同意所请事项"


def whole(law: Edition, procedure: Procedure) -> Setting:
    """A case that was studied, published, recorded and approved."""
    setting = begun(law, procedure).submit()
    case = setting.case
    find(setting)
    for stage in procedure.stages:
        study(setting, stage)
    if procedure.notice:
        publish(setting)
    decide(setting)
    if procedure.outcome.period:
        Preparation.objects.create(case=case, approved_on=DECIDED_ON, due_on=date(2027, 7, 1))
    return setting


def find(setting: Setting) -> None:
    """The reviewer verifies every figure as given and judges every standard; one is committed."""
    application, content = application_of(setting.case), setting.content()
    for row in content.facts:
        DeclaredFact.objects.filter(pk=row.stored.pk).update(verified=row.given)
    committed = [one.fact.key for one in setting.procedure.committed[:1]]
    application.facts.filter(key__in=committed).update(basis="committed")
    reviewer = person(setting.people["reviewer"])
    for leaf in content.verdict.to_judge:
        Judgement.objects.create(
            application=application,
            leaf=leaf,
            met=True,
            reason="样例理由",
            document="样例记录",
            made_by_id=reviewer,
            confirmed_by_id=person(setting.people["director"]),
            confirmed_at=timezone.now(),
        )
    # As if it had been decided on what was found: no receipt of an earlier day stands before it.
    application.receipts.all().delete()


def study(setting: Setting, stage: Stage) -> None:
    """What happens at one stage: words on its heads, a panel, a consultation, a paper."""
    if stage.panel:
        hear(setting, stage)
    elif stage.heads:
        heads = {head.key: f"{HEAD_WORDS}：{head.zh}" for head in stage.heads}
        step(setting.case, "forward", stage.key, "decision", heads=heads)
    if stage.waits_for_consultations:
        consult(setting, stage)
    if stage.record:
        recorded = step(setting.case, "record", stage.key, "")
        OutsidePaper.objects.create(
            case=setting.case,
            stage=stage.key,
            document_number=f"样例函〔2026〕{recorded.number}号",
            decided_on=DAY,
            outcome="approved" if stage.record.decides else "",
            step=recorded,
        )


def hear(setting: Setting, stage: Stage, *, closed: bool = True) -> Panel:
    reviewer = person(setting.people["reviewer"])
    panel = Panel.objects.create(
        case=setting.case, stage=stage.key, size=2, seed="0", due_on=DAY,
        convened_by_id=reviewer, closed_at=timezone.now() if closed else None,
    )  # fmt: skip
    for _number in range(2):
        PanelSeat.objects.create(
            panel=panel,
            expert_id=person(make.make_actor(Role.EXPERT, setting.bureau)),
            vote="for",
            heads={head.key: f"{HEAD_WORDS}：{head.zh}" for head in stage.heads},
            visited_on=DAY if stage.on_site else None,
            opinion=SEAT_WORDS,
            given_at=timezone.now(),
        )
    return panel


def consult(setting: Setting, stage: Stage) -> Consultation:
    department = make.make_organisation(
        Organisation.Kind.DEPARTMENT, setting.law.area_code, name="样例财政局"
    )
    return Consultation.objects.create(
        case=setting.case, stage=stage.key, organisation=department, question="样例问题",
        due_on=DAY, asked_by_id=person(setting.people["reviewer"]), answer="agree",
        text=CONSULTED_WORDS, answered_at=at(DAY),
    )  # fmt: skip


def publish(setting: Setting) -> PublicNotice:
    reviewer = person(setting.people["reviewer"])
    notice = PublicNotice.objects.create(
        number=f"GS-{setting.law.key}", title="样例公示", bureau=setting.bureau,
        published_on=DAY, ends_on=DAY + timedelta(days=7), workdays=5, published_by_id=reviewer,
    )  # fmt: skip
    entry = NoticeCase.objects.create(notice=notice, case=setting.case, name="样例产业园")
    Objection.objects.create(
        entry=entry, number=f"YY-{setting.law.key}", name="样例群众", phone="1", text="样例",
        state=Objection.State.DISMISSED,
    )  # fmt: skip
    stage = next(stage for stage in setting.procedure.stages if stage.notice)
    step(setting.case, "forward", "bureau_review", stage.key)
    step(setting.case, "publish_notice", stage.key, stage.key)
    return notice


def decide(setting: Setting, outcome: str = "approved") -> DecisionCase:
    """The director's signature; where somebody outside decides, after the bureau's consent."""
    case, stages = setting.case, setting.procedure.stages
    consents = [s for s in stages if s.hand.role == "director" and s.move("forward")]
    for stage in consents:
        onward = stage.move("forward")
        assert onward is not None
        step(case, "forward", stage.key, onward.to or "", opinion=DIRECTOR_WORDS)
    words = "" if consents else DIRECTOR_WORDS
    step(case, "approve" if outcome == "approved" else "refuse", stages[-1].key, "", opinion=words)
    case.status, case.stage = outcome, stages[-1].key
    case.save()
    decision = Decision.objects.create(
        bureau=setting.bureau,
        document_number="样例发〔2026〕9号",
        outcome=outcome,
        decided_on=DECIDED_ON,
        decided_by_id=person(setting.people["director"]),
    )
    code = f"ABCDEFGH{case.pk:04d}"
    return DecisionCase.objects.create(decision=decision, case=case, name="样例定名", code=code)


def step(case: Case, action: str, left: str, to: str, opinion: str = "", **data: Any) -> Step:
    number = case.steps.count() + 1
    return Step.objects.create(
        case=case, number=number, action=action, from_stage=left, to_stage=to or left,
        actor_name="样例人员", role="reviewer", opinion=opinion, data=data, at=at(DAY),
    )  # fmt: skip


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC)
