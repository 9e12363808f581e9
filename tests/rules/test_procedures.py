"""The procedures of all editions: ways, hands, materials, heads, and what they ask."""

import pytest

import rules
from rules.procedure import Procedure, Stage
from tests.rules.procedures import EVERY, of

OFFICER, PREPARER = ("officer", "applicant"), ("reviewer", "applicant")
REVIEWER, DIRECTOR = ("reviewer", "bureau"), ("director", "bureau")
SHORT = [("draft", OFFICER), ("bureau_review", REVIEWER), ("decision", DIRECTOR)]
OWN = [("draft", PREPARER), ("decision", DIRECTOR)]
WAYS = {
    ("shanghai-2022", "preparation"): SHORT,
    ("shanghai-2022", "formal"): [
        *SHORT,
        ("letter", REVIEWER),
        ("ministry", REVIEWER),
        ("establishment", DIRECTOR),
    ],
    ("shanghai-2022", "carrier_change"): SHORT,
    ("shanghai-2022", "name_filing"): SHORT[:2],
    ("shanghai-2022", "name_authorisation"): [
        SHORT[0],
        ("consent", ("director", "district")),
        *SHORT[1:],
    ],
    ("jinzhong-2022", "recognition"): [
        ("draft", ("operator", "applicant")),
        ("county_review", ("officer", "district")),
        ("county_sign", ("director", "district")),
        ("bureau_review", REVIEWER),
        ("expert_review", REVIEWER),
        ("notice", REVIEWER),
        ("decision", DIRECTOR),
    ],
    ("jinzhong-2022", "new_branch"): SHORT,
    ("jinzhong-2022", "recommendation"): OWN,
    ("qingpu-2022", "recognition"): OWN,
    ("chongqing-2021", "recognition"): [
        ("draft", OFFICER),
        ("bureau_review", REVIEWER),
        ("expert_review", REVIEWER),
        ("notice", REVIEWER),
        ("decision", DIRECTOR),
    ],
    ("yunnan-2021", "recognition"): [
        ("draft", OFFICER),
        ("bureau_review", REVIEWER),
        ("expert_review", REVIEWER),
        ("proposal_list", REVIEWER),
        ("notice", REVIEWER),
        ("decision", DIRECTOR),
    ],
    ("yunnan-2021", "new_branch"): SHORT,
    ("yunnan-2021", "recommendation"): OWN,
}
OUTCOMES = {
    ("shanghai-2022", "preparation"): ("preparation", "SH-8"),
    ("shanghai-2022", "formal"): ("recognition", "SH-9"),
    ("shanghai-2022", "carrier_change"): ("carrier", "SH-11"),
    ("shanghai-2022", "name_filing"): ("name_use", "SH-16"),
    ("shanghai-2022", "name_authorisation"): ("name_use", "SH-16"),
    ("jinzhong-2022", "recognition"): ("recognition", "JZ-10(4)"),
    ("jinzhong-2022", "new_branch"): ("site", "JZ-11"),
    ("jinzhong-2022", "recommendation"): ("recommendation", "JZ-16"),
    ("qingpu-2022", "recognition"): ("recognition", "QP-3(1)"),
    ("chongqing-2021", "recognition"): ("recognition", "CQ-9(4)"),
    ("yunnan-2021", "recognition"): ("recognition", "YN-6(3)"),
    ("yunnan-2021", "new_branch"): ("site", "YN-7"),
    ("yunnan-2021", "recommendation"): ("recommendation", "YN-17"),
}
#: Every check that a move may name, so that no procedure asks for one that nobody knows.
GUARDS = {
    "answer_by_given",
    "basis_recorded",
    "before_event",
    "conditions_met",
    "consultations_answered",
    "consultations_asked",
    "defects_listed",
    "document_numbered",
    "facts_complete",
    "facts_verified",
    "figures_on_basis",
    "form_complete",
    "four_eyes",
    "heads_answered",
    "judgements_made",
    "materials_complete",
    "name_prefixed",
    "no_open_objection",
    "notice_ended",
    "outside_approved",
    "outside_refused",
    "panel_complete",
    "proposed_approval",
    "proposed_refusal",
    "record_complete",
    "record_in_order",
    "recorded_by_other",
    "requirements_met",
    "site_visited",
    "unopened",
}
LEADING = ("submit", "forward", "record")


