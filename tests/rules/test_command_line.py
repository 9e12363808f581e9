"""python -m rules: shapes, and every kind of bad input."""

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.rules.samples import JUST_ENOUGH

ROOT = Path(__file__).parents[2]
STEP = {"clause", "outcome", "zh", "en", "decides", "parts"}


def shell(*arguments: str, given: bytes = b"", **environment: str) -> Any:
    return subprocess.run(
        [sys.executable, "-m", "rules", *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        check=False,
    )


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


@pytest.mark.parametrize(
    ("arguments", "option", "given"),
    [
        (("score", "shanghai-2022"), "--answers", {}),
        (("score", "chongqing"), "--answers", {}),
        (("score", "chongqing-2021"), "--answers", {"1.7": 1}),
        (("score", "chongqing-2021"), "--answers", '{"2.2": 10.5}'),
        (("score", "chongqing-2021"), "--answers", "[]"),
        (("score", "chongqing-2021", "--reading", "kind"), "--answers", {}),
        (("grade", "jinzhong"), "--scores", {"a": "90"}),
        (("grade", "qingpu"), "--scores", {}),
        (("grade", "chongqing-2021"), "--scores", {}),
        (("grade", "chongqing"), "--scores", {"a": "101"}),
        (("grade", "chongqing"), "--scores", {"a": None}),
        (("grade", "chongqing"), "--scores", '{"a": 1, "a": 2}'),
        (("grade", "chongqing"), "--scores", '{"a": 60.5}'),
        (("subsidy", "yunnan", "rent"), "--facts", {}),
        (("subsidy", "yunnan-2021", "opening"), "--facts", {}),
        (("subsidy", "yunnan", "opening"), "--facts", {"grade": None}),
        (("subsidy", "chongqing", "excellence"), "--facts", {}),
        (("subsidy", "chongqing", "excellence", "--on", "x"), "--facts", {"grade": None}),
        (("subsidy", "qingpu", "match"), "--facts", '{"municipal_award": 1.5}'),
        (("subsidy", "qingpu", "match"), "--facts", {"municipal_award": "1", "judgements": {}}),
    ],
)
def test_bad_input_of_score_grade_and_subsidy(run, arguments, option: str, given) -> None:
    status, answer, error = run(*arguments, facts=given, option=option)
    assert (status, answer, error.count("\n")) == (2, None, 1)
    assert error.strip()
    assert "Traceback" not in error


def test_questions_answer_in_the_agreed_shape(run) -> None:
    _, answer, _ = run("questions")
    assert {
        "edition",
        "clause",
        "question_zh",
        "question_en",
        "readings",
        "chosen",
        "basis",
    } <= set(answer[0])
    assert "A-JZ-01" in {each["id"] for each in answer}


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("unknown",),
        ("list", "more"),
        ("show",),
        ("show", "jinzhong"),
        ("show", "x-2022"),
        ("assess", "jinzhong"),
        ("deadline", "shanghai", "tenant-filing"),
        ("deadline", "shanghai", "unknown", "--from", "2026-01-01"),
        ("deadline", "qingpu", "tenant-filing", "--from", "2026-01-01"),
        ("deadline", "beijing", "tenant-filing", "--from", "2026-01-01"),
        ("deadline", "shanghai", "tenant-filing", "--from", "20260101"),
        ("deadline", "shanghai", "tenant-filing", "--from", "2026-02-30"),
        ("deadline", "shanghai", "tenant-filing", "--from", "9999-12-31"),
        ("assess", "jinzhong", "--facts", "no/such/file"),
        ("assess", "jinzhong", "--facts", "."),
        ("score", "chongqing-2021"),
        ("grade", "chongqing"),
        ("subsidy", "yunnan", "opening"),
        ("subsidy", "yunnan", "--facts", "-"),
        ("score", "--answers", "-"),
    ],
)
def test_a_bad_command_ends_with_two_and_one_line(run, arguments) -> None:
    status, answer, error = run(*arguments)
    assert (status, answer, error.count("\n")) == (2, None, 1)
    assert error.strip()
    assert "Traceback" not in error


@pytest.mark.parametrize(
    "facts",
    [
        "",
        "{",
        "[]",
        "7",
        "null",
        b"\xff\xfe",
        '{"operating_agencies": 10.0}',
        '{"operating_agencies": 1e3}',
        '{"operating_agencies": NaN}',
        '{"operating_agencies": -1}',
        '{"operating_agencies": "10"}',
        '{"operating_agencies": true}',
        '{"operating_agencies": null}',
        '{"agencies": 10}',
        '{"gross_revenue": "-1"}',
        '{"gross_revenue": "1e9"}',
        '{"gross_revenue": [1]}',
        '{"agency_gross_revenues": {}}',
        '{"region": "north"}',
        '{"online_offline": 1}',
        '{"operating_agencies": 1, "operating_agencies": 2}',
        '{"judgements": []}',
        '{"judgements": {"JZ-9(1)": true}}',
        '{"waivers": null}',
        '{"waivers": {"JZ-99": {"by": "a", "reason": "b", "document": "c"}}}',
        '{"operating_agencies": ' + "9" * 5000 + "}",
        "[" * 100_000,
    ],
)
def test_bad_facts_end_with_two_and_one_line(run, facts) -> None:
    status, answer, error = run("assess", "jinzhong", facts=facts)
    assert (status, answer, error.count("\n")) == (2, None, 1)
    assert error.strip()
    assert "Traceback" not in error


def test_a_bad_day_of_assessment_is_refused(run) -> None:
    assert run("assess", "jinzhong", "--on", "today", facts={})[0] == 2


def test_an_unknown_jurisdiction_is_refused(run) -> None:
    status, _, error = run("assess", "jinzhong-2022", facts={})
    assert (status, error) == (2, "unknown jurisdiction: jinzhong-2022\n")


def test_the_package_runs_as_a_module(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "argv", ["rules", "list"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("rules", run_name="__main__")
    assert ended.value.code == 0
    assert len(json.loads(capsys.readouterr().out)) == 5


def test_facts_may_come_from_standard_input_with_a_byte_order_mark() -> None:
    done = shell("assess", "qingpu", "--facts", "-", given=b"\xef\xbb\xbf{}")
    assert (done.returncode, json.loads(done.stdout)["outcome"]) == (0, "unknown")


def test_output_is_utf_8_whatever_the_locale() -> None:
    done = shell("show", "jinzhong-2022", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "晋中" in done.stdout.decode("utf-8")


def test_an_error_with_characters_outside_the_locale_is_one_line_of_utf_8() -> None:
    done = shell("show", "晋中\n-2022", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_a_lone_surrogate_in_a_reason_does_not_break_the_answer() -> None:
    reason = '{"judgements": {"SH-6(2)": {"met": true, "by": "a", "reason": "\\ud800"}}}'
    done = shell("assess", "shanghai", "--facts", "-", given=reason.encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["jurisdiction"] == "shanghai"
