"""What the moves of all procedures ask for, each prepared by the acts that the guards look at."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from accounts.models import Organisation
from applications import acts as applications
from applications.acts.sections import Declared
from applications.queries.facts import FactRow
from applications.queries.seen import seen
from applications.samples.papers import paper
from applications.samples.people import ASKED_BY
from applications.samples.walk import Moments, Walk
from casework import acts
from casework.rounds import panel_of_round
from rules.fields import FormField
from rules.verdict import Outcome

BASIS: Final = {
    "document": "样例〔2026〕第4次局长办公会议纪要",
    "reason": "新办法出台前，暂按原办法受理。（样例）",
}
#: Figures that no register knows, in the JSON shapes of `rules.facts`.
FIGURES: Final[Mapping[str, Any]] = {
    "operating_agencies": 46,
    "annual_revenue": "2260000000",
    "floor_area": "45000",
    "public_service_area": "1600",
    "first_year_revenue": "580000000",
    "placements": 236_000,
    "scarce_talent_moves": 2_600,
}
#: What relaxes a condition, by the area that it holds for.
RELAXING: Final[Mapping[str, Mapping[str, Any]]] = {"500101": {"region": "northeast"}}
#: Answers to what no archive knows, by the key of the cell.
ANSWERS: Final[Mapping[str, Any]] = {
    "applicant_of_record": "样例人民政府",
    "park_address": "样例大道88号",
    "planner": "样例规划研究院",
    "industry": "辖区现代服务业聚集，人力资源服务需求旺盛。（样例）",
    "contact": "样例·联络员",
    "phone": "021-00000000",
    "site_name": "科创样例园区",
    "site_address": "样例科创路6号",
    "site_floor_area": "12500",
    "site_public_service_area": "1300",
    "reason": "现有场地已满，服务需求增长。（样例）",
    "activity": "人力资源服务创新论坛（样例）",
    "organiser": "样例人力资源服务行业协会",
    "place": "样例会展中心",
    "content": "以园区名称发布论坛信息，布置会场标识。（样例）",
    "media": "主办单位网站和公众号",
}
#: What others than a government ask, by procedure.
ANSWERS_OF: Final[Mapping[str, Mapping[str, Any]]] = {
    "name_authorisation": {"applicant_of_record": "样例会展服务有限公司"},
}
#: An activity begins so many days after its form was filled in.
AHEAD: Final = 75
ACTIVITY_DAYS: Final = ("event_on", "event_until")
RELAXED: Final = "relaxation"
WORDS: Final = "符合要求。（样例）"
#: What the seed of every draw begins with: the demonstration's experts are the same each time.
LOT: Final = "sample-"


def fill_form(walk: Walk) -> None:
    """Answer what the archive left open."""
    content = walk.content()
    if content.form is None:
        return
    empty = [f for f in content.form.fields if content.answers.get(f.key) in (None, "", [])]
    answers = {f.key: _answer(walk, f) for f in empty if f.kind != "opinion"}
    applications.save_form(walk.case.pk, walk.turn, answers, seen=seen(content.application, "form"))


def _answer(walk: Walk, cell: FormField) -> Any:
    if cell.options:
        first = cell.options[0].key
        return [first] if cell.kind == "choices" else first
    if cell.kind == "date":
        ahead = AHEAD if cell.key in ACTIVITY_DAYS else 0
        return (walk.day + timedelta(days=ahead)).isoformat()
    return ANSWERS_OF.get(walk.procedure.key, {}).get(cell.key) or ANSWERS[cell.key]


def declare(walk: Walk) -> Moments:
    """Give the figures that no register knows, as commitments where the law takes them so."""
    content = walk.content()
    told = {row.fact.key: _told(walk, row) for row in content.facts}
    given = {key: value for key, value in told.items() if value}
    applications.declare_facts(
        walk.case.pk, walk.turn, given, seen=seen(content.application, "facts")
    )
    yield from ()


def _told(walk: Walk, row: FactRow) -> Declared | None:
    key = row.fact.key
    if row.fact.relaxes:
        value = RELAXING.get(walk.sample.area, {}).get(key)
        return None if value is None else Declared(value)
    if row.recorded is None:
        return Declared(FIGURES[key], committed=walk.procedure.may_commit(key))
    if key == "floor_area":
        return Declared(row.recorded, "与不动产权证一致（样例）")
    return None


def hand_in(walk: Walk) -> Moments:
    """Fill in the form, which counts as a paper, and hand in the others."""
    fill_form(walk)
    for item in walk.content().material_items:
        material = item.rows[0].material
        wanted = material.least if material.required and not material.generated else 0
        for number in range(1, wanted + 1):
            name = f"{material.zh}{number if material.least > 1 else ''}（样例）"
            file = paper(name, f"{walk.case.pk} {material.key} {number}")
            applications.add_material(walk.case.pk, walk.turn, material.key, file)
    yield from ()


def go_on(walk: Walk) -> Moments:
    """Record on which basis one goes on under an edition that has ended."""
    if walk.law.force_on(walk.day) == "expired":
        acts.record_basis(walk.case.pk, walk.turn, walk.version, **BASIS)
    yield from ()


def verify(walk: Walk) -> Moments:
    """The reviewer takes over each figure."""
    given = {row.fact.key: row.given for row in walk.content().facts if row.given is not None}
    applications.verify_facts(walk.case.pk, walk.turn, walk.version, given)
    yield from ()


def answer(walk: Walk) -> Moments:
    """The reviewer judges what is vague and excepts what may be; a second one confirms."""
    verdict = walk.content().verdict
    for leaf in verdict.to_judge:
        applications.judge(
            walk.case.pk,
            walk.turn,
            walk.version,
            leaf,
            met=True,
            reason="现场核查，资料齐全。（样例）",
            document="样例核查记录",
        )
    for step in verdict.tree.leaves():
        if step.outcome is Outcome.NOT_MET and step.waivable:
            _waive(walk, step.clause, str(step.have), [each.kind for each in step.grounds])
    content = walk.content()
    if content.judgements or content.waivers:
        yield from walk.wait()
    for kind, answers in (("judgement", content.judgements), ("waiver", content.waivers)):
        for each in answers:
            second = walk.cast(f"{walk.bureau}-reviewer2")
            applications.confirm_answer(walk.case.pk, second, walk.version, kind, each.pk)


def _waive(walk: Walk, leaf: str, have: str, grounds: list[str]) -> None:
    applications.waive(
        walk.case.pk,
        walk.turn,
        walk.version,
        leaf,
        reason="情形符合放宽规定，经会议研究。（样例）",
        document="样例局务会议纪要",
        value=have if RELAXED in grounds else "",
    )


def convene(walk: Walk) -> Moments:
    yield from walk.wait()
    acts.convene_panel(
        walk.case.pk,
        walk.turn,
        walk.version,
        size=3,
        due_on=walk.in_days(10),
        seed=f"{LOT}{walk.case.number}",
    )


def hear(walk: Walk, count: int | None = None) -> Moments:
    """The drawn experts give their opinions, the first `count` of them or all."""
    yield from walk.wait()
    panel, stage = panel_of_round(walk.case), walk.stage
    assert panel is not None
    for seat in list(panel.seats.order_by("pk").select_related("expert"))[:count]:
        acts.give_opinion(
            seat.pk,
            walk.cast(seat.expert.username),
            vote="for",
            opinion="规划可行，规模与设施符合要求，建议认定。（样例）",
            heads={head.key: WORDS for head in stage.heads},
            visited_on=walk.day if stage.on_site else None,
        )


def experts(walk: Walk) -> Moments:
    yield from convene(walk)
    yield from hear(walk)


def ask(walk: Walk) -> Moments:
    """Ask the finance office for its opinion, to be given within a fortnight."""
    asked = ASKED_BY.get(walk.law.area_code)
    if asked:
        acts.consult(
            walk.case.pk,
            walk.turn,
            walk.version,
            organisations=[Organisation.objects.get(area_id=asked.area, name=asked.name)],
            question="请就园区扶持资金的落实情况提出意见。（样例）",
            due_on=walk.in_days(14),
        )
    yield from ()


def consult(walk: Walk) -> Moments:
    """Ask, and be answered."""
    yield from ask(walk)
    yield from walk.wait()
    for each in walk.case.consultations.filter(answered_at__isnull=True):
        acts.answer_consultation(
            each.pk,
            walk.cast(ASKED_BY[walk.law.area_code].key),
            answer="agree",
            text="扶持资金已列入预算，无不同意见。（样例）",
        )


def publish(walk: Walk) -> Moments:
    yield from walk.wait(hour=9)
    title = f"关于拟认定{walk.sample.name}的公示（样例）"
    acts.publish_notice(walk.turn, {walk.case.pk: walk.version}, title=title)


def stand(walk: Walk) -> Moments:
    """Publish the notice and wait for its end; at later stages it has ended."""
    if walk.stage.notice:
        yield from publish(walk)
        ends_on = walk.case.notice_entries.latest("pk").notice.ends_on
        yield from walk.wait(0, until=ends_on)


def raise_objection(walk: Walk) -> Moments:
    """Somebody from the public objects to the case's notice."""
    yield from publish(walk)
    yield from walk.wait(hour=11)
    acts.object_to(
        walk.case.notice_entries.latest("pk").pk,
        name="样例·群众",
        phone="13800000000",
        text="公示的建筑面积与现场不符，请核实。（样例）",
        proof="现场照片和租约复印件。（样例）",
    )


def sit(walk: Walk) -> Moments:
    """The panel sits, and one expert has spoken."""
    yield from convene(walk)
    yield from hear(walk, 1)


#: By the guards' names: what must be done for them to let the case pass, in no other order.
NEEDS: Final[Mapping[str, Callable[[Walk], Iterator[datetime]]]] = {
    "facts_complete": declare,
    "materials_complete": hand_in,
    "basis_recorded": go_on,
    "facts_verified": verify,
    "judgements_made": answer,
    "panel_complete": experts,
    "consultations_asked": consult,
    "notice_ended": stand,
}
#: The same, only begun.
BEGUN: Final[Mapping[str, Callable[[Walk], Iterator[datetime]]]] = {
    "judgements_made": ask,
    "panel_complete": sit,
    "consultations_asked": ask,
    "notice_ended": raise_objection,
}
