"""The main job in a browser, in Chinese: a Jinzhong park from its roster to the signed-off form.

Everything is done by clicking and typing, as each hand would; the waiting is spared by moving the
clock past the public notice, and the experts' signing in.
"""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from applications.samples.catalogue import Sample
from applications.samples.clock import at
from applications.samples.papers import paper
from applications.samples.parks import operator_of
from casework.models import Case, DecisionCase
from parks.models import Park
from tests.applications.test_form_layout import assert_labels_stand_in_order
from tests.factories import make_credit_code, make_park, make_site
from tests.tenants.books import book, good_row
from tests.walks.hands import (
    Opener,
    Walker,
    assert_printed,
    days_until_after,
    experts_speak,
    make_world,
    print_form,
    publish,
    the_public_finds,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.main_walk]

NAME = "榆次样例人力资源服务产业园"
CONFIRM = "作为第二人复核确认"


@pytest.fixture
def park(transactional_db: None) -> Park:
    """Yuci's offices and a park with one site: no tenants yet, nothing applied for."""
    secret = make_world()
    sample = Sample("walk", "140702", NAME, (3600,), 0, 0)
    values: dict[str, Any] = {
        "contact": "样例·园区经理",
        "phone": "0354-0000000",
        "ownership": "自有产权",
        "registered_on": "2023-05-06",
        "invested": "8150000",
        "land_area": "4800",
        "full_time_staff": 6,
        "part_time_staff": 2,
        "construction": "new",
        "services": ["policy_advice", "information"],
    }
    park = make_park(operator_of(sample, secret), name=NAME, **values)
    make_site(park, name="核心园区", is_core=True, floor_area="3600")
    return park


def test_a_park_applies_and_is_recognised(park: Park, new_page: Opener, tmp_path: Path) -> None:
    walker = Walker(new_page, tmp_path)
    bring_the_roster(walker, park)
    fill_in_and_submit(walker, park)
    county_reviews_and_signs(walker)
    bureau_verifies(walker)
    experts_are_heard(walker)
    notice = publish(walker, NAME)
    with at(timezone.now() + days_until_after(notice)):
        director_decides(walker)
        form_is_printed(walker)
        the_public_verifies(walker)
    assert Case.objects.get().status == "approved"


def bring_the_roster(walker: Walker, park: Park) -> None:
    """Twelve agencies from a workbook: foreseen first, then imported."""
    walker.sign_in("walk-operator")
    walker.page.goto(f"/parks/{park.pk}/roster/")
    rows = [
        good_row(
            name=f"样例人力资源有限公司{number}",
            credit_code=make_credit_code(900 + number),
            licence_number=f"样例证字{number}号",
            site="核心园区",
        )
        for number in range(12)
    ]
    walker.attach("#id_file", "名册.xlsx", book(*rows))
    walker.press("上传并校验")
    walker.press("全部导入")
    walker.page.get_by_text("撤销本次导入").first.wait_for()
    walker.page.goto(f"/tenants/?park={park.pk}")
    walker.page.get_by_text("样例人力资源有限公司11").wait_for()
    assert park.tenancies.count() == 12


def fill_in_and_submit(walker: Walker, park: Park) -> None:
    walker.page.goto("/applications/")
    walker.press("开始申报")
    walker.page.get_by_text("有效期已于2024年11月30日届满").first.wait_for()
    walker.press("审批表")
    walker.fill(filled_on="2026年11月2日")
    walker.press("保存并返回清单")
    walker.press("申报材料")
    for key in ("letter", "study_and_plan", "operation_report", "policies", "tenants"):
        for number in range(2 if key == "study_and_plan" else 1):
            content = paper(key, f"{key} {number}").read()
            walker.attach(f"#files-{key}", f"样例{key}{number}.pdf", content)
            form = walker.page.locator(".upload").filter(has=walker.page.locator(f"#files-{key}"))
            form.get_by_role("button", name="上传").click()
            walker.page.get_by_text(f"样例{key}{number}.pdf").first.wait_for()
    walker.press("返回清单")
    walker.press("继续适用依据")
    walker.fill(document="样例会议纪要", reason="新办法出台前暂按原办法受理")
    walker.press("登记继续适用依据")
    walker.press("核对并提交")
    walker.press("提交")
    walker.page.wait_for_url("**/receipt/")
    walker.page.get_by_text(Case.objects.get().number or "no number").first.wait_for()
    assert Case.objects.get().stage == "county_review"


def county_reviews_and_signs(walker: Walker) -> None:
    walker.sign_in("yuci-officer")
    walker.open_case(NAME)
    walker.step("受理")
    walker.step("同意上报", opinion="初审符合条件，拟同意上报。")
    walker.sign_in("yuci-head")
    walker.open_case(NAME)
    walker.step("同意上报", opinion="同意推荐上报。")


def bureau_verifies(walker: Walker) -> None:
    """Each figure agreed, each vague standard judged, and confirmed by a second person."""
    walker.sign_in("jz-reviewer")
    walker.open_case(NAME)
    walker.step("受理")
    walker.press("核实")
    walker.page.wait_for_url("**/review/")
    for box in walker.page.locator("input[name$='_agreed']").all():
        box.check()
    for finding in walker.page.locator("input[name$='-finding'][value='met']").all():
        finding.check()
    for reason in walker.page.locator("textarea[name$='-reason']").all():
        reason.fill("现场核查属实")
    for document in walker.page.locator("input[name$='-document']").all():
        document.fill("样例核查记录")
    walker.press("保存全部已填内容")
    walker.page.get_by_text("核实结果已保存。").wait_for()
    review = walker.page.url
    walker.sign_in("jz-reviewer2")
    walker.page.goto(review)
    confirm = walker.page.get_by_role("button", name=CONFIRM, exact=True)
    for left in reversed(range(confirm.count())):
        confirm.first.click()
        expect(confirm).to_have_count(left)
    walker.sign_in("jz-reviewer")
    walker.open_case(NAME)
    walker.step("同意上报", opinion="材料齐全，指标核实无误。")


def experts_are_heard(walker: Walker) -> None:
    experts_speak(walker, "规划可行，规模与设施符合要求。", size=3)
    walker.sign_in("jz-reviewer")
    walker.open_case(NAME)
    walker.step("同意上报", opinion="专家一致建议认定。")


def director_decides(walker: Walker) -> None:
    walker.sign_in("jz-reviewer")
    walker.open_case(NAME)
    walker.step("同意上报", opinion="公示期满，无异议。")
    walker.sign_in("jz-director")
    walker.open_case(NAME)
    walker.step("登记继续适用依据", document="样例会议纪要", reason="新办法出台前暂按原办法办理")
    walker.step("同意", document_number="市人社函〔2026〕9号", opinion="同意认定。")


def form_is_printed(walker: Walker) -> None:
    """The administrator's PDF holds every label of the annex, in its order."""
    walker.sign_in("jz-admin")
    text = print_form(walker, Case.objects.get())
    assert_labels_stand_in_order(text)
    assert_printed(text, [f"晋中{NAME}"])


def the_public_verifies(walker: Walker) -> None:
    the_public_finds(walker, f"晋中{NAME}")
    walker.page.goto("/public/verify/")
    walker.page.get_by_label("验证码").fill(DecisionCase.objects.get().code)
    walker.press("验真")
    walker.page.get_by_text("市人社函〔2026〕9号").first.wait_for()
