"""Forms in the system's own layout: their labels, what each reader finds in them, their pages."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

import rules
from accounts.roles import Role
from applications.acts.printing import export_forms
from applications.printing.content import form_of
from casework.models import Case
from records.acts.jobs import run_job
from rules.edition import Edition
from rules.procedure import Procedure
from tests import factories as make
from tests.applications.everywhere import (
    DISTRICTS,
    PROCEDURES,
    application_of,
    begun,
    every_procedure,
)
from tests.applications.grants import Offices
from tests.applications.labels import LABELS
from tests.applications.papers import empty_paper, of, plain, printed, whole_paper, words
from tests.applications.printed import pages_of, text_of, tool
from tests.applications.whole import (
    CONSULTED_WORDS,
    DIRECTOR_WORDS,
    HEAD_WORDS,
    SEAT_WORDS,
    decide,
    hear,
    publish,
    step,
    study,
    whole,
)

pytestmark = pytest.mark.django_db

OWN = [
    (law, one)
    for law, one in PROCEDURES
    if one.form and next(form for form in law.forms if form.key == one.form).system_default
]
every_own_form = pytest.mark.parametrize(("law", "procedure"), OWN, ids=lambda each: each.key)


@every_own_form
def test_the_labels_stand_in_their_order(law: Edition, procedure: Procedure) -> None:
    text, place = empty_paper(law.key, procedure.key).text, 0
    for label in LABELS[procedure.form or ""]:
        found = re.search(r"\s*".join(map(re.escape, label)), text[place:])
        assert found, f"{label} is missing after {text[:place][-30:]}"
        place += found.end()


def test_every_form_of_the_systems_layout_has_its_list_of_labels() -> None:
    assert {procedure.form for _law, procedure in OWN} == set(LABELS)


@every_procedure
def test_every_procedure_has_a_form(law: Edition, procedure: Procedure) -> None:
    assert procedure.form in {form.key for form in law.forms}


@every_own_form
def test_each_page_says_that_the_layout_is_the_systems_own(
    law: Edition, procedure: Procedure
) -> None:
    pdf = whole_paper(law.key, procedure.key).pdf
    pages = text_of(pdf).split("\f")[:-1]
    assert len(pages) == pages_of(pdf) <= 2
    for number, page in enumerate(pages, start=1):
        bare = "".join(page.split())
        assert "系统版式，非文件附件" in bare
        assert "样例" in bare
        assert f"第{number}页共{len(pages)}页" in bare
        assert ("表（续）" in bare) == (number > 1)


@pytest.mark.parametrize(
    ("law", "procedure"),
    [(law, one) for law, one in OWN if not one.is_filed],
    ids=lambda each: each.key,
)
def test_a_decided_form_carries_number_code_and_decision(
    law: Edition, procedure: Procedure
) -> None:
    paper = whole_paper(law.key, procedure.key)
    text, pages = paper.words, pages_of(paper.pdf)
    assert text.count(f"办件编号：{paper.number}") == pages
    assert text.count(f"验证码：{paper.code}") == pages
    assert text.count("文号：样例发〔2026〕9号") == pages
    assert "决定文号样例发〔2026〕9号" in text
    assert "草稿" not in text
    assert DIRECTOR_WORDS in text


@every_own_form
def test_an_undecided_form_is_a_draft(law: Edition, procedure: Procedure) -> None:
    text = empty_paper(law.key, procedure.key).words
    assert "草稿" in text
    assert "验证码" not in text


@every_own_form
def test_typefaces_are_embedded(law: Edition, procedure: Procedure) -> None:
    rows = tool("pdffonts", pdf=whole_paper(law.key, procedure.key).pdf).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"\byes yes yes\b", row), row
        assert "Type 3" not in row


@pytest.mark.parametrize("key", ["recognition", "new_branch"])
def test_long_names_fit(key: str) -> None:
    setting = begun(*of("yunnan-2021", key))
    name = "样例人力资源服务产业园" * 3 + "核心园与分园区"
    application = application_of(setting.case)
    application.form |= dict.fromkeys(("applicant_of_record", "park_name", "site_name"), name)
    application.save()
    pdf = printed(setting)
    assert plain(pdf).count(name) == (3 if key == "new_branch" else 2)
    edges = re.findall(r'xMax="([\d.]+)"', tool("pdftotext", "-bbox", pdf=pdf))
    assert max(map(float, edges)) <= (210 - 20) / 25.4 * 72


def test_long_words_go_on_without_loss() -> None:
    setting = whole(*of("yunnan-2021", "recognition"))
    setting.case.panels.get().seats.update(opinion="评" * 3000)
    setting.case.steps.filter(action="approve").update(opinion="决" * 3000)
    pdf = printed(setting)
    assert pages_of(pdf) > 4
    assert plain(pdf).count("评" * 20) >= 100
    assert sum(plain(pdf).count(word) for word in "评决") >= 9000
    assert "认定名称样例定名" in plain(pdf)


def test_figures_show_what_was_asked_declared_and_verified() -> None:
    text = whole_paper("chongqing-2021", "recognition").text
    assert re.search(r"第八条（五）\s+入驻机构数量\s+≥ 20 家\s+500 家\s+承诺\s+500 家\s+符合", text)
    assert re.search(r"第八条（四）\s+设有议事协调机构\s+由人评判\s+符合", text)


def test_figures_that_do_not_decide_say_so() -> None:
    text = whole_paper("shanghai-2022", "preparation").text
    assert re.search(r"第六条（四）\s+≥ 40 家\s+500 家\s+承诺\s+500 家\s+供参考", text)


def test_the_applicant_reads_no_findings_before_the_decision() -> None:
    setting = begun(*of("chongqing-2021", "recognition")).submit()
    hear(setting, setting.procedure.stage("expert_review"))
    agencies = application_of(setting.case).facts.filter(key="operating_agencies")
    agencies.update(verified=499)
    text = words(setting, setting.applicant)
    assert "≥20家" in text
    assert "499" not in text
    assert SEAT_WORDS not in text
    assert "499" in words(setting)


def test_the_applicant_reads_no_consent_and_no_objections_before_the_decision() -> None:
    setting = begun(*of("shanghai-2022", "formal")).submit()
    step(setting.case, "forward", "decision", "letter", opinion=DIRECTOR_WORDS)
    assert DIRECTOR_WORDS in words(setting)
    assert DIRECTOR_WORDS not in words(setting, setting.applicant)
    noticed = begun(*of("chongqing-2021", "recognition")).submit()
    publish(noticed)
    assert "异议情况收到1件" in words(noticed)
    assert "异议情况收到1件" not in words(noticed, noticed.applicant)


def test_experts_are_the_bureaus_to_read_and_stay_nameless() -> None:
    setting = whole(*of("chongqing-2021", "recognition"))
    bureau, office = words(setting), words(setting, setting.applicant)
    assert f"专家1：{HEAD_WORDS}：功能特色" in bureau
    assert "现场查看2026年5月6日" in bureau
    assert "专家2人：建议认定2人，不建议认定0人" in bureau
    for seat in setting.case.panels.get().seats.all():
        assert seat.expert.name not in bureau
    assert DIRECTOR_WORDS in office
    assert SEAT_WORDS not in office


def test_a_panel_that_still_sits_says_nothing() -> None:
    setting = begun(*of("yunnan-2021", "recognition")).submit()
    hear(setting, setting.procedure.stage("expert_review"), closed=False)
    assert SEAT_WORDS not in words(setting)


def test_consulted_organisations_stand_with_answer_and_day() -> None:
    text = whole_paper("yunnan-2021", "recognition").words
    assert f"样例财政局同意（2026年5月6日）{CONSULTED_WORDS}" in text


def test_a_notice_stands_with_its_period_and_the_systems_default_is_marked() -> None:
    exact = whole_paper("yunnan-2021", "recognition").words
    assert "公示编号GS-yunnan-2021公示期限5个工作日公示起止" in exact
    assert "认定建议名单：2026年5月6日至2026年5月13日" in exact
    assert "收到1件，其中成立0件，不成立1件，未办结0件" in exact
    own = whole_paper("chongqing-2021", "recognition").words
    assert "5个工作日（系统默认，非文件规定）" in own


def test_heads_of_a_study_fall_when_the_case_comes_back() -> None:
    setting = begun(*of("shanghai-2022", "preparation")).submit()
    study(setting, setting.procedure.stage("bureau_review"))
    assert f"必要性{HEAD_WORDS}：必要性" in words(setting)
    assert HEAD_WORDS not in words(setting, setting.applicant)
    setting.case.steps.create(
        number=99, action="send_back", from_stage="decision", to_stage="bureau_review",
        actor_name="样例", role="director", at=setting.case.created_at,
    )  # fmt: skip
    assert HEAD_WORDS not in words(setting)


def test_papers_from_outside_stand_beside_the_bureaus_consent() -> None:
    text = whole_paper("shanghai-2022", "formal").words
    assert re.search(r"样例函〔2026〕\d+号（同意）签发机关人力资源社会保障部", text)
    assert f"{DIRECTOR_WORDS}（盖章）2026年5月6日" in text
    assert "分园名称样例定名" in text


def test_the_case_that_went_before_is_named() -> None:
    setting = begun(*of("shanghai-2022", "formal"))
    earlier = setting.case.application.follows
    assert f"样例〔2026〕{earlier.pk}号" in words(setting)


def test_a_refusal_gives_no_name() -> None:
    setting = begun(*of("yunnan-2021", "recognition")).submit()
    decide(setting, "refused")
    assert "样例定名" not in words(setting)


def test_a_lapsed_period_keeps_its_decision_and_says_that_it_ended() -> None:
    setting = whole(*of("shanghai-2022", "preparation"))
    Case.objects.filter(pk=setting.case.pk).update(status=Case.Status.LAPSED)
    text = words(setting)
    assert "已终止" in text
    assert "筹建期至2027年7月1日" in text
    assert "决定文号样例发〔2026〕9号" in text


def test_seals_and_the_applicants_day_are_left_to_the_hand() -> None:
    text = whole_paper("jinzhong-2022", "new_branch").words
    assert "样例意见（盖章）年月日" in text


def test_an_expired_edition_says_so_above_the_form() -> None:
    text = empty_paper("jinzhong-2022", "new_branch").words
    assert "有效期自2022年12月1日至2024年11月30日，本件在有效期外办理。" in text


def test_a_proposal_is_the_bureaus_until_it_is_decided() -> None:
    setting = begun(*of("jinzhong-2022", "recommendation")).submit()
    assert "样例意见" in words(setting)
    assert "样例意见" not in words(setting, setting.people["operator"])


@pytest.mark.parametrize("law", rules.editions(), ids=lambda each: each.key)
def test_an_administrator_packs_the_forms_of_all_procedures(law: Edition) -> None:
    district = DISTRICTS.get(law.area_code, law.area_code)
    offices = Offices(make.make_bureau(law.area_code), make.make_district_office(district))
    administrator = make.make_actor(Role.ADMINISTRATOR, offices.bureau)
    park = make.make_park(area=district)
    cases = {}
    for number, procedure in enumerate(law.procedures.values(), start=1):
        own = park if procedure.has_park else None
        stage = procedure.stages[-1].key
        case = offices.case(law.key, procedure.key, own, number=f"X-{number}", stage=stage)
        cases[case.number] = (case, form_of(case).title)
    job = export_forms(administrator, [case.pk for case, _title in cases.values()])
    run_job(job.pk)
    job.refresh_from_db()
    with job.result.file.open("rb") as file, ZipFile(BytesIO(file.read())) as archive:
        texts = {name: archive.read(name) for name in archive.namelist() if name[-4:] == ".pdf"}
    assert len(texts) == len(cases)
    for name, pdf in texts.items():
        _case, title = cases[name.split("_")[0]]
        assert name.endswith(f"_{title[-3:]}.pdf")
        assert title in plain(pdf)
