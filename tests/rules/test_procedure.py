"""Jinzhong's recognition: stages, hands, materials, notice and form."""

import pytest

import rules
from rules.applicants import the_bureau
from rules.duties import Term
from rules.forms import form
from rules.outcomes import Outcome
from rules.procedure import Hand, Move, Notice, Procedure, Record, Stage
from rules.words import WordsDisagree

RECOGNITION = rules.edition("jinzhong-2022").procedures["recognition"]
WAY = [
    ("draft", "submit", "county_review"),
    ("county_review", "forward", "county_sign"),
    ("county_sign", "forward", "bureau_review"),
    ("bureau_review", "forward", "expert_review"),
    ("expert_review", "forward", "notice"),
    ("notice", "forward", "decision"),
]
LABELS = [
    "申报单位",
    "填报日期",
    "园区名称",
    "园区地址",
    "负责人（联系人）",
    "联系电话",
    "产权归属",
    "注册时间",
    "建设投入资金",
    "占地面积",
    "专（兼）职人员数",
    "入驻机构数量",
    "载体建设方式",
    "园区可提供的服务",
    "县级人力资源社会保障部门意见",
    "市人力资源和社会保障局意见",
]
SERVICES = [
    "政策咨询",
    "信息服务",
    "注册登记",
    "证照审批",
    "开业指导",
    "装修入驻",
    "物业服务",
    "平台搭建",
    "融资服务",
    "其他服务",
]


def procedure_of(stage: Stage, letter: str = "") -> Procedure:
    applicant = the_bureau("JZ-10(1)", "")._replace(letter=letter)
    made = Outcome("site", "JZ-11", "")
    return Procedure("p", "", "", applicant, (stage,), (), None, "JZ-9", "JZ-4", made)


def test_the_way_from_draft_to_decision_passes_every_stage() -> None:
    assert [s.key for s in RECOGNITION.stages] == [stage for stage, *_ in WAY] + ["decision"]
    for stage, action, to in WAY:
        move = RECOGNITION.move(stage, action)
        assert move is not None
        assert move.to == to


def test_the_first_stage_is_the_draft() -> None:
    assert RECOGNITION.first.key == "draft"


@pytest.mark.parametrize(
    ("stage", "hand"),
    [
        ("draft", Hand("operator", "applicant")),
        ("county_review", Hand("officer", "district")),
        ("county_sign", Hand("director", "district")),
        ("bureau_review", Hand("reviewer", "bureau")),
        ("expert_review", Hand("reviewer", "bureau")),
        ("notice", Hand("reviewer", "bureau")),
        ("decision", Hand("director", "bureau")),
    ],
)
def test_each_stage_has_its_hand(stage, hand) -> None:
    assert RECOGNITION.stage(stage).hand == hand


def test_only_the_directors_moves_end_in_a_decision() -> None:
    final = {(s.key, m.action, m.final) for s in RECOGNITION.stages for m in s.moves if m.final}
    assert final == {
        ("draft", "withdraw", "withdrawn"),
        ("county_review", "withdraw", "withdrawn"),
        ("decision", "approve", "approved"),
        ("decision", "refuse", "refused"),
    }


def test_the_reviewer_proposes_and_the_director_needs_that_proposal() -> None:
    approve, refuse = (RECOGNITION.move("decision", each) for each in ("approve", "refuse"))
    assert approve is not None
    assert "proposed_approval" in approve.guards
    assert refuse is not None
    assert "proposed_refusal" in refuse.guards
    proposals = {
        (s.key, m.action): m.proposes for s in RECOGNITION.stages for m in s.moves if m.proposes
    }
    assert proposals == {
        ("bureau_review", "propose_refusal"): "refuse",
        ("expert_review", "propose_refusal"): "refuse",
        ("expert_review", "forward"): "approve",
    }


def test_who_prepared_does_not_decide() -> None:
    for stage in RECOGNITION.stages:
        if stage.hand.role == "director":
            deciding = [m for m in stage.moves if m.final or m.action == "forward"]
            assert deciding
            assert all("four_eyes" in move.guards for move in deciding)


def test_a_case_returned_with_its_defects_comes_back_to_who_returned_it() -> None:
    returns = [s.move("return_for_supplement") for s in RECOGNITION.stages]
    assert [m.guards for m in returns if m] == [("defects_listed",)] * 2
    submit = RECOGNITION.move("draft", "submit")
    assert submit is not None
    assert submit.resumes


