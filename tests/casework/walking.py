"""Every procedure of every edition walked through the acts, by the trial kind of case."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

import rules
from accounts.models import Organisation
from accounts.roles import Role
from casework import acts
from casework.models import Basis, Case, Consultation, PanelSeat, PublicNotice, Step
from casework.seats import hand_of, organisation_in, procedure_of, stage_of
from records.actor import Actor
from rules.edition import Edition
from rules.procedure import Hand, Procedure, Stage
from tests import factories as make
from tests.casework.trial import findings, today

#: Where the parks of each law's area lie; a district's own law has its parks at home.
PLACES = {"140700": "140702", "310000": "310118", "500000": "500101", "530000": "530100"}
ONWARD = ("submit", "forward", "record")
#: What is decided; what is only filed is walked with its own content.
FIGURES = [
    (law, each) for law in rules.editions() for each in law.procedures.values() if not each.is_filed
]

every_procedure = pytest.mark.parametrize(
    ("law", "procedure"), FIGURES, ids=[f"{law.key}-{each.key}" for law, each in FIGURES]
)


def asking(test: Callable[[Stage], Any]) -> list[Any]:
    """The procedures that have such a stage, with that stage."""
    return [
        pytest.param(law, each, stage, id=f"{law.key}-{each.key}-{stage.key}")
        for law, each in FIGURES
        for stage in each.stages
        if test(stage)
    ]


@dataclass
class Walk:
    """One case under one procedure, with everybody who has a hand in it."""

    law: Edition
    procedure: Procedure
    case: Case = field(init=False)
    people: dict[tuple[str, int], Actor] = field(default_factory=dict)

    def hand(self, hand: Hand | None = None) -> Actor:
        """Who sits there, by default the hand whose turn it is."""
        hand = hand or stage_of(self.case).hand
        organisation = organisation_in(self.case, hand.seat)
        assert organisation is not None
        return self.person(hand.role, organisation)

    def person(self, role: str, organisation: Organisation) -> Actor:
        key = (role, organisation.pk)
        if key not in self.people:
            self.people[key] = make.make_actor(role, organisation)
        return self.people[key]

    def do(self, action: str, actor: Actor | None = None, **more: Any) -> Step:
        self.case.refresh_from_db()
        stage = stage_of(self.case)
        move = stage.move(action)
        assert move is not None
        more.setdefault("opinion", "同意")
        more.setdefault("data", asked_of(self.case, action))
        chosen = actor or self.hand(hand_of(stage, move))
        step = acts.perform(self.case.pk, action, chosen, self.case.version, **more)
        self.case.refresh_from_db()
        return step

    def reach(self, stage: str) -> "Walk":
        while self.case.stage != stage:
            self.prepare()
            self.do(self.onward())
        return self

    def onward(self) -> str:
        moves = {move.action for move in stage_of(self.case).moves if move.to}
        return next(action for action in ONWARD if action in moves)

    def prepare(self, stop: str = "") -> None:
        """Do all that the stage asks before its case goes on, but for the check named `stop`."""
        stage = stage_of(self.case)
        guards = {guard for move in stage.moves for guard in move.guards} - {stop}
        if "basis_recorded" in guards:
            self.basis()
        if "panel_complete" in guards:
            self.hear()
        if "consultations_asked" in guards:
            self.answer(self.ask())
        if stage.notice:
            self.publish()
            self.end_notice()

    def basis(self) -> None:
        seat = stage_of(self.case).hand.seat
        phase = Basis.Phase.SUBMISSION if seat == "applicant" else Basis.Phase.APPROVAL
        if self.case.bases.filter(phase=phase).exists():
            return
        acts.record_basis(
            self.case.pk, self.hand(), self.case.version, document="样例会议纪要", reason="样例"
        )
        self.case.refresh_from_db()

    def hear(self, **more: Any) -> None:
        """Convene two experts, who go to the park where the law sends them there."""
        for _number in range(2):
            make.make_actor(Role.EXPERT, self.case.bureau)
        panel = acts.convene_panel(
            self.case.pk, self.hand(), self.case.version, size=2, due_on=soon()
        )
        more.setdefault("visited_on", timezone.localdate() if stage_of(self.case).on_site else None)
        for seat in panel.seats.select_related("expert"):
            expert = sitting_on(seat)
            heads = findings(self.case)
            acts.give_opinion(seat.pk, expert, vote="for", opinion="可行", heads=heads, **more)
        self.case.refresh_from_db()

    def ask(self) -> Consultation:
        """Put a question to a department; returns it."""
        self.case.refresh_from_db()
        department = make.make_organisation("department", self.law.area_code)
        return acts.consult(
            self.case.pk,
            self.hand(),
            self.case.version,
            organisations=[department],
            question="请会审",
            due_on=soon(),
        )[0]

    def answer(self, question: Consultation) -> None:
        consultee = self.person(Role.CONSULTEE, question.organisation)
        acts.answer_consultation(question.pk, consultee, answer="agree", text="同意")
        self.case.refresh_from_db()

    def publish(self, **more: Any) -> PublicNotice:
        self.case.refresh_from_db()
        cases = {self.case.pk: self.case.version}
        notice = acts.publish_notice(self.hand(), cases, title="样例公示", **more)
        self.case.refresh_from_db()
        return notice

    def end_notice(self) -> None:
        """Let the notice have ended, as the calendar will one day."""
        notice = self.case.notice_entries.latest("pk").notice
        notice.ends_on = timezone.localdate() - timedelta(days=1)
        notice.save()

    def approve(self, **data: Any) -> Step:
        self.prepare()
        return self.do("approve", data=asked_of(self.case, "approve") | data)


def asked_of(case: Case, action: str) -> dict[str, Any]:
    """What the action's form would send."""
    stage = stage_of(case)
    paper = {"document_number": f"样例〔2026〕{case.pk}号", "decided_on": today()}
    if action == "record":
        return paper | ({"outcome": "approved"} if stage.record and stage.record.decides else {})
    if action == "forward":
        return {"heads": findings(case)}
    if action in ("approve", "refuse") and not stage.document_of:
        return paper | {"name": f"{procedure_of(case).name_prefix}样例园"}
    return {}


def sitting_on(seat: PanelSeat) -> Actor:
    actor = make.actor_of(seat.expert, f"m{seat.expert.memberships.get().pk}")
    assert actor is not None
    return actor


def soon() -> date:
    return timezone.localdate() + timedelta(days=9)


def make_walk(law: Edition, procedure: Procedure) -> Walk:
    """The offices of the law and a draft before them, of a park or of one to come."""
    place = PLACES.get(law.area_code, law.area_code)
    bureau, park = make.make_bureau(law.area_code), make.make_park(area=place)
    office = bureau if place == law.area_code else make.make_district_office(place)
    owner = {"operator": park.operator, "district": office, "bureau": bureau}
    walk = Walk(law, procedure)
    begins = walk.person(procedure.first.hand.role, owner[procedure.applicant.organisation])
    with transaction.atomic():
        walk.case = acts.open_draft(
            begins,
            kind="trial",
            edition=law.key,
            procedure=procedure.key,
            title="样例筹建园" if not procedure.has_park else park.name,
            area=park.area,
            park=park if procedure.has_park else None,
        )
    return walk
