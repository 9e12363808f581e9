"""Entries into a branch of the national park: filed, returned, still to be filed, overdue.

Beside them what else an office keeps of tenants: a lease, an order to rectify, a record that bars.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from applications.samples.catalogue import BY_KEY
from applications.samples.clock import Story, office_hour
from applications.samples.walk import Cast
from casework import acts as casework
from parks.models import Park
from records import credit_code
from tenants import acts
from tenants.models import Agency, Event, Filing, Licence, Order, Tenancy
from tenants.queries import owed

#: The sample park whose entries are filed, and its people.
PARK: Final = "sh-one"
OPERATOR, OFFICER, REVIEWER = "sh-one-operator", "jingan-officer", "sh-reviewer"
#: Name of the agency that enters, and how many days ago it did.
ENTRIES: Final = (("浦样", 40), ("江样", 30), ("申样", 26), ("松样", 12), ("沪样", 6))
#: Which of them are filed, and what becomes of it; the others are not filed yet.
ACKNOWLEDGED, RETURNED, WAITING = 0, 1, 3
#: Which of the tenants is ordered to rectify.
ORDERED: Final = 0
DEFECT: Final = {"section": "tenant", "text": "许可证复印件不清晰，请重新核对证号。（样例）"}


def entries(cast: Cast, today: date) -> Story:
    """The stays from before were filed on paper; then five enter, each to another end."""
    park = Park.objects.get(name=BY_KEY[PARK].name)
    before = today - timedelta(days=60)
    yield office_hour(before)
    officer = cast(OFFICER)
    acts.note_earlier(officer, owed(officer, today), "系统启用前已纸质备案（样例）", before)
    for number, (name, ago) in enumerate(ENTRIES):
        day = today - timedelta(days=ago)
        yield office_hour(day, 15)
        stay = _enter(cast, park, name, number, day)
        if number in (ACKNOWLEDGED, RETURNED, WAITING):
            yield office_hour(day + timedelta(days=2), 11)
            filing = acts.file_event(officer, stay, Event.ENTRY)
        if number in (ACKNOWLEDGED, RETURNED):
            yield office_hour(day + timedelta(days=4), 11)
            _answer(cast, filing, number, today + timedelta(days=5))
        if number == ORDERED:
            yield office_hour(day + timedelta(days=9), 10)
            _keep(cast, stay, day, today)


def _answer(cast: Cast, filing: Filing, number: int, by: date) -> None:
    """The bureau acknowledges, or returns with its defect."""
    reviewer, case = cast(REVIEWER), filing.case
    casework.mark_opened(case, reviewer)
    case.refresh_from_db()
    action, data = "acknowledge", dict[str, object]()
    if number == RETURNED:
        action, data = "return_for_supplement", {"defects": [DEFECT], "answer_by": by.isoformat()}
    casework.perform(case.pk, action, reviewer, case.version, data=data)


def _keep(cast: Cast, stay: Tenancy, day: date, today: date) -> None:
    """The tenant's lease, an order that it stands under, and a record against another agency."""
    lease = {
        "number": "样例租字〔2026〕1号",
        "starts_on": day,
        "ends_on": day + timedelta(days=1095),
        "floor_area": Decimal(180),
        "annual_rent": Decimal(156_000),
    }
    acts.save_lease(cast(OPERATOR), stay, lease, None)
    order = {
        "kind": Order.Kind.RECTIFY,
        "cause": "irregular",
        "finding": "未在经营场所公示许可证和收费标准。（样例）",
        "document": "静人社样责改〔2026〕1号",
        "due_on": today + timedelta(days=4),
    }
    acts.issue_order(cast(OFFICER), stay, order)
    barred = {
        "credit_code": credit_code.complete("91310106", "MA9H0099"),
        "name": "失样劳务服务有限公司（样例）",
        "kind": Agency.Kind.AGENCY,
    }
    Agency.objects.create(is_sample=True, **barred)
    against = {
        "key": "dishonesty",
        "document": "样例信用〔2026〕7号",
        "since": day - timedelta(days=30),
    }
    acts.record_adverse(cast(OFFICER), barred, against)


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