def stage(edition: str, procedure: str, key: str) -> Stage:
    return of(edition, procedure).stage(key)


def test_these_are_all_the_procedures() -> None:
    every = {(edition.key, key) for edition in rules.editions() for key in edition.procedures}
    assert every == set(WAYS)


@pytest.mark.parametrize(("edition", "key"), WAYS)
def test_a_case_goes_from_hand_to_hand_to_its_approval(edition: str, key: str) -> None:
    procedure = of(edition, key)
    gone, here = [], procedure.first
    while True:
        gone.append((here.key, (here.hand.role, here.hand.seat)))
        if here.move("approve") or here.move("acknowledge"):
            break
        onward = next(move for move in here.moves if move.action in LEADING and move.to)
        here = procedure.stage(str(onward.to))
    assert gone == WAYS[edition, key]
    assert [each.key for each in procedure.stages] == [each for each, _ in WAYS[edition, key]]


@pytest.mark.parametrize(("edition", "key"), OUTCOMES)
def test_approval_makes_what_the_clause_says(edition: str, key: str) -> None:
    procedure = of(edition, key)
    assert (procedure.grants, procedure.outcome.clause) == OUTCOMES[edition, key]


@pytest.mark.parametrize(("edition", "procedure"), EVERY)
def test_every_check_is_known(edition: rules.Edition, procedure: Procedure) -> None:
    named = {guard for each in procedure.stages for move in each.moves for guard in move.guards}
    assert named <= GUARDS


@pytest.mark.parametrize(("edition", "procedure"), EVERY)
def test_a_name_that_must_begin_as_printed_is_checked_by_who_approves(edition, procedure) -> None:
    move = procedure.stages[-1].move("approve") or procedure.stages[-1].move("acknowledge")
    assert move is not None
    assert ("name_prefixed" in move.guards) == bool(procedure.name_prefix)


@pytest.mark.parametrize(("edition", "procedure"), EVERY)
def test_only_a_director_who_did_not_prepare_it_ends_a_case(edition, procedure) -> None:
    for each in procedure.stages:
        for move in each.moves:
            # What is filed is acknowledged: that decides nothing.
            if move.final in ("approved", "refused") and move.action != "acknowledge":
                assert each.hand.role == "director"
                assert {"four_eyes", "recorded_by_other"} & set(move.guards)


@pytest.mark.parametrize(("edition", "procedure"), EVERY)
def test_stages_and_papers_speak_both_languages(edition, procedure) -> None:
    for each in (procedure, *procedure.stages, *procedure.materials, *procedure.sections):
        assert each.zh
        assert each.en
    for each in procedure.stages:
        assert each.applicant_zh
        assert each.applicant_en


@pytest.mark.parametrize(
    ("edition", "procedure", "stage_key", "heads"),
    [
        ("shanghai-2022", "preparation", "bureau_review", ["必要性", "可行性", "科学性"]),
        (
            "chongqing-2021",
            "recognition",
            "expert_review",
            ["功能特色", "管理运营", "平台体系", "实际效益"],
        ),
        (
            "yunnan-2021",
            "recognition",
            "expert_review",
            ["园区规模", "运营管理", "基础设施", "功能特色", "公共服务", "实际效益"],
        ),
    ],
)
def test_a_study_has_the_printed_heads(edition, procedure, stage_key, heads) -> None:
    assert [head.zh for head in stage(edition, procedure, stage_key).heads] == heads


