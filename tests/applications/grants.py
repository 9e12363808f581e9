"""Cases that were approved, whatever their way there, and what their approval made."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

import rules
from accounts.models import Organisation
from accounts.roles import Role
from applications.acts.follow_ups import open_follow_ups
from applications.models import Application, DeclaredFact, FollowUp, Preparation
from applications.outcomes import OUTCOMES
from applications.queries.content import fresh_content
from casework.kinds import Attempt
from casework.models import Case, Decision, DecisionCase, Step
from parks.models import Park
from rules.procedure import Move
from tests import factories as make


@dataclass
class Offices:
    """The bureau and the office of one law's area, and their people."""

    bureau: Organisation
    office: Organisation

    def __post_init__(self) -> None:
        self.officer = make.make_actor(Role.OFFICER, self.office)
        self.reviewer = make.make_actor(Role.REVIEWER, self.bureau)
        self.director = make.make_actor(Role.DIRECTOR, self.bureau)

    def case(self, edition: str, procedure: str, park: Park | None = None, **more: Any) -> Case:
        """An application at its decision."""
        assert self.officer.user_id
        values: dict[str, Any] = {
            "status": Case.Status.OPEN,
            "stage": "decision",
            "submitted_at": timezone.now(),
        }
        case = Case.objects.create(
            kind=Application.KIND,
            title=f"样例事项：{procedure}",
            area=self.office.area,
            park=park,
            applicant=self.office,
            district=self.office,
            bureau=self.bureau,
            edition=edition,
            procedure=procedure,
            created_by_id=self.officer.user_id,
            **(values | more),
        )
        application = Application.objects.create(case=case, title_key="")
        keys = rules.law(edition, procedure).fact_keys()
        DeclaredFact.objects.bulk_create(DeclaredFact(application=application, key=k) for k in keys)
        return case

    @transaction.atomic
    def approve(self, case: Case, day: date, name: str = "样例产业园") -> Decision:
        """Let the decision of that day have its outcome, as the approving move does."""
        assert self.director.user_id
        decision = Decision.objects.create(
            bureau=self.bureau,
            document_number=f"样例函〔{day.year}〕{case.pk}号",
            outcome="approved",
            decided_on=day,
            decided_by_id=self.director.user_id,
        )
        DecisionCase.objects.create(decision=decision, case=case, name=name, code=f"C{case.pk}")
        case.status, case.closed_at = Case.Status.APPROVED, at(day)
        case.save()
        step = step_of(case, "approve", day, case.stage)
        content = fresh_content(case)
        attempt = Attempt(case, Move("approve", final="approved"), self.director)
        OUTCOMES[content.procedure.grants](attempt, step, content)
        return decision


def offices_in(area: str, local: str) -> Offices:
    """A new bureau of the law's area, and an office of a place in it."""
    return Offices(make.make_bureau(area), make.make_district_office(local))


def shanghai() -> Offices:
    return offices_in("310000", "310118")


def chongqing() -> Offices:
    return offices_in("500000", "500101")


def check_to_come(offices: Offices, park: Park, day: date) -> FollowUp:
    """A recognition of that day which rests on forty committed agencies."""
    case = offices.case("chongqing-2021", "recognition", park, status=Case.Status.APPROVED)
    fact = DeclaredFact.objects.get(application__case=case, key="operating_agencies")
    fact.declared, fact.basis = 40, DeclaredFact.FactBasis.COMMITTED
    fact.save()
    with transaction.atomic():
        open_follow_ups(offices.director, fresh_content(case), day)
    return FollowUp.objects.get(case=case)


def prepared(offices: Offices, day: date) -> Preparation:
    """A preparation approved on that day."""
    case = offices.case("shanghai-2022", "preparation")
    offices.approve(case, day)
    return Preparation.objects.get(case=case)


def filed(offices: Offices, preparation: Preparation, day: date, **more: Any) -> Case:
    """The formal application that follows, handed in on that day."""
    values: dict[str, Any] = {"stage": "bureau_review", "submitted_at": at(day)}
    case = offices.case("shanghai-2022", "formal", make.make_park(area=offices.office.area_id),
                        **(values | more))  # fmt: skip
    Application.objects.filter(case=case).update(follows=preparation.case)
    step_of(case, "submit", day, "draft")
    return case


def step_of(case: Case, action: str, day: date, left: str) -> Step:
    last = case.steps.count()
    return Step.objects.create(
        case=case, number=last + 1, action=action, from_stage=left, to_stage=case.stage,
        actor_name="样例", role="officer", at=at(day),
    )  # fmt: skip


def at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(15)))
