"""Jinzhong's applications of the demonstration, one at each stage of the procedure."""

from collections.abc import Callable
from datetime import timedelta

from applications.samples.clock import Story, days_ago, play
from applications.samples.parks import JINZHONG, Sample
from applications.samples.walk import Walk
from casework.models import Case

OFFICES = {
    "140702": "yuci",
    "140703": "taigu",
    "140724": "xiyang",
    "140727": "qixian",
    "140728": "pingyao",
    "140729": "lingshi",
    "140781": "jiexiu",
    "1407Z1": "jzkfq",
}
DEFECTS = [
    {"section": "materials", "field": "study_and_plan", "text": "规划报告缺“发展措施”一章。"},
    {"section": "form", "field": "ownership", "text": "产权归属请写明权利人。"},
]

Part = Callable[[Walk], Story]


def prepare(walk: Walk) -> Story:
    yield from walk.wait(0)
    walk.begin()


def hand_in(walk: Walk) -> Story:
    yield from prepare(walk)
    yield from walk.wait(1)
    walk.fill()
    yield from walk.wait(0, 15)
    walk.do("operator", "submit")


def first_review(walk: Walk) -> Story:
    yield from hand_in(walk)
    yield from walk.wait(1)
    walk.do("officer", "accept")
    yield from walk.wait(1)
    walk.do("officer", "forward", "初审符合条件，拟同意上报。（样例）")


def signed(walk: Walk) -> Story:
    yield from first_review(walk)
    yield from walk.wait(1)
    walk.do("head", "forward", "同意推荐上报。（样例）")


def returned(walk: Walk) -> Story:
    yield from signed(walk)
    yield from walk.wait(1)
    answer_by = (walk.day + timedelta(days=20)).isoformat()
    walk.do("reviewer", "return_for_supplement", defects=DEFECTS, answer_by=answer_by)


def consulting(walk: Walk) -> Story:
    yield from signed(walk)
    yield from walk.wait(1)
    walk.do("reviewer", "accept")
    walk.consult("晋中市财政局（样例）")


def verified(walk: Walk) -> Story:
    yield from signed(walk)
    yield from walk.wait(1)
    walk.do("reviewer", "accept")
    walk.verify()
    yield from walk.wait(1)
    walk.confirm()


def to_experts(walk: Walk) -> Story:
    yield from verified(walk)
    yield from walk.wait(1)
    walk.do("reviewer", "forward", "材料齐全，指标核实无误。（样例）")


def sitting(walk: Walk) -> Story:
    yield from to_experts(walk)
    yield from walk.wait(1)
    walk.convene()
    yield from walk.wait(1)
    walk.hear(1)


def heard(walk: Walk) -> Story:
    yield from to_experts(walk)
    yield from walk.wait(1)
    walk.convene()
    yield from walk.wait(2)
    walk.hear()
    yield from walk.wait(1)
    walk.do("reviewer", "forward", "专家一致建议认定。（样例）")


def noticed(walk: Walk) -> Story:
    yield from heard(walk)
    yield from walk.wait(1, 9)
    walk.publish()
    yield from walk.wait(1, 11)
    walk.object()


def after_notice(walk: Walk) -> Story:
    yield from heard(walk)
    yield from walk.wait(1, 9)
    ends_on = walk.publish()
    yield from walk.wait((ends_on - walk.day).days + 1)
    walk.do("reviewer", "forward", "公示期满，无异议。（样例）")


def approved(walk: Walk) -> Story:
    yield from after_notice(walk)
    yield from walk.wait(1)
    walk.basis("director")
    walk.do(
        "director",
        "approve",
        "同意认定。（样例）",
        document_number=f"市人社样〔{walk.day.year}〕1号",
        decided_on=walk.day.isoformat(),
        name=f"晋中{walk.sample.name}",
    )


def refusal_proposed(walk: Walk) -> Story:
    yield from signed(walk)
    yield from walk.wait(1)
    walk.do("reviewer", "accept")
    yield from walk.wait(1)
    walk.do("reviewer", "propose_refusal", "建筑面积与机构数量均不足。（样例）")


def refused(walk: Walk) -> Story:
    yield from refusal_proposed(walk)
    yield from walk.wait(1)
    walk.do(
        "director",
        "refuse",
        "建筑面积与机构数量均未达到规定，不予认定；可在条件具备后重新申报。（样例）",
        document_number=f"市人社样〔{walk.day.year}〕2号",
        decided_on=walk.day.isoformat(),
    )


#: The park's key -> the story, and how many days ago it began.
PLOTS: dict[str, tuple[Part, int]] = {
    "draft": (prepare, 2),
    "county": (hand_in, 6),
    "signing": (first_review, 9),
    "returned": (returned, 12),
    "bureau": (consulting, 11),
    "experts": (sitting, 17),
    "convening": (to_experts, 15),
    "noticed": (noticed, 21),
    "deciding": (after_notice, 34),
    "refusing": (refusal_proposed, 14),
    "approved": (approved, 48),
    "refused": (refused, 30),
}


def load_cases() -> None:
    """Walk every story once; a second run finds the cases and does nothing."""
    if Case.objects.filter(park__is_sample=True).exists():
        return
    play([_story(sample) for sample in JINZHONG])


def _story(sample: Sample) -> Story:
    part, days = PLOTS[sample.key]
    walk = Walk(sample, OFFICES[sample.area], days_ago(days))
    return part(walk)
