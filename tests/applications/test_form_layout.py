"""The form on paper: its labels, one page, its typefaces, what people typed."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from applications.printing.documents import DENSITIES, form_html
from casework.models import Basis, Case
from tests.applications.printed import (
    ANSWERS,
    decide,
    form_page,
    form_pdf,
    pages_of,
    printed_case,
    sign_for_district,
    text_of,
    tool,
)

pytestmark = pytest.mark.django_db

# Typed by hand from the annex, in its order.
LABELS = """\
市级人力资源服务产业园评估认定审批表
申报单位（盖章）：
填报日期：
园区名称
园区地址
负责人（联系人）
联系电话
产权归属
注册时间
建设投入资金
万元
占地面积
专（兼）职人员数
入驻机构数量
载体建设方式
（选择打√）
新建
改建
园区可提供的服务
政策咨询
信息服务
注册登记
证照审批
开业指导
（选择打√）
装修入驻
物业服务
平台搭建
融资服务
其他服务
县级人力资源社会保障部门意见：
（盖章）
年
月
日
市人力资源和社会保障局意见：
（盖章）
年
月
日
""".splitlines()

HINT = "（选择打√）"
TEN_SERVICES = [
    "policy_advice",
    "information",
    "registration",
    "licensing",
    "opening",
    "fitting_out",
    "property",
    "platform",
    "financing",
    "other",
]
OPINION = "经审核该园区基础设施完善，入驻机构数量与收入达到规定条件，运营团队稳定。" * 9
FORTY = "样例人力资源服务产业园" * 3 + "核心园与分园区"
NOTHING: dict[str, Any] = dict.fromkeys(ANSWERS, "") | {"services": []}


def longest_case() -> Case:
    """All cells at their longest, an edition outside its life, all boxes ticked."""
    answers = {
        "park_name": FORTY,
        "park_address": "晋中市榆次区样例街道样例大街一百二十八号" * 6,
        "ownership": "样例国有资产运营有限公司所有，园区运营方整体租赁使用",
        "services": TEN_SERVICES,
    }
    case = printed_case(answers)
    sign_for_district(case, OPINION[:300])
    decide(case, OPINION[:300], name=f"晋中{FORTY}", decided_on=date(2025, 7, 1))
    Basis.objects.create(
        case=case,
        phase="approval",
        document="市人社函〔2025〕3号",
        reason="新办法发布前继续参照执行",
        recorded_by=case.created_by,
    )
    return case


def assert_labels_stand_in_order(text: str) -> None:
    """The hint under a label stands beside its boxes: where a line has both, it may come later."""
    assert len(re.findall(HINT, text)) == LABELS.count(HINT)
    place = 0
    for label in LABELS:
        if label == HINT:
            continue
        found = re.search(r"\s*".join(map(re.escape, label)), text[place:])
        assert found, f"{label} is missing after {text[:place][-20:]}"
        place += found.start() + 1


def test_an_empty_form_prints_the_annexed_labels_in_their_order_and_nothing_else():
    case = printed_case(NOTHING | {"applicant": ""}, status=Case.Status.APPROVED, number="X")
    case.park.is_sample = False
    text = text_of(form_pdf(case)).split("办件编号")[0]
    # Two lines of boxes stand beside the label and its hint, so order is taken as a reader does.
    assert sorted("".join(text.split())) == sorted("".join(LABELS))
    assert_labels_stand_in_order(text)


@pytest.mark.parametrize(
    ("answers", "opinion"),
    [
        ({}, ""),
        (NOTHING, ""),
        ({"park_name": FORTY}, ""),
        ({"park_name": FORTY, "park_address": "样例大街" * 15, "services": TEN_SERVICES}, ""),
        ({"park_name": FORTY}, OPINION[:300]),
        ({"ownership": "无" * 60, "contact": "样" * 20, "phone": "1" * 20}, OPINION[:150]),
    ],
    ids=["plain", "empty", "forty", "forty and all boxes", "long opinions", "full cells"],
)
def test_the_form_fits_one_page(answers, opinion):
    case = printed_case(answers)
    if opinion:
        sign_for_district(case, opinion)
        decide(case, opinion)
    assert pages_of(form_pdf(case)) == 1


def test_the_longest_form_fits_one_page():
    assert len(FORTY) == 40
    assert pages_of(form_pdf(longest_case())) == 1


def test_a_form_that_no_setting_fits_goes_on_to_a_second_page_under_its_title():
    case = printed_case()
    sign_for_district(case, OPINION * 8)
    pdf = form_pdf(case)
    assert pages_of(pdf) == 2
    assert "评估认定审批表" in tool("pdftotext", "-f", "2", pdf=pdf)


def test_every_typeface_is_embedded_as_an_outline():
    rows = tool("pdffonts", pdf=form_pdf(longest_case())).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"\byes yes yes\b", row), row  # embedded, subset, with Unicode
        assert "Type 3" not in row


def test_the_page_is_a4():
    assert re.search(r"Page size:.*A4", tool("pdfinfo", pdf=form_pdf(printed_case())))


def html_of(case: Case, density: str) -> str:
    return form_html(case, form_page(case), density)


def render_elsewhere(html: str, scratch: Path, **environment: str) -> bytes:
    """The PDF as another process makes it."""
    source, target = scratch / "form.html", scratch / "form.pdf"
    source.write_text(html)
    code = (
        "import django, pathlib, sys; django.setup(); from records import pdf_engine as engine;"
        "source, target = map(pathlib.Path, sys.argv[1:]);"
        "target.write_bytes(engine.fitted([source.read_text()]))"
    )
    environment = os.environ | {"PYTHONWARNINGS": "default"} | environment
    subprocess.run([sys.executable, "-c", code, source, target], env=environment, check=True)
    return target.read_bytes()


def test_noto_alone_is_enough(tmp_path):
    noto = subprocess.check_output(["fc-match", "-f", "%{file}", "Noto Serif CJK SC"], text=True)
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(
        f"<fontconfig><dir>{Path(noto).parent}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    html = html_of(longest_case(), "tight")
    pdf = render_elsewhere(html, tmp_path, FONTCONFIG_FILE=str(fonts))
    names = {row.split()[0][7:] for row in tool("pdffonts", pdf=pdf).splitlines()[2:]}
    assert names == {"Noto-Sans-CJK-SC", "Noto-Serif-CJK-SC", "Noto-Serif-CJK-SC-Bold"}
    assert pages_of(pdf) == 1
    assert "园区可提供的服务" in text_of(pdf)


def test_another_process_writes_the_same_bytes(tmp_path):
    case = printed_case()
    html = html_of(case, "roomy")
    assert render_elsewhere(html, tmp_path, PYTHONHASHSEED="7") == form_pdf(case)


def test_what_people_type_is_text_and_nothing_more():
    typed = (
        '<script>alert(1)</script>{{ page.title }}{% load x %}<img src="file:///etc/passwd">&amp;'
    )
    case = printed_case({"park_address": typed})
    sign_for_district(case, "{{ 7|add:7 }}</table><style>*{display:none}</style>")
    text = "".join(tool("pdftotext", pdf=form_pdf(case)).split())
    assert "".join(typed.split()) in text
    assert "{{7|add:7}}</table><style>*{display:none}</style>" in text


def test_rare_characters_are_printed():
    pdf = form_pdf(printed_case({"contact": "㐂𠮷堃", "park_address": "建筑面积3000㎡"}))
    text = text_of(pdf)
    assert "㐂𠮷堃" in text
    assert "3000㎡" in text


def test_a_long_word_breaks_inside_its_cell():
    word = "A" * 120
    pdf = form_pdf(printed_case({"phone": word, "park_name": word}))
    assert pages_of(pdf) == 1
    boxes = re.findall(r'xMax="([\d.]+)"[^>]*>A+<', tool("pdftotext", "-bbox", pdf=pdf))
    assert boxes
    assert max(map(float, boxes)) <= (210 - 22) / 25.4 * 72


@pytest.mark.parametrize("density", [name for name, _ in DENSITIES])
def test_each_setting_prints_the_same_words(density):
    html = html_of(printed_case(), density)
    assert f'<body class="{density}">' in html