def test_refusing_and_sending_back_need_words() -> None:
    moves = [m for s in RECOGNITION.stages for m in s.moves]
    assert all(m.opinion for m in moves if m.action in ("send_back", "refuse", "propose_refusal"))


def test_an_action_that_a_stage_does_not_offer_is_none() -> None:
    assert RECOGNITION.move("draft", "approve") is None


def test_an_unknown_stage_is_named() -> None:
    with pytest.raises(rules.UnknownKey, match="no stage limbo"):
        RECOGNITION.stage("limbo")


def test_a_move_into_nowhere_cannot_be_built() -> None:
    stage = Stage("a", "", "", "", "", Hand("operator", "applicant"), (Move("go", "b"),), "JZ-9")
    with pytest.raises(ValueError, match="leads to unknown stages"):
        procedure_of(stage)


def test_a_paper_that_follows_no_stage_cannot_be_built() -> None:
    paper = Record("函", "Letter", "", "SH-9", "", after="limbo")
    hand = Hand("reviewer", "bureau")
    with pytest.raises(ValueError, match="unknown stages \\['limbo'\\]"):
        procedure_of(Stage("a", "", "", "", "", hand, (), "SH-9", record=paper))
    with pytest.raises(ValueError, match="unknown stages \\['limbo'\\]"):
        procedure_of(Stage("a", "", "", "", "", hand, (), "SH-9", document_of="limbo"))


def test_a_draft_in_another_hand_than_the_applicants_cannot_be_built() -> None:
    stage = Stage("a", "", "", "", "", Hand("officer", "applicant"), (), "SH-9")
    with pytest.raises(ValueError, match="the reviewer drafts what that applicant hands in"):
        procedure_of(stage)


def test_a_letter_that_is_no_material_cannot_be_built() -> None:
    stage = Stage("a", "", "", "", "", Hand("reviewer", "bureau"), (), "SH-9")
    with pytest.raises(ValueError, match="no material telegram"):
        procedure_of(stage, letter="telegram")


def test_the_seven_materials_stand_in_printed_order() -> None:
    assert [m.clause for m in RECOGNITION.materials] == [f"JZ-10(1)-{n}" for n in range(1, 8)]
    assert [m.key for m in RECOGNITION.materials if not m.required] == ["other"]
    assert {m.key: m.generated for m in RECOGNITION.materials if m.generated} == {
        "approval_form": "form",
        "tenants": "roster",
    }


def test_study_and_plan_are_two_papers_under_one_number() -> None:
    (both,) = [m for m in RECOGNITION.materials if m.least > 1]
    assert (both.key, both.least, both.several) == ("study_and_plan", 2, True)


def test_the_notice_runs_at_least_five_working_days() -> None:
    notice = RECOGNITION.notice
    assert notice is not None
    assert (notice.days, notice.exact) == (5, False)
    assert RECOGNITION.stage("notice").notice
    assert RECOGNITION.stage("expert_review").panel


def test_a_notice_whose_words_print_another_length_cannot_be_built() -> None:
    with pytest.raises(WordsDisagree):
        Notice(Term(7, "workdays"), False, "JZ-10(3)", "不少于5个工作日")
    with pytest.raises(WordsDisagree):
        Notice(Term(5, "workdays"), True, "JZ-10(3)", "不少于5个工作日")


def test_a_default_notice_needs_no_printed_number() -> None:
    assert Notice(Term(5, "workdays"), False, "CQ-9(3)", "按规定", system_default=True).days == 5


def test_a_stage_of_the_systems_own_carries_no_clause() -> None:
    own = Stage("a", "", "", "", "", Hand("reviewer", "applicant"), (), "", clause_default=True)
    carried = [clause for clause, _ in procedure_of(own).clauses()]
    assert carried == ["JZ-9", "JZ-4", "JZ-10(1)", "JZ-11"]


def test_the_approved_name_begins_with_jinzhong() -> None:
    assert RECOGNITION.name_prefix == "晋中"


def test_the_form_has_every_cell_in_printed_order() -> None:
    annexed = form("jinzhong-recognition")
    assert [field.zh for field in annexed.fields] == LABELS
    services = next(field for field in annexed.fields if field.key == "services")
    assert [option.zh for option in services.options] == SERVICES


def test_an_unknown_form_is_named() -> None:
    with pytest.raises(rules.UnknownKey, match="unknown form: x"):
        form("x")