def test_the_bureau_studies_a_preparation_itself_and_answers_each_head() -> None:
    study = stage("shanghai-2022", "preparation", "bureau_review")
    assert not study.panel
    forward = study.move("forward")
    assert forward is not None
    assert "heads_answered" in forward.guards


def test_chongqings_experts_see_the_park_and_wait_for_no_department() -> None:
    review = stage("chongqing-2021", "recognition", "expert_review")
    assert (review.panel, review.on_site, review.waits_for_consultations) == (True, True, False)


def test_yunnans_experts_sit_beside_the_departments() -> None:
    study = stage("yunnan-2021", "recognition", "expert_review")
    assert (study.panel, study.on_site, study.waits_for_consultations) == (True, False, True)


@pytest.mark.parametrize(
    ("edition", "exact", "default"),
    [
        ("jinzhong-2022", False, False),
        ("chongqing-2021", False, True),
        ("yunnan-2021", True, False),
    ],
)
def test_a_notice_runs_five_working_days_printed_or_by_default(edition, exact, default) -> None:
    notice = of(edition, "recognition").notice
    assert notice is not None
    assert (notice.days, notice.exact, notice.system_default) == (5, exact, default)


def test_chongqings_committed_figures_are_checked_after_a_year() -> None:
    (check,) = of("chongqing-2021", "recognition").after
    assert (check.key, check.who, check.system_default) == ("committed-figures", "bureau", True)


def test_a_plaque_is_given_where_the_text_speaks_of_one() -> None:
    plaques = {
        edition.key: procedure.outcome.plaque
        for edition in rules.editions()
        for procedure in edition.procedures.values()
        if procedure.grants == "recognition" and procedure.outcome.plaque
    }
    assert plaques == {"chongqing-2021": "授牌", "yunnan-2021": "颁发省级人力资源服务产业园标牌"}


def test_names_given_by_an_approval_begin_as_printed() -> None:
    assert of("jinzhong-2022", "recognition").name_prefix == "晋中"
    assert of("qingpu-2022", "recognition").name_prefix == "长三角（青浦）数字人力资源产业园"
    assert of("chongqing-2021", "recognition").name_prefix == ""
    assert of("yunnan-2021", "new_branch").name_prefix == ""


def test_a_branch_of_the_national_park_stands_under_it() -> None:
    outcome = of("shanghai-2022", "formal").outcome
    assert (outcome.level, outcome.under_parent) == ("national", True)


def test_a_recommendation_goes_to_the_level_above() -> None:
    assert of("jinzhong-2022", "recommendation").outcome.level == "province"
    assert of("yunnan-2021", "recommendation").outcome.level == "national"


def test_only_a_preparation_is_about_a_park_to_come() -> None:
    assert [key for key in WAYS if not of(*key).has_park] == [("shanghai-2022", "preparation")]


def test_no_district_office_sits_in_a_decision_of_the_bureaus_own() -> None:
    assert of("qingpu-2022", "recognition").seats == {"applicant", "bureau"}
    assert of("jinzhong-2022", "recognition").seats == {"applicant", "district", "bureau"}


def test_what_the_bureau_prepares_itself_is_dropped_or_approved_never_refused() -> None:
    procedure = of("qingpu-2022", "recognition")
    assert procedure.move("decision", "refuse") is None
    submit, withdraw = (procedure.move("draft", each) for each in ("submit", "withdraw"))
    assert submit is not None
    assert (submit.proposes, submit.opinion, submit.resumes) == ("approve", True, False)
    assert withdraw is not None
    assert withdraw.final == "withdrawn"


def test_the_establishment_rests_on_the_ministrys_paper() -> None:
    last = stage("shanghai-2022", "formal", "establishment")
    assert last.document_of == "ministry"
    for action in ("approve", "refuse"):
        move = last.move(action)
        assert move is not None
        assert "document_numbered" not in move.guards
