"""One application walked through its hands, an act at a time."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from accounts.acting import actor_of
from accounts.models import Organisation, User
from applications.acts import (
    add_material,
    begin,
    confirm_answer,
    declare_facts,
    judge,
    save_form,
    verify_facts,
)
from applications.acts.sections import Declared
from applications.queries.content import fresh_content
from applications.queries.seen import seen
from applications.samples.clock import office_hour
from applications.samples.papers import paper
from applications.samples.parks import Sample
from casework import acts
from casework.models import Case
from casework.seats import stage_of
from parks.models import Park
from records.actor import Actor
from rules.workdays import is_workday

PAPERS = ("letter", "study_and_plan", "study_and_plan", "operation_report", "policies", "tenants")
BASIS = {
    "document": "样例〔2026〕第4次局长办公会议纪要",
    "reason": "新办法出台前，暂按原办法受理。（样例）",
}


def acting(username: str) -> Actor:
    actor = actor_of(User.objects.get(username=username))
    if actor is None:
        raise ValueError(f"{username} holds no role")
    return actor


class Walk:
    """A park's application and its way. Each method is one act by its hand, done now.

    `wait(days)` yields the next working moment of the story, that many days on.
    """

    def __init__(self, sample: Sample, office: str, starts: date) -> None:
        self.sample, self.office, self.day = sample, office, starts
        self.case = Case()

    def wait(self, days: int = 1, hour: int = 10) -> Iterator[datetime]:
        self.day += timedelta(days=days)
        while not is_workday(self.day):
            self.day += timedelta(days=1)
        yield office_hour(self.day, hour, (self.case.pk or 7) * 7 % 60)

    def actor(self, key: str) -> Actor:
        prefix = {"officer": self.office, "head": self.office, "operator": self.sample.key}
        return acting(f"{prefix.get(key, 'jz')}-{key}")

    def do(self, who: str, action: str, opinion: str = "", **data: Any) -> None:
        self.case.refresh_from_db()
        acts.perform(
            self.case.pk, action, self.actor(who), self.case.version, opinion=opinion, data=data
        )
        self.case.refresh_from_db()

    def basis(self, who: str) -> None:
        self.case.refresh_from_db()
        acts.record_basis(self.case.pk, self.actor(who), self.case.version, **BASIS)

    def begin(self) -> None:
        park = Park.objects.get(area_id=self.sample.area, name=self.sample.name)
        operator = self.actor("operator")
        self.case = begin(operator, park, "jinzhong-2022", "recognition")

    def fill(self) -> None:
        """The operator fills in the form, declares one figure and hands in the papers."""
        operator = self.actor("operator")
        content = fresh_content(self.case)
        figures = {row.fact.key: row.recorded for row in content.facts}
        save_form(
            self.case.pk,
            operator,
            {"filled_on": self.day.isoformat(), "agencies": figures["operating_agencies"]},
            seen=seen(content.application, "form"),
        )
        declared = Declared(figures["floor_area"], "与不动产权证一致（样例）")
        declare_facts(
            self.case.pk,
            operator,
            {"floor_area": declared},
            seen=seen(content.application, "facts"),
        )
        for index, key in enumerate(PAPERS):
            add_material(
                self.case.pk,
                operator,
                key,
                paper(f"样例材料{index + 1}", f"{self.sample.key} {key} {index}"),
            )
        self.basis("operator")

    def verify(self) -> None:
        """The reviewer takes over each figure and judges each vague standard."""
        self.case.refresh_from_db()
        reviewer, content = self.actor("reviewer"), fresh_content(self.case)
        given = {row.fact.key: row.given for row in content.facts if row.given is not None}
        verify_facts(self.case.pk, reviewer, self.case.version, given)
        for leaf in content.verdict.to_judge:
            self.case.refresh_from_db()
            judge(
                self.case.pk,
                reviewer,
                self.case.version,
                leaf,
                met=True,
                reason="现场核查，资料齐全。（样例）",
                document="样例核查记录",
            )

    def confirm(self) -> None:
        for judgement in fresh_content(self.case).judgements:
            self.case.refresh_from_db()
            acting_second = self.actor("reviewer2")
            confirm_answer(
                self.case.pk, acting_second, self.case.version, "judgement", judgement.pk
            )

    def consult(self, name: str) -> None:
        """Ask a department for its opinion, to be given within a fortnight."""
        self.case.refresh_from_db()
        acts.consult(
            self.case.pk,
            self.actor("reviewer"),
            self.case.version,
            organisations=[Organisation.objects.get(name=name)],
            question="请就园区扶持资金的落实情况提出意见。（样例）",
            due_on=timezone.localdate() + timedelta(days=14),
        )

    def object(self) -> None:
        """Somebody from the public objects to the case's notice."""
        acts.object_to(
            self.case.notice_entries.latest("pk").pk,
            name="样例·群众",
            phone="13800000000",
            text="公示的建筑面积与现场不符，请核实。（样例）",
        )

    def convene(self, size: int = 3) -> None:
        self.case.refresh_from_db()
        acts.convene_panel(
            self.case.pk,
            self.actor("reviewer"),
            self.case.version,
            size=size,
            due_on=timezone.localdate() + timedelta(days=10),
        )

    def hear(self, count: int | None = None) -> None:
        """The drawn experts give their opinions, the first `count` of them or all."""
        panel = self.case.panels.latest("pk")
        for seat in list(panel.seats.order_by("pk").select_related("expert"))[:count]:
            acts.give_opinion(
                seat.pk,
                acting(seat.expert.username),
                vote="for",
                opinion="规划可行，规模与设施符合要求，建议认定。（样例）",
                heads={head.key: "符合要求。（样例）" for head in stage_of(self.case).heads},
            )

    def publish(self) -> date:
        self.case.refresh_from_db()
        cases = {self.case.pk: self.case.version}
        notice = acts.publish_notice(
            self.actor("reviewer"), cases, title=f"关于拟认定{self.sample.name}的公示（样例）"
        )
        return notice.ends_on
