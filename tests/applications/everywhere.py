"""Every procedure of every edition, with the offices and the park that it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

import rules
from accounts.models import Organisation
from accounts.roles import Role
from applications import acts, queries
from applications.acts.sections import Declared
from applications.models import Application
from applications.queries.content import Content
from casework import acts as casework
from casework.models import Case, Decision, DecisionCase, Step
from parks.models import Park
from records.actor import Actor
from rules.applicants import Follows, Recognised
from rules.edition import Edition
from rules.facts import CATALOGUE, Fact
from rules.fields import FormField
from rules.procedure import Hand, Procedure
from tests import factories as make
from tests.applications.trial import pdf

#: The district of each law's area in which the parks of these tests lie.
DISTRICTS = {
    "140700": "140702",
    "500000": "500101",
    "530000": "530100",
    "310000": "310118",
    "990100": "990101",
}
PROCEDURES = [(law, one) for law in rules.editions() for one in law.procedures.values()]
PLAN = "样例筹建园"

with_key: dict[str, Any] = {"ids": lambda each: each.key}
every_procedure = pytest.mark.parametrize(("law", "procedure"), PROCEDURES, **with_key)


@dataclass
class Setting:
    """One procedure's world. `people` are those of its offices by what they are."""

    law: Edition
    procedure: Procedure
    bureau: Organisation
    office: Organisation
    park: Park
    people: Mapping[str, Actor]
    case: Case = field(init=False)

    @property
    def applicant(self) -> Actor:
        """Whose hand begins the procedure."""
        whose = {"operator": "operator", "district": "officer", "bureau": "reviewer"}
        return self.people[whose[self.procedure.applicant.organisation]]

    def begin(self, actor: Actor | None = None, **more: Any) -> "Setting":
        park = self.park if self.procedure.has_park else None
        name = {} if park else {"name": PLAN}
        self.case = acts.begin(
            actor or self.applicant, park, self.law.key, self.procedure.key, **(name | more)
        )
        return self

    def content(self) -> Content:
        self.case.refresh_from_db()
        return queries.content_for(self.applicant, self.case.pk)

    def fill(self) -> "Setting":
        """Answer every cell, declare every figure, hand in every material."""
        self.answer()
        self.declare()
        for item in self.content().material_items:
            row = item.rows[0]
            for number in range(row.material.least if row.material.required else 0):
                if not row.material.generated:
                    file = pdf(f"{row.material.key} {number}")
                    acts.add_material(self.case.pk, self.applicant, row.material.key, file)
        if self.content().is_expired:
            self.basis(self.applicant)
        return self

    def answer(self) -> None:
        content = self.content()
        if content.form is None:
            return
        wanted = [f for f in content.form.fields if f.kind != "opinion"]
        empty = [f for f in wanted if content.answers.get(f.key) in (None, "", [])]
        sign = queries.seen(content.application, "form")
        acts.save_form(self.case.pk, self.applicant, {f.key: answer(f) for f in empty}, seen=sign)

    def declare(self, **more: Declared) -> None:
        content = self.content()
        told = {key: Declared(figure(CATALOGUE[key])) for key in content.law.fact_keys()}
        sign = queries.seen(content.application, "facts")
        acts.declare_facts(self.case.pk, self.applicant, told | more, seen=sign)

    def basis(self, actor: Actor) -> None:
        self.case.refresh_from_db()
        casework.record_basis(
            self.case.pk, actor, self.case.version, document="样例会议纪要", reason="样例理由"
        )

    def do(self, action: str, actor: Actor, **more: Any) -> Step:
        self.case.refresh_from_db()
        more.setdefault("opinion", "样例意见")
        step = casework.perform(self.case.pk, action, actor, self.case.version, **more)
        self.case.refresh_from_db()
        return step

    def submit(self) -> "Setting":
        self.fill().do("submit", self.applicant)
        return self

    def put(self, stage: str) -> "Setting":
        """Set the case at a stage whatever led there: who may act is all that is asked then."""
        draft = stage == self.procedure.first.key
        Case.objects.filter(pk=self.case.pk).update(
            stage=stage,
            status=Case.Status.DRAFT if draft else Case.Status.OPEN,
            submitted_at=None if draft else timezone.now(),
        )
        self.case.refresh_from_db()
        return self

    def holds(self, name: str, hand: Hand) -> bool:
        """Whether that person is the hand: the role, in the seat's organisation."""
        person = self.people[name]
        seat = getattr(self.case, f"{hand.seat}_id")
        return (person.role, person.organisation_id) == (hand.role, seat)


def make_setting(law: Edition, procedure: Procedure) -> Setting:
    """The offices, a park and everything that the procedure requires to stand before it."""
    district = DISTRICTS.get(law.area_code, law.area_code)
    bureau, office = make.make_bureau(law.area_code), make.make_district_office(district)
    park = make.make_park(area=district)
    make.make_site(park, is_core=True)
    make.make_licensed_tenancy(park)
    people = {
        "operator": make.make_actor(Role.OPERATOR, park.operator),
        "officer": make.make_actor(Role.OFFICER, office),
        "head": make.make_actor(Role.DIRECTOR, office),
        "reviewer": make.make_actor(Role.REVIEWER, bureau),
        "director": make.make_actor(Role.DIRECTOR, bureau),
        "administrator": make.make_actor(Role.ADMINISTRATOR, bureau),
        "auditor": make.make_actor(Role.AUDITOR, bureau),
    }
    setting = Setting(law, procedure, bureau, office, park, people)
    for requirement in procedure.requires:
        if isinstance(requirement, Recognised):
            make.make_recognition(park, level=requirement.level, edition=law.key)
        if isinstance(requirement, Follows):
            approved_case(setting, requirement.procedure)
    return setting


def begun(law: Edition, procedure: Procedure) -> Setting:
    return make_setting(law, procedure).begin()


def approved_case(setting: Setting, procedure: str, day: date | None = None) -> Case:
    """An approved case of another procedure of the same offices, decided today or on `day`."""
    other = Setting(
        setting.law,
        setting.law.procedures[procedure],
        setting.bureau,
        setting.office,
        setting.park,
        setting.people,
    ).begin()
    other.answer()
    Case.objects.filter(pk=other.case.pk).update(
        status=Case.Status.APPROVED, submitted_at=timezone.now(), stage="decision"
    )
    decision = Decision.objects.create(
        bureau=setting.bureau,
        document_number=f"样例〔2026〕{other.case.pk}号",
        outcome=Decision.Outcome.APPROVED,
        decided_on=day or timezone.localdate(),
        decided_by=make.user_of(setting.people["director"]),
    )
    code = f"SAMPLE{other.case.pk:06d}"
    DecisionCase.objects.create(decision=decision, case=other.case, name=PLAN, code=code)
    other.case.refresh_from_db()
    return other.case


def application_of(case: Case) -> Application:
    return Application.objects.get(case=case)


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(make.user_of(actor))
    return client


def answer(cell: FormField) -> Any:
    """Something that the cell takes; an activity still lies ahead."""
    if cell.key in ("event_on", "event_until"):
        return (timezone.localdate() + timedelta(days=60)).isoformat()
    if cell.options:
        first = cell.options[0].key
        return [first] if cell.kind == "choices" else first
    return {"date": "2026-11-20", "money": "1200", "area": "3000", "count": 12}.get(
        cell.kind, "样例"
    )


def figure(fact: Fact) -> Any:
    """A large figure of the fact's kind; nothing for what only relaxes."""
    if fact.relaxes:
        return None
    kinds = {"count": 500, "flag": True, "money_list": ["9000000"] * 12}
    return kinds.get(fact.kind, "900000000")
