"""python -m rules: shapes, and every kind of bad input."""

import pytest

from tests.rules.samples import JUST_ENOUGH

STEP = {"clause", "outcome", "zh", "en", "decides", "parts"}


def test_list_names_the_five_editions(run) -> None:
    status, answer, _ = run("list")
    assert status == 0
    assert [each["edition"] for each in answer] == [
        "chongqing-2021",
        "jinzhong-2022",
        "qingpu-2022",
        "shanghai-2022",
        "yunnan-2021",
    ]
    assert set(answer[0]) == {
        "edition",
        "jurisdiction",
        "instrument",
        "effective",
        "until",
        "force",
        "level",
    }
    assert (answer[1]["effective"], answer[1]["until"], answer[1]["force"]) == (
        "2022-12-01",
        "2024-11-30",
        "expired",
    )


def test_show_holds_conditions_procedure_duties_and_clauses(run) -> None:
    _, answer, _ = run("show", "jinzhong-2022")
    procedure = answer["procedures"]["recognition"]
    assert procedure["stages"][0]["hand"] == {"role": "operator", "seat": "applicant"}
    assert len(procedure["materials"]) == 7
    assert procedure["notice"]["term"] == {"length": 5, "unit": "workdays"}
    assert answer["conditions"]["type"] == "AllOf"
    assert {duty["key"] for duty in answer["duties"]} == {
        "public-notice",
        "evaluation",
        "rectification",
    }
    assert len(answer["clauses"]) == 48


def test_show_tells_who_applies_what_must_stand_and_what_approval_makes(run) -> None:
    _, answer, _ = run("show", "shanghai-2022")
    formal = answer["procedures"]["formal"]
    assert formal["applicant"]["organisation"] == "district"
    assert [title["key"] for title in formal["applicant"]["titles"]] == ["government", "zone"]
    (follows,) = formal["requires"]
    assert (follows["type"], follows["procedure"]) == ("Follows", "preparation")
    assert follows["period"]["term"] == {"length": 1, "unit": "years"}
    assert (formal["outcome"]["kind"], formal["outcome"]["level"]) == ("recognition", "national")
    assert [stage["key"] for stage in formal["stages"] if stage["record"]] == ["letter", "ministry"]
    committed = answer["procedures"]["preparation"]["committed"]
    assert [each["fact"] for each in committed][:2] == ["operating_agencies", "annual_revenue"]


def test_show_tells_schemes_and_sheet_once(run) -> None:
    _, answer, _ = run("show", "chongqing-2021")
    first = answer["schemes"][0]
    assert [scheme["key"] for scheme in answer["schemes"]] == ["construction", "excellence"]
    assert first["asks"] == ["year", "paid_so_far", "grade", "rectification"]
    assert first["amount"]["type"] == "Capped"
    assert "tests" not in first
    assert [head["weight"] for head in answer["sheet"]["heads"]] == [30, 50, 20]
    assert "items" not in answer["sheet"]
    assert "sheet" not in answer["evaluation"]


@pytest.mark.parametrize("key", JUST_ENOUGH)
def test_show_works_for_every_edition(run, key: str) -> None:
    assert run("show", key)[0] == 0


def test_assess_answers_in_the_agreed_shape(run) -> None:
    status, answer, _ = run(
        "assess", "shanghai", "--on", "2026-11-21", facts=JUST_ENOUGH["shanghai-2022"]
    )
    assert status == 0
    assert set(answer) == {
        "jurisdiction",
        "edition",
        "instrument",
        "on",
        "force",
        "outcome",
        "waivable",
        "missing",
        "to_judge",
        "contested",
        "tree",
    }
    assert (answer["edition"], answer["on"], answer["force"]) == (
        "shanghai-2022",
        "2026-11-21",
        "no_printed_term",
    )
    assert (answer["outcome"], answer["waivable"], answer["missing"]) == ("judge", False, [])
    assert answer["to_judge"][0] == "SH-6(1)a"
    assert set(answer["tree"]) == STEP


def test_assess_takes_judgements_and_waivers(run) -> None:
    waiver = {"by": "样例", "reason": "样例", "document": "样例"}
    _, answer, _ = run(
        "assess",
        "shanghai",
        facts={
            "operating_agencies": 39,
            "waivers": {"SH-6(4)a": waiver},
            "judgements": {"SH-6(2)": {"met": True, "by": "样例", "reason": "样例"}},
        },
    )
    outcomes = {p["clause"]: p["outcome"] for p in answer["tree"]["parts"]}
    assert (outcomes["SH-6(2)"], outcomes["SH-6(4)"]) == ("met", "unknown")
    assert answer["missing"] == ["annual_revenue", "floor_area", "public_service_area"]


