"""A kind of case for testing the machine alone: Jinzhong's procedure, none of its content."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.roles import Role
from casework import acts
from casework.kinds import Attempt, Guard, Kind
from casework.models import Basis, Case, Step
from casework.seats import procedure_of, stage_of
from records.actor import Actor
from tests import factories as make

EDITION, PROCEDURE = "jinzhong-2022", "recognition"
DEFECT = {"section": "materials", "field": "plan", "text": "规划报告缺页"}


def _name_prefixed(attempt: Attempt) -> str | None:
    prefix = procedure_of(attempt.case).name_prefix
    named = str(attempt.data.get("name", "")).startswith(prefix)
    return None if named else f"The name must begin with {prefix}."


def _passes(_attempt: Attempt) -> None:
    return None


TRIAL = Kind(
    key="trial",
    label="Trial",
    guards={
        "requirements_met": Guard(_passes),
        "before_event": Guard(_passes),
        "form_complete": Guard(_passes),
        "figures_on_basis": Guard(_passes),
        "facts_complete": Guard(_passes),
        "materials_complete": Guard(_passes),
        "facts_verified": Guard(_passes),
        "judgements_made": Guard(_passes),
        "conditions_met": Guard(_passes),
        "name_prefixed": Guard(_name_prefixed, early=False),
    },
    effects={},
    content_template="components/empty.html",
    content=lambda case, actor: {},
    sections=lambda case: [("materials", "Materials")],
    edit_url=lambda case: "/",
)


@dataclass
class World:
    """Yuci's park and everybody who has a hand in its application, with a colleague abroad."""

    operator: Actor
    officer: Actor
    head: Actor
    reviewer: Actor
    second: Actor
    director: Actor
    experts: list[Actor]
    case: Case

    def hand(self, stage: str) -> Actor:
        return {
            "draft": self.operator,
            "county_review": self.officer,
            "county_sign": self.head,
            "decision": self.director,
        }.get(stage, self.reviewer)

    def do(self, action: str, actor: Actor | None = None, **more: Any) -> Step:
        """Perform at the version that stands now, by the hand whose turn it is."""
        self.case.refresh_from_db()
        more.setdefault("opinion", "同意")
        chosen = actor or self.hand(self.case.stage)
        step = acts.perform(self.case.pk, action, chosen, self.case.version, **more)
        self.case.refresh_from_db()
        return step

    def basis(self, actor: Actor) -> None:
        self.case.refresh_from_db()
        acts.record_basis(
            self.case.pk, actor, self.case.version, document="样例会议纪要", reason="新办法未出台"
        )
        self.case.refresh_from_db()

    def panel(self, size: int = 3) -> list[Actor]:
        """Convene a panel; returns the drawn experts."""
        self.case.refresh_from_db()
        panel = acts.convene_panel(
            self.case.pk,
            self.reviewer,
            self.case.version,
            size=size,
            due_on=timezone.localdate() + timedelta(days=9),
        )
        drawn = set(panel.seats.values_list("expert_id", flat=True))
        return [expert for expert in self.experts if expert.user_id in drawn]

    def hear(self) -> None:
        """Convene a panel and let every expert speak."""
        for expert in self.panel():
            seat = self.case.panels.latest("pk").seats.get(expert_id=expert.user_id)
            acts.give_opinion(
                seat.pk, expert, vote="for", opinion="可行", heads=findings(self.case)
            )
        self.case.refresh_from_db()

    def publish(self, **more: Any) -> Any:
        self.case.refresh_from_db()
        cases = {self.case.pk: self.case.version}
        notice = acts.publish_notice(self.reviewer, cases, title="样例公示", **more)
        self.case.refresh_from_db()
        return notice

    def end_notice(self) -> None:
        """Let the notice have ended, as the calendar will one day."""
        entry = self.case.notice_entries.latest("pk")
        entry.notice.ends_on = timezone.localdate() - timedelta(days=1)
        entry.notice.save()

    def reach(self, stage: str) -> "World":
        """Walk from the draft to `stage` through the acts, every hand doing its part."""
        while self.case.stage != stage:
            self._leave(self.case.stage)
        return self

    def _leave(self, stage: str) -> None:
        if stage == "draft":
            self.basis(self.operator)
            self.do("submit")
            return
        if stage == "expert_review":
            self.hear()
        if stage == "notice":
            self.publish()
            self.end_notice()
        self.do("forward")

    def approve(self, **more: Any) -> Step:
        if not self.case.bases.filter(phase=Basis.Phase.APPROVAL).exists():
            self.basis(self.director)
        data = {"document_number": "市人社函〔2026〕9号", "name": "晋中样例产业园"}
        return self.do("approve", data=data | more)


def findings(case: Case) -> dict[str, str]:
    """Words on each head that is studied at the case's stage."""
    return {head.key: f"{head.zh}符合要求" for head in stage_of(case).heads}


def today() -> str:
    """The day as a form or an act takes it."""
    return timezone.localdate().isoformat()


def make_world() -> World:
    bureau, office = make.make_bureau(), make.make_district_office()
    park = make.make_park()
    operator = make.make_actor(Role.OPERATOR, park.operator)
    return World(
        operator=operator,
        officer=make.make_actor(Role.OFFICER, office),
        head=make.make_actor(Role.DIRECTOR, office),
        reviewer=make.make_actor(Role.REVIEWER, bureau),
        second=make.make_actor(Role.REVIEWER, bureau),
        director=make.make_actor(Role.DIRECTOR, bureau),
        experts=[make.make_actor(Role.EXPERT, bureau) for _number in range(5)],
        case=_draft(operator, park),
    )


@transaction.atomic
def _draft(operator: Actor, park: Any) -> Case:
    return acts.open_draft(
        operator,
        kind="trial",
        edition=EDITION,
        procedure=PROCEDURE,
        title=park.name,
        area=park.area,
        park=park,
    )


def sibling(world: World) -> World:
    """A second case before the same people, of another park."""
    park = make.make_park()
    operator = make.make_actor(Role.OPERATOR, park.operator)
    return replace(world, operator=operator, case=_draft(operator, park))
