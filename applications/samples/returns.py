"""Monthly returns in every state, targets and standing duties, told by the clock of the cases."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from django.utils import timezone

from applications.samples.catalogue import BY_KEY
from applications.samples.clock import Story, office_hour, workdays_from
from applications.samples.papers import paper
from applications.samples.parks import NET_PERCENT, park_of
from applications.samples.people import OFFICE_AT
from applications.samples.walk import Cast
from records.actor import Actor
from returns import acts, queries
from returns.models import MonthlyReturn, Obligation, Target

State = MonthlyReturn.State
EDITION: Final = "chongqing-2021"
BUREAU: Final = "cq-reviewer"


@dataclass(frozen=True)
class Month:
    """A park's return and where it stands; `back` counts months from the last one due."""

    park: str
    back: int
    state: str


MONTHS: Final = (
    Month("cq-one", 3, State.KEPT),
    Month("cq-one", 2, State.KEPT),
    Month("cq-one", 1, State.BUREAU),
    Month("cq-one", 0, State.OFFICE),
    Month("cq-promised", 3, State.KEPT),
    Month("cq-promised", 2, State.KEPT),
    Month("cq-promised", 1, State.RETURNED),
    Month("cq-promised", 0, State.DRAFT),
)
#: What each park is to reach in the year, in the order in which the bureau sets it.
TARGETS: Final = (
    ("cq-one", Target.Figure.REVENUE, "3000000000"),
    ("cq-one", Target.Figure.PERSON_TIMES, "200000"),
    ("cq-one", Target.Figure.REVENUE_GROWTH, "8"),
    ("cq-promised", Target.Figure.REVENUE, "3600000000"),
    ("cq-promised", Target.Figure.TAX, "39000000"),
)
#: Park, edition, duty, who keeps it, what was there or done.
STANDING: Final = (
    ("cq-one", EDITION, "team", "cq-one-operator", "专职工作人员6名在岗。"),
    ("cq-one", EDITION, "operating_body", "cq-one-operator", "运营管理公司已设立。"),
    ("cq-one", EDITION, "district_rules", "yubei-officer", "区县管理运营办法印发。"),
    ("cq-one", EDITION, "alliance", BUREAU, "召开联盟成员大会。"),
    ("jz-one", "jinzhong-2022", "safety", "jz-one-operator", "开展消防安全演练。"),
    ("sh-one", "shanghai-2022", "growth_targets", "sh-one-operator", "制定年度营收增长指标。"),
    ("sh-one", "shanghai-2022", "platform", "jingan-officer", "园区信息化平台上线。"),
)
SAMPLE: Final = "（样例）"
#: How many days ago the targets were set; the records of standing duties came later.
SET: Final = 150


def stories(cast: Cast, today: date) -> list[Story]:
    """All of them, to be played beside the cases'."""
    told = [_month(each, cast, today) for each in MONTHS]
    return [_targets(cast, today), _standing(cast, today), *told]


def period_end(today: date, back: int) -> date:
    """The last day of a month whose return could be handed in a week ago."""
    end = (today - timedelta(days=8)).replace(day=1) - timedelta(days=1)
    for _each in range(back):
        end = end.replace(day=1) - timedelta(days=1)
    return end


def _month(month: Month, cast: Cast, today: date) -> Story:
    """From the park over the office to the bureau, as far as the return has come."""
    end, operator = period_end(today, month.back), cast(f"{month.park}-operator")
    office = OFFICE_AT[BY_KEY[month.park].area].key
    day = workdays_from(end + timedelta(days=7), 1)
    yield office_hour(day, 9)
    kept = _fill_in(operator, month, end)
    if month.state == State.DRAFT:
        return
    yield office_hour(day, 15)
    kept = acts.hand_in(operator, kept.pk, kept.version)
    for hand, verb in _way(office, month.state):
        day = workdays_from(day, 1)
        yield office_hour(day, 11)
        kept = verb(cast(hand), kept.pk, kept.version)


def _way(office: str, state: str) -> list[tuple[str, Any]]:
    """Who does what after the park, for the return to come to that state."""
    ways = {
        State.RETURNED: [(f"{office}-officer", _send_back)],
        State.BUREAU: [(f"{office}-officer", acts.send_on)],
        State.KEPT: [(f"{office}-officer", acts.send_on), (BUREAU, acts.take_in)],
    }
    return ways.get(State(state), [])


def _send_back(actor: Actor, pk: int, version: int) -> MonthlyReturn:
    return acts.send_back(actor, pk, version, f"税收与机构明细不一致，请核对。{SAMPLE}")


def _fill_in(operator: Actor, month: Month, end: date) -> MonthlyReturn:
    owed = Obligation.objects.get(
        park=park_of(month.park), edition=EDITION, duty="monthly-return", period_end=end
    )
    begun = acts.begin(operator, owed.pk)
    whole = _figures(BY_KEY[month.park].revenue, month.back)
    known = queries.tenants_in(owed)[:3]
    part = {name: whole[name] // 20 for name in ("gross_revenue", "net_revenue", "tax")}
    lines = {each.pk: part | {"persons": 30, "person_times": 40} for each in known}
    if month.state == State.DRAFT:
        whole |= {"tax": None, "complaints": None}
    return acts.save(operator, begun.pk, begun.version, whole, lines)


def _figures(revenue: int, back: int) -> dict[str, Any]:
    """A month's figures of a park with that yearly net revenue, a little more each month."""
    net = Decimal(revenue // 12 * (100 - 2 * back) // 100)
    return {
        "gross_revenue": net * 100 // NET_PERCENT,
        "net_revenue": net,
        "tax": net * 6 // 100,
        "employers": 420 - 6 * back,
        "persons": 15_200 - 300 * back,
        "person_times": 18_600 - 400 * back,
        "scarce_talent": 46 - back,
        "trainings": 3,
        "hazards": 1,
        "incidents": 0,
        "complaints": 0,
    }


def _targets(cast: Cast, today: date) -> Story:
    yield office_hour(workdays_from(today - timedelta(days=SET), 0))
    number = f"渝人社样〔{timezone.localdate().year}〕7号"
    for park, figure, value in TARGETS:
        acts.set_target(
            cast(BUREAU), park_of(park), today.year, figure, Decimal(value), number, version=0
        )


def _standing(cast: Cast, today: date) -> Story:
    for index, (park, edition, key, keeper, text) in enumerate(STANDING):
        day = workdays_from(today - timedelta(days=SET - 10 * index), 0)
        yield office_hour(day, 14)
        proof = paper(text.rstrip("。"), f"{edition} {key}")
        acts.record_standing(
            cast(keeper), park_of(park), edition, key, day, f"{text}{SAMPLE}", proof
        )
