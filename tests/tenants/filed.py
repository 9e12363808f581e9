"""A recognised branch in Qingpu, its offices and people, for the tests of filings."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.roles import Role
from casework import acts as casework
from casework.models import Case, Step
from parks.models import Park
from records.actor import Actor
from tenants.models import Event, Filing, Tenancy
from tests import factories as make


@dataclass
class Branch:
    """A branch of the national park: its operator, the district's officer, the bureau."""

    park: Park
    operator: Actor
    officer: Actor
    reviewer: Actor

    def stay(self, **values: Any) -> Tenancy:
        """A licensed HR agency in the park."""
        return make.make_licensed_tenancy(self.park, **values)

    def do(self, case: Case, action: str, **more: Any) -> Step:
        case.refresh_from_db()
        who = self.officer if case.stage == "draft" else self.reviewer
        return casework.perform(case.pk, action, more.pop("actor", who), case.version, **more)

    def acknowledge(self, filing: Filing) -> None:
        self.do(filing.case, "acknowledge")
        filing.case.refresh_from_db()

    def give_back(self, filing: Filing, answer_by: str | None) -> None:
        data: dict[str, Any] = {"defects": [{"section": "tenant", "text": "许可证号不全"}]}
        if answer_by:
            data["answer_by"] = answer_by
        self.do(filing.case, "return_for_supplement", data=data)
        filing.case.refresh_from_db()


def make_branch() -> Branch:
    """What Qingpu's branch needs to file an entry."""
    bureau = make.make_bureau("310000")
    office = make.make_district_office("310118")
    park = make.make_park(area="310118")
    make.make_recognition(park, level="national", edition="shanghai-2022")
    return Branch(
        park,
        make.make_actor(Role.OPERATOR, park.operator),
        make.make_actor(Role.OFFICER, office),
        make.make_actor(Role.REVIEWER, bureau),
    )


ENTRY, EXIT = Event.ENTRY, Event.EXIT
SEPTEMBER_16 = date(2026, 9, 16)
