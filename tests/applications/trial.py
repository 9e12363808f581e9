"""A park of Jinzhong with a real application, and every hand that it passes through."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.roles import Role
from applications import acts, queries
from applications.acts.sections import Declared
from applications.queries.content import Content
from casework import acts as casework
from casework.models import Basis, Case, Step
from casework.seats import stage_of
from parks.models import Park
from records.actor import Actor
from tests import factories as make

EDITION, PROCEDURE = "jinzhong-2022", "recognition"
ANSWERS = {
    "filled_on": "2026-11-20",
    "contact": "样例联系人",
    "phone": "03540000000",
    "ownership": "自有",
    "registered_on": "2021-03-01",
    "investment": "1200",
    "land_area": "5000",
    "staff": 12,
    "agencies": 12,
    "construction": "new",
    "services": ["policy_advice", "information"],
}
WANTED = {"letter": 1, "study_and_plan": 2, "operation_report": 1, "policies": 1}


@dataclass
class World:
    """The people of one application; `case` is refreshed after every act."""

    park: Park
    operator: Actor
    officer: Actor
    head: Actor
    reviewer: Actor
    second: Actor
    director: Actor
    case: Case

    def content(self) -> Content:
        self.case.refresh_from_db()
        return queries.content_for(self.reviewer_or_operator(), self.case.pk)

    def reviewer_or_operator(self) -> Actor:
        return self.operator if self.case.status == Case.Status.DRAFT else self.reviewer

    def hand(self) -> Actor:
        hands = {
            "draft": self.operator,
            "county_review": self.officer,
            "county_sign": self.head,
            "decision": self.director,
        }
        return hands.get(self.case.stage, self.reviewer)

    def do(self, action: str, actor: Actor | None = None, **more: Any) -> Step:
        """Perform at the version that stands now, by the hand whose turn it is."""
        self.case.refresh_from_db()
        more.setdefault("opinion", "同意")
        if action == "submit":
            more.setdefault("data", {"answers": self.answers()})
        chosen = actor or self.hand()
        step = casework.perform(self.case.pk, action, chosen, self.case.version, **more)
        self.case.refresh_from_db()
        return step

    def answers(self) -> dict[str, str]:
        """Words on each point of the last return."""
        return {str(one.pk): "样例说明" for one in self.content().defects}

    def answer(self, **answers: Any) -> None:
        application = self.content().application
        sign = queries.seen(application, "form")
        acts.save_form(self.case.pk, self.operator, answers, seen=sign)
        self.case.refresh_from_db()

    def declare(self, **values: Any) -> None:
        sign = queries.seen(self.content().application, "facts")
        declared = {key: Declared(value) for key, value in values.items()}
        acts.declare_facts(self.case.pk, self.operator, declared, seen=sign)
        self.case.refresh_from_db()

    def attach(self, key: str, text: str = "", name: str = "材料.pdf") -> Any:
        done = acts.add_material(self.case.pk, self.operator, key, pdf(text or key, name))
        self.case.refresh_from_db()
        return done

    def basis(self, actor: Actor) -> None:
        self.case.refresh_from_db()
        casework.record_basis(
            self.case.pk, actor, self.case.version, document="样例会议纪要", reason="新办法未出台"
        )
        self.case.refresh_from_db()

    def fill(self) -> "World":
        """Complete every section of the draft."""
        self.answer(**ANSWERS)
        for key, count in WANTED.items():
            for number in range(count):
                self.attach(key, f"{key} {number}")
        self.basis(self.operator)
        return self

    def submit(self) -> "World":
        self.fill().do("submit")
        return self

    def to_bureau(self) -> "World":
        """Hand in and let the county agree."""
        self.submit()
        self.do("forward")
        self.do("forward")
        return self

    def verify(self, actor: Actor | None = None) -> None:
        """The reviewer finds every figure to be as it was given."""
        self.case.refresh_from_db()
        found = {row.fact.key: row.given for row in self.content().facts if row.given is not None}
        acts.verify_facts(self.case.pk, actor or self.reviewer, self.case.version, found)
        self.case.refresh_from_db()

    def judge(self, leaf: str, **more: Any) -> Any:
        self.case.refresh_from_db()
        told: dict[str, Any] = {"met": True, "reason": "样例理由", "document": "现场核查表"} | more
        made = acts.judge(self.case.pk, self.reviewer, self.case.version, leaf, **told)
        self.case.refresh_from_db()
        return made

    def waive(self, leaf: str, **more: Any) -> Any:
        self.case.refresh_from_db()
        told = {"reason": "样例理由", "document": "样例会议纪要"} | more
        made = acts.waive(self.case.pk, self.reviewer, self.case.version, leaf, **told)
        self.case.refresh_from_db()
        return made

    def confirm(self, kind: str, answer: Any, actor: Actor | None = None) -> None:
        self.case.refresh_from_db()
        chosen = actor or self.second
        acts.confirm_answer(self.case.pk, chosen, self.case.version, kind, answer.pk)
        self.case.refresh_from_db()

    def judge_all(self) -> None:
        for leaf in self.content().verdict.to_judge:
            self.confirm("judgement", self.judge(leaf))

    def to_decision(self) -> "World":
        """Verify, judge, hear experts, publish; the notice has ended."""
        self.to_bureau().verify()
        self.judge_all()
        self.do("forward")
        self.hear()
        self.do("forward")
        self.publish()
        self.do("forward")
        return self

    def approve(self, **more: Any) -> Step:
        if not self.case.bases.filter(phase=Basis.Phase.APPROVAL).exists():
            self.basis(self.director)
        data = {"document_number": "市人社函〔2026〕9号", "name": f"晋中{self.park.name}"}
        return self.do("approve", data=data | more)

    def hear(self) -> None:
        bureau = self.case.bureau
        experts = [make.make_actor(Role.EXPERT, bureau) for _number in range(3)]
        due = timezone.localdate() + timedelta(days=9)
        panel = casework.convene_panel(
            self.case.pk, self.reviewer, self.case.version, size=3, due_on=due
        )
        for expert in experts:
            seat = panel.seats.get(expert_id=expert.user_id)
            heads = {head.key: "可行" for head in stage_of(self.case).heads}
            casework.give_opinion(seat.pk, expert, vote="for", opinion="可行", heads=heads)

    def publish(self) -> None:
        self.case.refresh_from_db()
        casework.publish_notice(self.reviewer, {self.case.pk: self.case.version}, title="样例公示")
        notice = self.case.notice_entries.latest("pk").notice
        notice.ends_on = timezone.localdate() - timedelta(days=1)
        notice.save()


def pdf(text: str, name: str = "材料.pdf") -> ContentFile:
    """A small file that is a PDF to its first byte and last line, and different for each text."""
    return ContentFile(f"%PDF-1.4\n%{text}\n%%EOF\n".encode(), name)


def make_world(*, tenants: int = 12, floor_area: str = "3600", gross: str = "3000000") -> World:
    bureau, office = make.make_bureau(), make.make_district_office()
    park = make.make_park()
    make.make_site(park, is_core=True, floor_area=Decimal(floor_area))
    year = timezone.localdate().year - 1
    for _number in range(tenants):
        make.make_licensed_tenancy(park, gross, year)
    operator = make.make_actor(Role.OPERATOR, park.operator)
    return World(
        park=park,
        operator=operator,
        officer=make.make_actor(Role.OFFICER, office),
        head=make.make_actor(Role.DIRECTOR, office),
        reviewer=make.make_actor(Role.REVIEWER, bureau),
        second=make.make_actor(Role.REVIEWER, bureau),
        director=make.make_actor(Role.DIRECTOR, bureau),
        case=acts.begin(operator, park, EDITION, PROCEDURE),
    )
