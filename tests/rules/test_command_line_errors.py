"""python -m rules: bad input ends with 2 and one line; text is UTF-8 everywhere."""

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def shell(*arguments: str, given: bytes = b"", **environment: str) -> Any:
    return subprocess.run(
        [sys.executable, "-m", "rules", *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        check=False,
    )


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