def test_assess_takes_the_nearest_edition_outside_its_life(run) -> None:
    for day, force in (("2000-01-01", "not_yet"), ("2030-01-01", "expired")):
        _, answer, _ = run("assess", "qingpu", "--on", day, facts={})
        assert (answer["edition"], answer["force"], answer["outcome"]) == (
            "qingpu-2022",
            force,
            "unknown",
        )


def test_a_fact_of_another_jurisdiction_is_known_and_not_asked(run) -> None:
    assert run("assess", "qingpu", facts={"placements": 1})[0] == 0


def test_the_contested_reading_is_told(run) -> None:
    _, answer, _ = run(
        "assess",
        "jinzhong",
        facts={
            "operating_agencies": 9,
            "agency_gross_revenues": ["10000001"],
            "gross_revenue": 1,
            "branch_sites": 0,
            "floor_area": 3000,
        },
    )
    assert answer["contested"] == [
        {
            "id": "A-JZ-01",
            "clause": "JZ-9(3)",
            "chosen": "a",
            "question_zh": answer["contested"][0]["question_zh"],
            "question_en": answer["contested"][0]["question_en"],
            "outcomes": {"a": "not_met", "b": "judge"},
        }
    ]


def test_deadline_answers_in_the_agreed_shape(run) -> None:
    _, answer, _ = run("deadline", "shanghai", "tenant-filing", "--from", "2026-09-05")
    assert answer == {
        "from": "2026-09-05",
        "due": "2026-09-20",
        "nominal": "2026-09-20",
        "provisional": False,
        "system_default": False,
        "clause": "SH-22",
        "days": [
            {
                "date": "2026-09-20",
                "counts": True,
                "why_zh": "国庆节调休上班，计入",
                "why_en": "National Day (make-up day), counts",
            }
        ],
    }


def test_coverage_answers_in_the_agreed_shape(run) -> None:
    _, answer, _ = run("coverage")
    assert set(answer) == {"editions"}
    for edition in answer["editions"].values():
        assert set(edition) == {"clauses", "unaccounted"}
        assert {"id", "kind", "rule", "reason", "numerals"} <= set(edition["clauses"][0])


def test_score_answers_in_the_agreed_shape(run) -> None:
    status, answer, _ = run("score", "chongqing-2021", facts={"1.6": 2000}, option="--answers")
    assert status == 0
    assert set(answer) == {
        "sheet",
        "reading",
        "complete",
        "total",
        "maximum",
        "items",
        "readings",
    }
    assert (answer["sheet"], answer["reading"], answer["complete"]) == (
        "chongqing-2021",
        "as_printed",
        False,
    )
    assert answer["items"]["1.6"] == {"points": "5", "maximum": "8", "clause": "CQ-附件2"}
    assert answer["items"]["2.2"]["points"] is None
    assert (answer["total"], answer["maximum"]) == ("5.00", "100")
    assert answer["readings"] == {"as_printed": "5.00", "scaled": "8.00"}
    command = ("score", "chongqing-2021", "--reading", "scaled")
    assert run(*command, facts={"1.6": 2000}, option="--answers")[1]["total"] == "8.00"


def test_grade_answers_in_the_agreed_shape(run) -> None:
    scores = {"a": "90", "b": 80, "c": "70.5", "d": "60"}
    _, answer, _ = run("grade", "chongqing", facts=scores, option="--scores")
    assert (answer["quota"], answer["grades"]) == (
        1,
        {"a": "excellent", "b": "qualified", "c": "qualified", "d": "unqualified"},
    )
    assert [set(each) for each in answer["held"]] == [{"park", "reason"}]


def test_subsidy_says_the_force_of_its_day(run) -> None:
    for day, force in (("2024-11-30", "in_force"), ("2024-12-01", "expired")):
        _, answer, _ = run("subsidy", "jinzhong", "recognition", "--on", day, facts={})
        assert (answer["force"], answer["entitled"]) == (force, True)
    assert run("subsidy", "yunnan", "opening", facts={})[1]["force"] == "no_printed_term"
