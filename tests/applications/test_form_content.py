"""What is written on a form: answers, opinions that stand, marks, footer."""

from datetime import date

import pytest

from applications.printing.documents import form_name
from casework.models import Basis, Case
from parks.models import Park
from tests.applications.printed import (
    NOT_GIVEN,
    decide,
    form_page,
    form_pdf,
    number_of,
    printed_case,
    sign_for_district,
    step,
    text_of,
)

pytestmark = pytest.mark.django_db


def ticked(case: Case, key: str) -> list[str]:
    return [choice.label for choice in form_page(case).cells[key].choices if choice.ticked]


def test_answers_are_written_as_offices_write_them():
    cells = form_page(printed_case()).cells
    assert cells["registered_on"].text == "2021年3月8日"
    assert (cells["investment"].text, cells["investment"].unit) == ("1,234.57", "万元")
    assert cells["land_area"].text == "5,200.00平方米"
    assert cells["agencies"].text == "12"


def test_only_the_chosen_boxes_are_ticked():
    case = printed_case({"construction": "converted", "services": ["platform", "policy_advice"]})
    assert ticked(case, "construction") == ["改建"]
    assert ticked(case, "services") == ["政策咨询", "平台搭建"]


def test_the_tick_stands_before_its_word_in_the_text():
    text = "".join(text_of(form_pdf(printed_case({"services": ["platform"]}))).split())
    assert "√平台搭建" in text
    assert "√政策咨询" not in text


def test_an_answer_in_own_words_is_printed_in_them():
    cells = form_page(printed_case({"registered_on": "筹建中", "investment": "待定"})).cells
    assert (cells["registered_on"].text, cells["investment"].text) == ("筹建中", "待定")


def test_zero_is_printed_and_nothing_is_left_blank():
    cells = form_page(printed_case({"agencies": 0, "staff": None, "land_area": ""})).cells
    assert (cells["agencies"].text, cells["staff"].text, cells["land_area"].text) == ("0", "", "")


def test_what_the_application_leaves_out_comes_from_the_archive():
    case = printed_case(dict.fromkeys(("park_name", "phone"), NOT_GIVEN))
    case.park.phone = "0354-7654321"
    cells = form_page(case).cells
    assert (cells["park_name"].text, cells["phone"].text) == (case.park.name, "0354-7654321")


def test_an_unsigned_cell_is_empty():
    page = form_page(printed_case())
    assert (page.county.paragraphs, page.county.day) == ((), "")
    assert (page.bureau.paragraphs, page.bureau.day) == ((), "")


def test_the_district_directors_opinion_stands_with_its_day():
    case = printed_case()
    step(case, "forward", "county_review", "county_sign", "经办人意见")
    signed = sign_for_district(case, "符合条件。\n\n同意上报。")
    county = form_page(case).county
    assert county.paragraphs == ("符合条件。", "同意上报。")
    assert county.day == f"2024年5月{signed.at.day}日"


def test_the_districts_opinion_falls_when_the_case_comes_back_to_it():
    case = printed_case()
    sign_for_district(case, "同意上报。")
    step(case, "send_back", "bureau_review", "county_review", "请核实")
    assert form_page(case).county.paragraphs == ()
    sign_for_district(case, "核实后同意上报。")
    assert form_page(case).county.paragraphs == ("核实后同意上报。",)


def test_a_supplement_asked_for_by_the_bureau_leaves_the_districts_opinion():
    case = printed_case()
    sign_for_district(case, "同意上报。")
    step(case, "return_for_supplement", "bureau_review", "draft")
    step(case, "submit", "draft", "bureau_review")
    assert form_page(case).county.paragraphs == ("同意上报。",)


def test_the_decision_is_printed_with_the_directors_words_its_day_and_the_name():
    case = printed_case()
    entry = decide(case, "经研究，同意认定。", name="晋中样例产业园")
    bureau = form_page(case).bureau
    assert bureau.paragraphs == ("经研究，同意认定。", "认定名称：晋中样例产业园")
    assert bureau.day == f"2024年7月{entry.decision.decided_on.day}日"


def test_a_decision_without_words_of_its_own_says_its_outcome():
    case = printed_case()
    decide(case)
    assert form_page(case).bureau.paragraphs[0] == "同意认定。"


def test_a_refusal_gives_no_name():
    case = printed_case()
    decide(case, "面积不足。", outcome="refused")
    assert form_page(case).bureau.paragraphs == ("面积不足。",)


def test_a_proposal_is_no_decision():
    case = printed_case()
    step(case, "forward", "expert_review", "notice", "建议认定")
    assert form_page(case).bureau.paragraphs == ()


@pytest.mark.parametrize(
    ("status", "mark"),
    [("draft", "草稿"), ("open", "草稿"), ("returned", "草稿"), ("withdrawn", "已撤回")],
)
def test_an_undecided_form_says_so(status, mark):
    assert form_page(printed_case(status=status)).sheet.marks == (mark, "样例")


def test_a_decided_form_of_a_real_park_carries_no_mark():
    case = printed_case()
    decide(case)
    Park.objects.update(is_sample=False)
    case = Case.objects.get(pk=case.pk)
    assert form_page(case).sheet.marks == ()


def test_the_footer_verifies_the_decision(settings):
    settings.SITE_URL = "https://parks.example"
    case = printed_case()
    decide(case, code="ABCDEFGHJKLM")
    text = text_of(form_pdf(case))
    for words in (number_of(case), "市人社函〔2024〕9号", "ABCD EFGH JKLM", "第1页 共1页"):
        assert words in text
    assert "https://parks.example/public/verify/" in text


def test_an_undecided_form_has_no_code_to_verify():
    assert "验证" not in text_of(form_pdf(printed_case()))


def test_a_form_within_the_editions_life_says_nothing_of_it():
    case = printed_case()
    decide(case)
    assert form_page(case).sheet.notes == ()


def test_a_form_outside_the_editions_life_names_the_basis():
    case = printed_case()
    decide(case, decided_on=date(2025, 7, 1))
    assert "尚未记录" in form_page(case).sheet.notes[1]
    Basis.objects.create(
        case=case,
        phase="approval",
        document="市人社函〔2025〕3号",
        reason="新办法发布前参照执行",
        recorded_by=case.created_by,
    )
    text = text_of(form_pdf(case))
    assert "2024年11月30日" in text
    assert "继续适用依据：市人社函〔2025〕3号（新办法发布前参照执行）" in text


@pytest.mark.parametrize(
    ("park", "name"),
    [
        ("样例产业园", "X-1_样例产业园_审批表.pdf"),
        ("../../etc/passwd", "X-1_.._.._etc_passwd_审批表.pdf"),
        ('a"b:c\n', "X-1_a_b_c__审批表.pdf"),
    ],
)
def test_a_form_name_is_no_path(park, name):
    case = printed_case(number="X-1")
    case.park.name = park
    assert form_name(case) == name
