"""The cases of the demonstration: each procedure is walked by its own stages, as its data say.

The stories of returns and duties are told beside them.
"""

from collections.abc import Generator
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.utils import timezone

from applications.samples import returns
from applications.samples.clock import Story, office_hour, play
from applications.samples.filings import entries
from applications.samples.names import found
from applications.samples.needs import BEGUN, NEEDS, WORDS
from applications.samples.plots import APPROVED, PLOTS, REFUSED, REFUSING, RETURNED, Plot
from applications.samples.walk import Cast, Moments, Walk, arrival, beginning
from casework.models import Case
from records.acts import sweep
from rules.procedure import Move, Stage

#: The moves that lead a case on, whatever it is.
ONWARD: Final = ("submit", "forward", "record", "approve", "acknowledge")
#: What the hand of a stage writes as it moves the case on.
OPINIONS: Final = {
    "draft": "经研究，拟同意并报请决定。（样例）",
    "county_review": "初审符合条件，拟同意上报。（样例）",
    "consent": "同意使用，请市局审定。（样例）",
    "county_sign": "同意推荐上报。（样例）",
    "bureau_review": "材料齐全，指标核实无误。（样例）",
    "expert_review": "专家一致建议认定。（样例）",
    "proposal_list": "列入认定建议名单。（样例）",
    "notice": "公示期满，无异议。（样例）",
}
AGREED: Final = "同意。（样例）"
REFUSAL_PROPOSED: Final = "建筑面积与机构数量均不足。（样例）"
REFUSAL: Final = "未达到规定条件，不予同意；可在条件具备后重新申报。（样例）"
#: How each bureau's document numbers begin.
SERIES: Final = {
    "jz": "市人社样",
    "sh": "沪人社样",
    "qp": "青人社样",
    "cq": "渝人社样",
    "yn": "云人社样",
}
#: Under what an authority above the bureau numbers its decision.
ABOVE: Final = "人社样函"
#: The daily sweep ran on these days, so many days ago: often enough for every warning.
SWEEPS: Final = range(161, 0, -7)


def load_cases() -> None:
    """Walk every story once; a second run finds the cases and does nothing."""
    if Case.objects.filter(applicant__is_sample=True).exists():
        return
    cast, today = Cast(), timezone.localdate()
    cases = [story(plot, cast, today) for plot in PLOTS]
    told = (rounds(today), entries(cast, today), found(cast, today))
    play([*cases, *returns.stories(cast, today), *told])


def rounds(today: date) -> Story:
    """What time brings about, as the daily sweep finds it."""
    for count in SWEEPS:
        day = today - timedelta(days=count)
        yield office_hour(day, 6)
        sweep(day)


def story(plot: Plot, cast: Cast, today: date) -> Generator[datetime, None, Case]:
    """Walk the case from its draft to where the plot ends, after the case that it follows."""
    before = (yield from story(plot.after, cast, today)) if plot.after else None
    arrives = arrival(plot, today)
    walk = Walk(plot, cast, beginning(plot, arrives))
    yield from walk.wait(0)
    walk.begin(before)
    yield from _towards(walk, plot.ends, arrives)
    if plot.halfway:
        yield from _half(walk)
    return walk.case


def _towards(walk: Walk, ends: str, arrives: date) -> Moments:
    """Move the case on, to the end or the stage of that name."""
    if ends == RETURNED:
        yield from _until(walk, _last_with(walk, "return_for_supplement"))
        yield from _return(walk, arrives)
    elif ends in (REFUSING, REFUSED):
        yield from _until(walk, _last_with(walk, "propose_refusal", before_experts=True))
        yield from _refuse(walk, arrives, decided=ends == REFUSED)
    else:
        yield from _until(walk, "" if ends == APPROVED else ends, arrives)


def _last_with(walk: Walk, action: str, before_experts: bool = False) -> str:
    """The last stage that has the move; of those before the experts where they need not speak."""
    stages = list(walk.procedure.stages)
    if before_experts:
        heard = next((i for i, stage in enumerate(stages) if stage.panel), len(stages))
        stages = stages[:heard]
    return [stage.key for stage in stages if stage.move(action)][-1]


def _until(walk: Walk, stage: str, arrives: date | None = None) -> Moments:
    """To that stage, or to the end where it is ""; the last move is not made before `arrives`."""
    while not walk.case.is_final and walk.case.stage != stage:
        move = onward(walk.stage)
        yield from walk.accept()
        for guard in move.guards:
            if guard in NEEDS:
                yield from NEEDS[guard](walk)
        is_last = move.final is not None or move.to == stage
        yield from walk.wait(until=arrives if is_last else None)
        opinion = OPINIONS.get(walk.stage.key, AGREED)
        walk.do(move.action, opinion, **_data(walk, move))


def onward(stage: Stage) -> Move:
    """The move that leads on from a stage."""
    return next(move for move in stage.moves if move.action in ONWARD)


def _data(walk: Walk, move: Move) -> dict[str, Any]:
    """What the move's own form asks for."""
    data: dict[str, Any] = {}
    if {"document_numbered", "record_complete"} & set(move.guards):
        data |= _document(walk)
    if walk.stage.record and walk.stage.record.decides:
        data["outcome"] = APPROVED
    if "heads_answered" in move.guards:
        data["heads"] = {head.key: WORDS for head in walk.stage.heads}
    if "name_prefixed" in move.guards:
        data["name"] = f"{walk.procedure.name_prefix}{walk.sample.name}"
    return data


def _document(walk: Walk) -> dict[str, str]:
    record = walk.stage.record
    series = ABOVE if record and record.decides else SERIES[walk.bureau]
    number = f"{series}〔{walk.day.year}〕{walk.case.pk}号"
    return {"document_number": number, "decided_on": walk.day.isoformat()}


def _return(walk: Walk, arrives: date) -> Moments:
    yield from walk.accept()
    yield from walk.wait(until=arrives)
    lacking = next(each for each in walk.procedure.materials if not each.generated)
    defects = [
        {"section": "materials", "field": lacking.key, "text": f"“{lacking.zh}”缺盖章页。（样例）"},
        {"section": "form", "field": "contact", "text": "请写明联系人的职务。（样例）"},
    ]
    walk.do("return_for_supplement", defects=defects, answer_by=walk.in_days(20).isoformat())


def _refuse(walk: Walk, arrives: date, *, decided: bool) -> Moments:
    yield from walk.accept()
    yield from walk.wait(until=None if decided else arrives)
    walk.do("propose_refusal", REFUSAL_PROPOSED)
    if decided:
        yield from walk.wait(until=arrives)
        walk.do("refuse", REFUSAL, **_document(walk))


def _half(walk: Walk) -> Moments:
    """Begin what the stage asks for."""
    yield from walk.accept()
    for guard in onward(walk.stage).guards:
        if guard in BEGUN:
            yield from BEGUN[guard](walk)
