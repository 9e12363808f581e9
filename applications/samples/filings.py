"""Entries into a branch of the national park: filed, returned, still to be filed, overdue."""

from datetime import date, timedelta
from typing import Final

from applications.samples.catalogue import BY_KEY
from applications.samples.clock import Story, office_hour
from applications.samples.walk import Cast
from casework import acts as casework
from parks.models import Park
from records import credit_code
from tenants import acts
from tenants.models import Agency, Event, Filing, Licence, Tenancy
from tenants.queries import owed

#: The sample park whose entries are filed, and its people.
PARK: Final = "sh-one"
OPERATOR, OFFICER, REVIEWER = "sh-one-operator", "jingan-officer", "sh-reviewer"
#: Name of the agency that enters, and how many days ago it did.
ENTRIES: Final = (("浦样", 40), ("江样", 30), ("申样", 26), ("沪样", 6))
#: Which of them are filed, and what becomes of it; the others are not filed yet.
ACKNOWLEDGED, RETURNED = 0, 1
DEFECT: Final = {"section": "tenant", "text": "许可证复印件不清晰，请重新核对证号。（样例）"}


def entries(cast: Cast, today: date) -> Story:
    """The stays from before were filed on paper; then four enter, each to another end."""
    park = Park.objects.get(name=BY_KEY[PARK].name)
    yield office_hour(today - timedelta(days=60))
    officer = cast(OFFICER)
    acts.note_earlier(officer, owed(officer, today), "系统启用前已纸质备案（样例）")
    for number, (name, ago) in enumerate(ENTRIES):
        day = today - timedelta(days=ago)
        yield office_hour(day, 15)
        stay = _enter(cast, park, name, number, day)
        if number in (ACKNOWLEDGED, RETURNED):
            yield office_hour(day + timedelta(days=2), 11)
            filing = acts.file_event(officer, stay, Event.ENTRY)
            yield office_hour(day + timedelta(days=4), 11)
            _answer(cast, filing, number, today + timedelta(days=5))


def _answer(cast: Cast, filing: Filing, number: int, by: date) -> None:
    """The bureau acknowledges, or returns with its defect."""
    reviewer, case = cast(REVIEWER), filing.case
    casework.mark_opened(case, reviewer)
    case.refresh_from_db()
    action, data = "acknowledge", dict[str, object]()
    if number == RETURNED:
        action, data = "return_for_supplement", {"defects": [DEFECT], "answer_by": by.isoformat()}
    casework.perform(case.pk, action, reviewer, case.version, data=data)


def _enter(cast: Cast, park: Park, name: str, number: int, day: date) -> Tenancy:
    agency = Agency.objects.create(
        credit_code=credit_code.complete("91310106", f"MA9H{number:04d}"),
        name=f"{name}人力资源服务有限公司（样例）",
        is_sample=True,
    )
    Licence.objects.create(
        agency=agency,
        kind=Licence.Kind.PERMIT,
        number=f"样例沪{number:04d}",
        issued_on=day - timedelta(days=200),
        expires_on=day + timedelta(days=900),
    )
    values = {"credit_code": agency.credit_code, "name": agency.name, "kind": agency.kind}
    stay = {
        "prospective": False,
        "entered_on": day,
        "left_on": None,
        "site": park.sites.first(),
        "floor_area": None,
    }
    return acts.enter(cast(OPERATOR), park, values, stay)
